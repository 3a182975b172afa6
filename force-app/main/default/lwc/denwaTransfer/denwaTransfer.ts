import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import consult from '@salesforce/label/c.Denwa_Consult';
import disabledMoment from '@salesforce/label/c.Denwa_Disabled_Moment';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import lineBusy from '@salesforce/label/c.Denwa_Notice_Line_Busy';
import transfer from '@salesforce/label/c.Denwa_Transfer';
import transferNow from '@salesforce/label/c.Denwa_Transfer_Now';
import transferTarget from '@salesforce/label/c.Denwa_Transfer_Target';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/**
 * Asks where a call is to be transferred, and whether to speak with the target first. A target that could not take the call may be corrected.
 * @fires close
 */
export default class DenwaTransfer extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { consult, dismiss, transfer, transferNow, transferTarget };
    @api call!: CallSnapshot;
    private number = '';

    get cannotConsult(): 'true' | 'false' {
        return this.call.can.consult ? 'false' : 'true';
    }

    /** To ask is to dial: where the call itself could be transferred, it is another one that keeps the phone from that. */
    get consultTitle(): string | undefined {
        const { consult: canConsult, transfer: canTransfer } = this.call.can;
        if (canConsult) return undefined;
        return canTransfer ? lineBusy : disabledMoment;
    }

    get cannotTransfer(): 'true' | 'false' {
        return this.call.can.transfer ? 'false' : 'true';
    }

    get transferTitle(): string | undefined {
        return this.call.can.transfer ? undefined : disabledMoment;
    }

    override connectedCallback(): void {
        const failed = this.call.transfer;
        if (failed && failed.kind !== 'park') this.number = failed.target;
    }

    @api
    focus(): void {
        this.querySelector('input')?.select();
        this.querySelector('input')?.focus();
    }

    handleInput(event: Event): void {
        this.number = (event.target as HTMLInputElement).value;
    }

    /** Enter asks first: it takes nobody's call away. */
    handleKeyDown(event: KeyboardEvent): void {
        const inInput = event.target === this.querySelector('input');
        if (event.key === 'Escape' && !event.isComposing) this.handleClose();
        else if (event.key === 'Enter' && inInput && !event.isComposing) {
            // Otherwise the same Enter would press what gets the focus.
            event.preventDefault();
            this.handleConsult();
        }
    }

    handleConsult(): void {
        if (this.call.can.consult && this.hasNumber()) send(this, { type: 'consult', callId: this.call.id, number: this.number });
    }

    handleTransfer(): void {
        if (this.call.can.transfer && this.hasNumber()) send(this, { type: 'transfer', callId: this.call.id, number: this.number });
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    private hasNumber(): boolean {
        if (this.number.trim() !== '') return true;
        this.focus();
        return false;
    }
}
