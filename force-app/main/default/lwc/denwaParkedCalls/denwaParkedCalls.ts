import { LightningElement, api } from 'lwc';
import { partyName } from 'c/denwaCallText';
import { send } from 'c/denwaCommand';
import { whyNotDial } from 'c/denwaDialText';
import dismiss from '@salesforce/label/c.Denwa_Dismiss_Parked';
import parkedCalls from '@salesforce/label/c.Denwa_Parked_Calls';
import recall from '@salesforce/label/c.Denwa_Parked_Recall';
import retrieve from '@salesforce/label/c.Denwa_Retrieve';
import slotHeading from '@salesforce/label/c.Denwa_Parked_Slot_Heading';
import slotUnknown from '@salesforce/label/c.Denwa_Parked_Slot_Unknown';
import type { ParkedCallSnapshot } from '../../../../../src/telephony/snapshot';

interface Row {
    readonly id: string;
    readonly slot: string | null;
    readonly recallAt: number;
    readonly name: string;
}

/** The calls that this agent parked: the slot to tell to whoever shall retrieve it, and when the PBX calls back. */
export default class DenwaParkedCalls extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { dismiss, parkedCalls, recall, retrieve, slotHeading, slotUnknown };
    @api parkedCalls: readonly ParkedCallSnapshot[] = [];
    @api canDial = false;
    @api registered = false;

    get rows(): readonly Row[] {
        return this.parkedCalls.map((parked) => ({
            id: parked.id,
            slot: parked.slot,
            recallAt: parked.recallAt,
            name: partyName(parked)
        }));
    }

    get cannotDial(): 'true' | 'false' {
        return this.canDial ? 'false' : 'true';
    }

    get dialHint(): string | undefined {
        return whyNotDial(this.canDial, this.registered);
    }

    handleRetrieve(event: Event): void {
        if (this.canDial) this.sendAbout('retrieve', event);
    }

    handleDismiss(event: Event): void {
        this.sendAbout('dismiss-parked', event);
    }

    private sendAbout(type: 'retrieve' | 'dismiss-parked', event: Event): void {
        const { parkedId } = (event.currentTarget as HTMLElement).dataset;
        if (parkedId !== undefined) send(this, { type, parkedId });
    }
}
