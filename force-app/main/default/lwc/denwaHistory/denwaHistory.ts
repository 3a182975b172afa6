import { LightningElement, api } from 'lwc';
import { partyName } from 'c/denwaCallText';
import { duration } from 'c/denwaClock';
import { send } from 'c/denwaCommand';
import { recordIcon } from 'c/denwaRecordText';
import { format } from 'c/denwaText';
import answered from '@salesforce/label/c.Denwa_History_Result_Answered';
import answeredElsewhere from '@salesforce/label/c.Denwa_History_Result_Answered_Elsewhere';
import all from '@salesforce/label/c.Denwa_History_Filter_All';
import clear from '@salesforce/label/c.Denwa_History_Clear';
import clearConfirm from '@salesforce/label/c.Denwa_History_Clear_Confirm';
import clearYes from '@salesforce/label/c.Denwa_History_Clear_Yes';
import count from '@salesforce/label/c.Denwa_History_Count';
import declined from '@salesforce/label/c.Denwa_History_Result_Declined';
import dialled from '@salesforce/label/c.Denwa_History_Result_Dialled';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import empty from '@salesforce/label/c.Denwa_History_Empty';
import filter from '@salesforce/label/c.Denwa_History_Filter';
import history from '@salesforce/label/c.Denwa_History';
import inbound from '@salesforce/label/c.Denwa_History_Filter_Inbound';
import missed from '@salesforce/label/c.Denwa_History_Result_Missed';
import next from '@salesforce/label/c.Denwa_History_Next';
import noNumber from '@salesforce/label/c.Denwa_History_No_Number';
import noneFound from '@salesforce/label/c.Denwa_History_None_Found';
import open from '@salesforce/label/c.Denwa_Record_Open';
import outbound from '@salesforce/label/c.Denwa_History_Filter_Outbound';
import page from '@salesforce/label/c.Denwa_History_Page';
import previous from '@salesforce/label/c.Denwa_History_Previous';
import search from '@salesforce/label/c.Denwa_History_Search';
import transferred from '@salesforce/label/c.Denwa_History_Result_Transferred';
import type { HistoryEntry, HistoryResult } from '../../../../../src/telephony/history';
import { searchHistory, type HistoryFilter } from './historySearch';

const PAGE_SIZE = 9;

const results: Record<HistoryResult, { readonly text: string; readonly icon: string }> = {
    answered: { text: answered, icon: 'utility:incoming_call' },
    missed: { text: missed, icon: 'utility:missed_call' },
    declined: { text: declined, icon: 'utility:end_call' },
    'answered-elsewhere': { text: answeredElsewhere, icon: 'utility:groups' },
    dialled: { text: dialled, icon: 'utility:outbound_call' },
    transferred: { text: transferred, icon: 'utility:change_owner' }
};

const filters: readonly { readonly value: HistoryFilter; readonly text: string }[] = [
    { value: 'all', text: all },
    { value: 'missed', text: missed },
    { value: 'inbound', text: inbound },
    { value: 'outbound', text: outbound }
];

interface Row {
    readonly id: string;
    readonly number: string | null;
    readonly cannotDial: 'true' | 'false';
    /** Why it cannot be dialled. */
    readonly entryTitle: string | undefined;
    readonly name: string;
    readonly nameClass: string;
    readonly icon: string;
    readonly variant: string | undefined;
    readonly result: string;
    readonly time: string;
    readonly duration: string | undefined;
    /** Undefined where nothing was heard. */
    readonly mos: number | undefined;
    /** What opens the record; undefined: there is none. */
    readonly openText: string | undefined;
    readonly recordIcon: string | undefined;
}

/**
 * The calls of this browser, newest first, a page at a time.
 * @fires choose with `{ number }`, to be dialled
 * @fires close
 */
