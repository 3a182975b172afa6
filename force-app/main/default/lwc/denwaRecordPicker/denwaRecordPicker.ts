import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { activityText, evidenceText } from 'c/denwaMatchText';
import { recordIcon, recordText } from 'c/denwaRecordText';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import rememberLabel from '@salesforce/label/c.Denwa_Matches_Remember';
import which from '@salesforce/label/c.Denwa_Matches_Which';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

interface Row {
    readonly id: string;
    readonly icon: string;
    readonly text: string;
    readonly company: string | null;
    readonly evidence: string;
    readonly activity: string;
    readonly current: 'true' | 'false';
}

/**
 * Asks which of the records that match its number a call belongs to.
 * @fires close
 */
export default class DenwaRecordPicker extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { dismiss, remember: rememberLabel, which };
    @api call!: CallSnapshot;
    private remember = false;
    /** The day as the CRM gives it, which is midnight of UTC. */
    readonly #dates = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: 'medium', timeZone: 'UTC' });

    get rows(): readonly Row[] {
        const { matches, record } = this.call;
        return matches.map((match) => ({
            id: match.record.id,
            icon: recordIcon(match.record),
            text: recordText(match.record),
            company: match.company,
            evidence: evidenceText(match),
            activity: activityText(match, this.#dates),
            current: match.record.id === record?.id ? 'true' : 'false'
        }));
    }

    /** To the list, not into it: the press that opened it must not choose as well. */
    @api
    focus(): void {
        this.querySelector<HTMLElement>('.denwa-sheet')?.focus();
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.handleClose();
    }

    handleRemember(event: Event): void {
        this.remember = (event.target as HTMLInputElement).checked;
    }

    handleChoose(event: Event): void {
        const { recordId } = (event.currentTarget as HTMLElement).dataset;
        if (recordId === undefined) return;
        send(this, { type: 'choose-record', callId: this.call.id, recordId, remember: this.remember });
        this.handleClose();
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
