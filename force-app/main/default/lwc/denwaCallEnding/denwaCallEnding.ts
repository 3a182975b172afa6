import { LightningElement, api } from 'lwc';
import { endingText } from 'c/denwaCallText';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import phaseEnded from '@salesforce/label/c.Denwa_Phase_Ended';
import redial from '@salesforce/label/c.Denwa_Redial';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/**
 * How the last call ended.
 * @fires dismiss
 * @fires redial
 */
export default class DenwaCallEnding extends LightningElement {
    readonly label = { dismiss, phaseEnded, redial };
    @api call!: CallSnapshot;
    @api canDial = false;

    get reason(): string {
        return this.call.ending ? endingText(this.call.ending) : phaseEnded;
    }

    get icon(): string {
        if (this.call.direction === 'outbound') return 'utility:outbound_call';
        return this.call.connectedAt === null ? 'utility:missed_call' : 'utility:incoming_call';
    }

    get offersRedial(): boolean {
        return this.call.direction === 'outbound' && this.call.remote.number !== null;
    }

    get cannotDial(): boolean {
        return !this.canDial;
    }

    handleDismiss(): void {
        this.dispatchEvent(new CustomEvent('dismiss'));
    }

    handleRedial(): void {
        this.dispatchEvent(new CustomEvent('redial'));
    }
}
