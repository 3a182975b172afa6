import { LightningElement, api } from 'lwc';
import { phaseText } from 'c/denwaCallText';
import answer from '@salesforce/label/c.Denwa_Answer';
import decline from '@salesforce/label/c.Denwa_Decline';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/**
 * A call that waits for its answer.
 * @fires answer
 * @fires decline
 */
export default class DenwaInboundCall extends LightningElement {
    readonly label = { answer, decline };
    @api call!: CallSnapshot;

    get message(): string {
        return phaseText(this.call);
    }

    @api
    focus(): void {
        this.template?.querySelector<HTMLButtonElement>('.answer')?.focus();
    }

    handleAnswer(): void {
        this.dispatchEvent(new CustomEvent('answer'));
    }

    handleDecline(): void {
        this.dispatchEvent(new CustomEvent('decline'));
    }
}