export default class DenwaHistory extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { clear, clearConfirm, clearYes, dismiss, filter, history, next, previous, search };
    readonly filters = filters;
    @api entries: readonly HistoryEntry[] = [];
    private wantedPage = 0;
    private asking = false;
    private shown: HistoryFilter = 'all';
    private wanted = '';
    #focusNext: string | undefined;
    readonly #time = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
        month: 'numeric',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit'
    });

    get hasEntries(): boolean {
        return this.entries.length > 0;
    }

    get isAsking(): boolean {
        return this.asking && this.hasEntries;
    }

    get found(): readonly HistoryEntry[] {
        return searchHistory(this.entries, this.shown, this.wanted);
    }

    get countText(): string {
        return format(count, this.found.length);
    }

    get emptyText(): string {
        return this.hasEntries ? noneFound : empty;
    }

    get pageCount(): number {
        return Math.ceil(this.found.length / PAGE_SIZE);
    }

    get pageIndex(): number {
        return Math.min(this.wantedPage, Math.max(0, this.pageCount - 1));
    }

    get hasPages(): boolean {
        return this.pageCount > 1;
    }

    get isFirstPage(): boolean {
        return this.pageIndex === 0;
    }

    get isLastPage(): boolean {
        return this.pageIndex >= this.pageCount - 1;
    }

    get pageText(): string {
        return format(page, this.pageIndex + 1, this.pageCount);
    }

    get rows(): readonly Row[] {
        const start = this.pageIndex * PAGE_SIZE;
        return this.found.slice(start, start + PAGE_SIZE).map((entry) => rowOf(entry, this.#time));
    }

    @api
    focus(): void {
        this.querySelector<HTMLElement>('.history')?.focus();
    }

    handleEntry(event: Event): void {
        const { number } = (event.currentTarget as HTMLElement).dataset;
        if (number !== undefined) this.dispatchEvent(new CustomEvent('choose', { detail: { number } }));
    }

    override renderedCallback(): void {
        if (this.#focusNext === undefined) return;
        this.querySelector<HTMLElement>(this.#focusNext)?.focus();
        this.#focusNext = undefined;
    }

    handleRecord(event: Event): void {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const record = this.entries.find((entry) => entry.id === id)?.record;
        // A copy, because what @api properties hand out cannot be cloned to another window.
        if (record) send(this, { type: 'open-record', record: { ...record } });
    }

    handleSearch(event: Event): void {
        this.wanted = (event.target as HTMLInputElement).value;
        this.wantedPage = 0;
    }

    handleFilter(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        this.shown = filters.find((option) => option.value === value)?.value ?? 'all';
        this.wantedPage = 0;
    }

    handlePrevious(): void {
        this.wantedPage = this.pageIndex - 1;
    }

    handleNext(): void {
        this.wantedPage = this.pageIndex + 1;
    }

    handleClear(): void {
        this.asking = true;
        this.#focusNext = 'c-denwa-confirm';
    }

    handleCancel(): void {
        this.asking = false;
        this.focus();
    }

    handleConfirm(): void {
        this.asking = false;
        this.focus();
        send(this, { type: 'clear-history' });
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}

function rowOf(entry: HistoryEntry, time: Intl.DateTimeFormat): Row {
    const { id, number, numberText, displayName, quality, record, result, startedAt, talkSeconds } = entry;
    const isMissed = result === 'missed';
    return {
        id,
        number,
        cannotDial: number === null ? 'true' : 'false',
        entryTitle: number === null ? noNumber : undefined,
        name: partyName({ record, numberText, remote: { number, displayName } }),
        nameClass: isMissed ? 'name name_missed slds-truncate' : 'name slds-truncate',
        icon: results[result].icon,
        variant: isMissed ? 'error' : undefined,
        result: results[result].text,
        time: time.format(startedAt),
        duration: talkSeconds === null ? undefined : duration(talkSeconds),
        mos: quality?.mos,
        openText: record ? format(open, record.name) : undefined,
        recordIcon: record ? recordIcon(record) : undefined
    };
}
