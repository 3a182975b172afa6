import { LightningElement, api } from 'lwc';
import { endingText, partyName } from 'c/denwaCallText';
import { send } from 'c/denwaCommand';
import { whyNotDial } from 'c/denwaDialText';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import phaseEnded from '@salesforce/label/c.Denwa_Phase_Ended';
import redial from '@salesforce/label/c.Denwa_Redial';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/** How the last call ended. */
export default class DenwaCallEnding extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { dismiss, phaseEnded, redial };
    @api call!: CallSnapshot;
    @api canDial = false;
    @api registered = false;
    /** In one line, without the button that dials again. */
    @api compact = false;

    get reason(): string {
        return this.call.ending ? endingText(this.call.ending, this.call.direction) : phaseEnded;
    }

    get name(): string {
        return partyName(this.call);
    }

    get icon(): string {
        if (this.call.direction === 'outbound') return 'utility:outbound_call';
        return this.call.connectedAt === null ? 'utility:missed_call' : 'utility:incoming_call';
    }

    get isFull(): boolean {
        return !this.compact;
    }

    get cardClass(): string {
        return this.compact ? 'card card_compact' : 'card';
    }

    get hasDuration(): boolean {
        return this.isFull && this.call.connectedAt !== null;
    }

    /** What was dialled: the other party may have become somebody else, as after a transfer or a pickup. */
    get redialNumber(): string | null {
        const { dialString, direction, remote } = this.call;
        return direction === 'outbound' ? (dialString ?? remote.number) : null;
    }

    get offersRedial(): boolean {
        return this.redialNumber !== null;
    }

    get cannotDial(): 'true' | 'false' {
        return this.canDial ? 'false' : 'true';
    }

    get dialHint(): string | undefined {
        return whyNotDial(this.canDial, this.registered);
    }

    handleDismiss(): void {
        send(this, { type: 'dismiss-call', callId: this.call.id });
    }

    handleRedial(): void {
        if (!this.canDial) return;
        const number = this.redialNumber;
        const { record } = this.call;
        // A copy, because what @api properties hand out cannot be cloned to another window.
        if (number !== null) send(this, { type: 'dial', number, ...(record ? { record: { ...record } } : {}) });
    }
}
