import { LightningElement, api } from 'lwc';
import { partyName } from 'c/denwaCallText';
import { recordIcon } from 'c/denwaRecordText';
import callee from '@salesforce/label/c.Denwa_Callee';
import caller from '@salesforce/label/c.Denwa_Caller';
import transferTarget from '@salesforce/label/c.Denwa_Transfer_Target';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/** The other party of a call: record, name and number, as far as they are known. */
export default class DenwaParty extends LightningElement {
    static override renderMode = 'light' as const;
    @api call!: CallSnapshot;

    get heading(): string {
        if (this.call.consultationOf !== null) return transferTarget;
        return this.call.direction === 'inbound' ? caller : callee;
    }

    get name(): string {
        return partyName(this.call);
    }

    /** Null where the name already is the number. */
    get number(): string | null {
        return this.call.numberText === this.name ? null : this.call.numberText;
    }

    get recordIcon(): string | undefined {
        const { record } = this.call;
        return record ? recordIcon(record) : undefined;
    }
}
