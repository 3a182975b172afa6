import { formatNumber } from '../phone-number/format-number';
import type { Call, CallId } from '../telephony/call';
import type { CallEnding } from '../telephony/call-ending';
import type { Origin } from '../telephony/origin';
import type { ParkedCall } from '../telephony/parked-call';
import type { OfferedCall } from '../telephony/signalling';
import { isUnderway, type ParkingSlot } from '../telephony/transfer';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';

/** How long the PBX may take to name the slot of a call that it has parked, in milliseconds. */
const SLOT_LIMIT = 3_000;
/** How far from its announced time a recall may come, in milliseconds. */
const RECALL_TOLERANCE = 10_000;

/** Leaves calls in parking slots and keeps the list of them. */
export class Parking {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'signalling' | 'clock' | 'logger' | 'settings'>;
    readonly #dialStrings: ReadonlyMap<CallId, string>;
    /** What was parked, by the call with which the PBX calls back about it. */
    readonly #recalls = new Map<CallId, ParkedCall>();
    /** The PBX parks a call again whose recall nobody answered, and names the slot anew. */
    #unanswered: ParkedCall | null = null;

    constructor(
        store: Store,
        parts: Pick<SoftphoneParts, 'signalling' | 'clock' | 'logger' | 'settings'>,
        dialStrings: ReadonlyMap<CallId, string>
    ) {
        this.#store = store;
        this.#parts = parts;
        this.#dialStrings = dialStrings;
    }

    park({ id }: Call, origin: Origin): void {
        const { parkExtension } = this.#parts.settings();
        if (parkExtension === null) return;
        this.#store.apply({ type: 'call-transfer-begun', callId: id, kind: 'park', target: parkExtension, status: 'requested' }, origin);
        this.#parts.signalling.park(id, parkExtension);
    }

    dismiss(parkedId: CallId, origin: Origin): void {
        this.#store.apply({ type: 'parked-call-removed', callId: parkedId }, origin);
    }

    /** The next agent at this computer need not know. */
    forgetAll(): void {
        for (const { id } of this.#store.state.parkedCalls) this.dismiss(id, 'agent');
        this.#recalls.clear();
        this.#unanswered = null;
    }

    /** The announcement may come before or after the PBX has taken the call, and does not say which call it is about. */
    slotAnnounced(slot: ParkingSlot): void {
        const { calls, parkedCalls } = this.#store.state;
        // Whoever was there before has left it.
        for (const { id, slot: taken } of parkedCalls) if (taken === slot.slot) this.dismiss(id, 'remote');
        const parking = calls.find(({ transfer }) => transfer?.kind === 'park' && isUnderway(transfer) && transfer.slot === null);
        const parked = parkedCalls.findLast((call) => call.slot === null);
        const recallAt = this.#recallAt(slot);
        if (parking) {
            this.#store.apply({ type: 'call-slot', callId: parking.id, slot }, 'remote');
        } else if (parked) {
            this.#store.apply({ type: 'parked-call-slot', callId: parked.id, slot: slot.slot, recallAt }, 'remote');
        } else if (this.#unanswered) {
            const call = { ...this.#unanswered, slot: slot.slot, parkedAt: this.#parts.clock.now(), recallAt };
            this.#store.apply({ type: 'parked-call-added', call }, 'remote');
            this.#unanswered = null;
        } else {
            this.#parts.logger.warn('A parking slot of no call', { slot: slot.slot });
        }
    }

    /** `call`: as it was before. */
    callEnded(call: Call, { cause }: CallEnding): void {
        if (call.connectedAt === null) this.notAnswered(call.id);
        this.#recalls.delete(call.id);
        if (cause === 'parked') this.#add(call);
    }

    /** A call that dialled the slot of a parked call has retrieved it. */
    callConnected(callId: CallId): void {
        const dialString = this.#dialStrings.get(callId);
        const parked = this.#store.state.parkedCalls.find(({ slot }) => slot !== null && slot === dialString);
        if (parked) this.dismiss(parked.id, 'agent');
    }

    /** The parked call that an inbound call brings back; null: it is about none. */
    recalledBy({ returned, remote }: Pick<OfferedCall, 'returned' | 'remote'>): ParkedCall | null {
        const { parkedCalls } = this.#store.state;
        const ofCaller = parkedCalls.filter((parked) => remote.number !== null && parked.remote.number === remote.number);
        switch (returned?.kind) {
            case 'park': {
                const inSlot = parkedCalls.find(({ slot }) => slot !== null && slot === returned.slot);
                return inSlot ?? ofCaller.find(({ slot }) => slot === null || returned.slot === null) ?? null;
            }
            case 'transfer':
                return null;
            case undefined: {
                // A PBX that does not say why it calls, calls in time.
                const now = this.#parts.clock.now();
                return ofCaller.find(({ recallAt }) => Math.abs(now - recallAt) <= RECALL_TOLERANCE) ?? null;
            }
        }
    }

    recalled(parked: ParkedCall, callId: CallId): void {
        this.dismiss(parked.id, 'remote');
        this.#recalls.set(callId, parked);
    }

    notAnswered(callId: CallId): void {
        const parked = this.#recalls.get(callId);
        if (parked) this.#unanswered = parked;
        this.#recalls.delete(callId);
    }

    #add({ id, remote, record, transfer }: Call): void {
        const slot = transfer?.slot ?? null;
        const call = { id, slot: slot?.slot ?? null, remote, record, parkedAt: this.#parts.clock.now(), recallAt: this.#recallAt(slot) };
        this.#store.apply({ type: 'parked-call-added', call }, 'remote');
        if (slot === null) this.#parts.clock.after(SLOT_LIMIT, () => this.#store.perform(() => this.#missSlot(id)));
    }

    #missSlot(parkedId: CallId): void {
        const parked = this.#store.state.parkedCalls.find(({ id, slot }) => id === parkedId && slot === null);
        if (parked) this.#store.raise('slot-unknown', parked.remote.number === null ? '' : formatNumber(parked.remote.number));
    }

    #recallAt(slot: ParkingSlot | null): number {
        const { clock, settings } = this.#parts;
        return clock.now() + (slot?.recallAfter ?? settings().parkRecallSeconds) * 1000;
    }
}
