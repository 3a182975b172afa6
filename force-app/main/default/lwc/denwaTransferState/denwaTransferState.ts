import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { transferText } from 'c/denwaTransferText';
import disabledMoment from '@salesforce/label/c.Denwa_Disabled_Moment';
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

    get cannotTransfer(): 'true' | 'false' {
        return this.call.can.transfer ? 'false' : 'true';
    }

    get anywayTitle(): string | undefined {
        return this.call.can.transfer ? undefined : disabledMoment;
    }

    handleAnyway(): void {
        const { can, id, transfer } = this.call;
        if (can.transfer && transfer) send(this, { type: 'transfer', callId: id, number: transfer.target, anyway: true });
    }
}
