import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { transferText } from 'c/denwaTransferText';
import transferAnyway from '@salesforce/label/c.Denwa_Transfer_Anyway';
import transferFailed from '@salesforce/label/c.Denwa_Transfer_Failed';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/** How the transfer of a call is going, or why it came to nothing. */
export default class DenwaTransferState extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { transferAnyway };
    @api call!: CallSnapshot;

    get isFailed(): boolean {
        return this.call.transfer?.status === 'failed';
    }

    get isForeseen(): boolean {
        return this.call.transfer?.failure?.foreseen ?? false;
    }

    get heading(): string | undefined {
        return this.call.transfer?.kind === 'park' ? undefined : transferFailed;
    }

    get text(): string {
        return this.call.transfer ? transferText(this.call.transfer) : '';
    }

    get cannotTransfer(): boolean {
        return !this.call.can.transfer;
    }

    handleAnyway(): void {
        const { id, transfer } = this.call;
        if (transfer) send(this, { type: 'transfer', callId: id, number: transfer.target, anyway: true });
    }
}
