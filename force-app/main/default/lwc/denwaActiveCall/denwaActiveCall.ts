import { LightningElement, api } from 'lwc';
import { phaseText } from 'c/denwaCallText';
import audioInterrupted from '@salesforce/label/c.Denwa_Audio_Interrupted';
import hangUp from '@salesforce/label/c.Denwa_Hang_Up';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/**
 * A call that is being set up, talked on or ended.
 * @fires hangup
 */
export default class DenwaActiveCall extends LightningElement {
    readonly label = { audioInterrupted, hangUp };
    @api call!: CallSnapshot;

    get message(): string {
        return phaseText(this.call);
    }

    get isTalking(): boolean {
        return this.call.phase === 'connected';
    }

    get messageClass(): string {
        return this.isTalking ? 'message message_connected' : 'message';
    }

    get isInterrupted(): boolean {
        return this.isTalking && (this.call.media === 'disconnected' || this.call.media === 'failed');
    }

    get cannotHangUp(): boolean {
        return !this.call.can.hangUp;
    }

    /** To the card, not to its button: Enter pressed twice to answer must not hang up. */
    @api
    focus(): void {
        this.template?.querySelector<HTMLElement>('.card')?.focus();
    }

    handleHangUp(): void {
        this.dispatchEvent(new CustomEvent('hangup'));
    }
}
