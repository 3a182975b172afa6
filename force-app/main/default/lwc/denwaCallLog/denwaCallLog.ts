import { LightningElement, api } from 'lwc';
import { partyName } from 'c/denwaCallText';
import { send } from 'c/denwaCommand';
import { recordIcon, recordText } from 'c/denwaRecordText';
import { format } from 'c/denwaText';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import disposition from '@salesforce/label/c.Denwa_Log_Disposition';
import failed from '@salesforce/label/c.Denwa_Log_Failed';
import named from '@salesforce/label/c.Denwa_Record_Named';
import logOf from '@salesforce/label/c.Denwa_Log_Of';
import noDisposition from '@salesforce/label/c.Denwa_Log_No_Disposition';
import notes from '@salesforce/label/c.Denwa_Notes';
import open from '@salesforce/label/c.Denwa_Log_Open';
import relate from '@salesforce/label/c.Denwa_Log_Relate';
import related from '@salesforce/label/c.Denwa_Log_Related';
import save from '@salesforce/label/c.Denwa_Log_Save';
import saved from '@salesforce/label/c.Denwa_Log_Saved';
import saving from '@salesforce/label/c.Denwa_Log_Saving';
import unrelate from '@salesforce/label/c.Denwa_Log_Unrelate';
import wrapUp from '@salesforce/label/c.Denwa_Log_Wrap_Up';
import type { CallLog, CallLogEdit, CallLogStatus } from '../../../../../src/telephony/call-log';
import type { CrmState, Disposition } from '../../../../../src/telephony/crm';
import type { RecordLink } from '../../../../../src/telephony/record';

const states: Record<CallLogStatus, string> = { open, 'wrap-up': wrapUp, saving, saved, failed };

/** Pages of the CRM that no call is about. */
const NOT_RELATED: readonly string[] = ['Dashboard', 'Event', 'Report', 'Task', 'User'];

interface Related {
    readonly part: 'who' | 'what';
    readonly icon: string;
    readonly text: string;
    readonly removeText: string;
}

/**
 * What the agent adds to the log of a call, while it lasts and after it.
 * @fires close
 */
export default class DenwaCallLog extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { dismiss, disposition, notes, related, save, wrapUp };
    @api log!: CallLog;
    @api crm!: CrmState;
    #shownId: string | undefined;
    #hasWritten = false;

    /** Whether the agent is in the middle of the notes, so that the focus must stay: not yet where the panel took it there by itself. */
    @api
    get typing(): boolean {
        return this.#hasWritten && this.isInNotes;
    }

    get isInNotes(): boolean {
        return this.textarea !== null && document.activeElement === this.textarea;
    }

    get textarea(): HTMLTextAreaElement | null {
        return this.querySelector('textarea') ?? null;
    }

    get heading(): string {
        const { displayName, numberText, status, who } = this.log;
        const name = partyName({ record: who, numberText, remote: { number: null, displayName } });
        return status === 'open' ? format(named, notes, name) : format(logOf, name);
    }

    get state(): string {
        return states[this.log.status];
    }

    get isOver(): boolean {
        return this.log.status !== 'open';
    }

    get isReadOnly(): boolean {
        return this.log.status === 'saving' || this.log.status === 'saved';
    }

    get dispositions(): readonly Disposition[] {
        const { dispositions } = this.crm;
        return dispositions.length === 0 ? [] : [{ value: '', label: noDisposition }, ...dispositions];
    }

    get related(): readonly Related[] {
        const { what, who } = this.log;
        return [...(who ? [pillOf('who', who)] : []), ...(what ? [pillOf('what', what)] : [])];
    }

    get relateText(): string | null {
        const record = this.offered;
        return record && format(relate, recordText(record));
    }

    /** What a template cannot bind: the value of both fields. */
    override renderedCallback(): void {
        const { log, textarea } = this;
        const isSame = log.callId === this.#shownId;
        this.#shownId = log.callId;
        this.#hasWritten &&= isSame;
        // What is being written wins over what the phone had heard of it by then; and the caret stays.
        if (textarea && !(isSame && this.isInNotes) && textarea.value !== log.notes) textarea.value = log.notes;
        const select = this.querySelector('select');
        if (select) select.value = log.disposition ?? '';
    }

    /** Into the notes, behind what is there. */
    @api
    focus(): void {
        const { textarea } = this;
        textarea?.focus();
        textarea?.setSelectionRange(textarea.value.length, textarea.value.length);
    }

    handleNotes(event: Event): void {
        this.#hasWritten = true;
        this.edit({ notes: (event.target as HTMLTextAreaElement).value });
    }

    handleDisposition(event: Event): void {
        this.edit({ disposition: (event.target as HTMLSelectElement).value || null });
    }

    handleUnrelate(event: Event): void {
        const { part } = (event.currentTarget as HTMLElement).dataset;
        // The button goes away with the focus on it.
        this.leaveField();
        this.edit(part === 'who' ? { who: null } : { what: null });
    }

    handleRelate(): void {
        const record = this.offered;
        if (!record) return;
        this.leaveField();
        this.edit(relationTo(record));
    }

    handleSave(): void {
        if (!this.isOver || this.isReadOnly) return;
        this.leaveField();
        send(this, { type: 'save-log', callId: this.log.callId });
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.isComposing) return;
        if (event.key === 'Escape') this.handleClose();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.handleSave();
    }

    handleClose(): void {
        if (this.log.status === 'saved') send(this, { type: 'close-log', callId: this.log.callId });
        this.dispatchEvent(new CustomEvent('close'));
    }

    /** The record in front of the agent, if the call may be about it and is not yet. */
    private get offered(): RecordLink | null {
        const { what, who } = this.log;
        const { viewed } = this.crm;
        if (!viewed || this.isReadOnly || NOT_RELATED.includes(viewed.objectType)) return null;
        const known = [who?.id, what?.id];
        return known.includes(viewed.id) || (viewed.contactId !== undefined && known.includes(viewed.contactId)) ? null : viewed;
    }

    private edit(edit: CallLogEdit): void {
        send(this, { type: 'edit-log', callId: this.log.callId, ...edit });
    }

    private leaveField(): void {
        this.querySelector<HTMLElement>('.denwa-sheet')?.focus();
    }
}

function pillOf(part: Related['part'], record: RecordLink): Related {
    return { part, icon: recordIcon(record), text: recordText(record), removeText: format(unrelate, record.name) };
}

/** People are whom a call was with; all else is what it was about. A copy: what @api properties hand out cannot be cloned. */
function relationTo(record: RecordLink): CallLogEdit {
    const { contactId, name, objectType } = record;
    if (contactId !== undefined) return { who: { id: contactId, objectType: 'Contact', name } };
    return objectType === 'Contact' || objectType === 'Lead' ? { who: { ...record } } : { what: { ...record } };
}
