import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { recordKind, recordText } from 'c/denwaRecordText';
import { format } from 'c/denwaText';
import matchesLabel from '@salesforce/label/c.Denwa_Matches';
import newRecord from '@salesforce/label/c.Denwa_Pop_New_Record';
import which from '@salesforce/label/c.Denwa_Matches_Which';
import open from '@salesforce/label/c.Denwa_Record_Open';
import search from '@salesforce/label/c.Denwa_Pop_Search';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/**
 * The record of a call, what the CRM offers to show for it, and how many other records it may be.
 * @fires pick to choose between them
 */
export default class DenwaCallRecord extends LightningElement {
    static override renderMode = 'light' as const;
    @api call!: CallSnapshot;

    /** What a press shows that was not shown by itself. */
    get offer(): string | null {
        const { pop, record } = this.call;
        if (pop?.status !== 'offered') return null;
        switch (pop.kind) {
            case 'record':
                // Its name stands above, and may be long.
                return record && format(open, recordKind(record));
            case 'new-record':
                return newRecord;
            case 'search':
                return search;
            default:
                return null;
        }
    }

    get record(): string | null {
        return this.call.record && recordText(this.call.record);
    }

    get openText(): string {
        return format(open, this.call.record?.name ?? '');
    }

    /** A record that was remembered may be the wrong one this time. */
    get matches(): string | null {
        const { length } = this.call.matches;
        const text = format(matchesLabel, length);
        if (this.isAsked) return `${which} · ${text}`;
        return length > 1 ? text : null;
    }

    get matchesClass(): string {
        return `slds-button matches ${this.isAsked ? 'slds-button_outline-brand' : ''}`;
    }

    @api
    focus(): void {
        this.querySelector<HTMLElement>('.matches')?.focus();
    }

    handleOffer(): void {
        send(this, { type: 'show-pop', callId: this.call.id });
    }

    handleOpen(): void {
        const { record } = this.call;
        // A copy, because what @api properties hand out cannot be cloned to another window.
        if (record) send(this, { type: 'open-record', record: { ...record } });
    }

    handleMatches(): void {
        this.dispatchEvent(new CustomEvent('pick'));
    }

    /** It is for the agent to say which record it is. */
    private get isAsked(): boolean {
        const { matches, pop, record } = this.call;
        return pop?.kind === 'choice' && record === null && matches.length > 0;
    }
}
