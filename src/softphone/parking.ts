import { formatNumber } from '../phone-number/format-number';
import type { Call, CallId } from '../telephony/call';
import type { CallEnding } from '../telephony/call-ending';
import type { Origin } from '../telephony/origin';
import type { ParkedCall } from '../telephony/parked-call';
import { findCall } from '../telephony/selectors';
import type { OfferedCall } from '../telephony/signalling';
import { isUnderway, type ParkingSlot } from '../telephony/transfer';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';

/** How long the PBX may take to name the slot of a call that it has parked, in milliseconds. */
const SLOT_LIMIT = 3_000;
/** How far from its announced time a recall may come, in milliseconds. */
const RECALL_TOLERANCE = 10_000;

/** What this phone can dial to retrieve a call. */
const DIALABLE_SLOT = /^[0-9*#]{1,16}$/;

/** Leaves calls in parking slots and keeps the list of them. */
export class Parking {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'signalling' | 'clock' | 'logger' | 'settings'>;
    /** What was parked, by the call with which the PBX calls back about it. */
    readonly #recalls = new Map<CallId, ParkedCall>();
    /** The PBX parks a call again whose recall nobody answered, and names the slot anew. */
    #unanswered: ParkedCall | null = null;
    /** The call whose slot the PBX named last. */
    #named: { readonly callId: CallId; readonly at: number } | null = null;
    /** Every slot that the PBX has named. */
    readonly #slots = new Set<string>();

    constructor(store: Store, parts: Pick<SoftphoneParts, 'signalling' | 'clock' | 'logger' | 'settings'>) {
        this.#store = store;
        this.#parts = parts;
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
        this.#named = null;
    }

    /** Whether it is, or was, the slot of a call that was parked here. */
    isSlot(dialString: string): boolean {
        return this.#slots.has(dialString);
    }

    /** The announcement may come before or after the PBX has taken the call, and does not say which call it is about. */
    slotAnnounced(slot: ParkingSlot): void {
        const callId = DIALABLE_SLOT.test(slot.slot) ? this.#slotless() : null;
        if (callId === null) return this.#parts.logger.warn('A parking slot of no call', { slot: slot.slot });
        // Whoever was there before has left it.
        for (const { id, slot: taken } of this.#store.state.parkedCalls) {
            if (taken === slot.slot && id !== callId) this.dismiss(id, 'remote');
        }
        const recallAt = this.#recallAt(slot);
        if (this.#unanswered?.id === callId) {
            const call = { ...this.#unanswered, slot: slot.slot, parkedAt: this.#parts.clock.now(), recallAt };
            this.#store.apply({ type: 'parked-call-added', call }, 'remote');
            this.#unanswered = null;
        } else if (findCall(this.#store.state, callId)?.transfer) {
            this.#store.apply({ type: 'call-slot', callId, slot }, 'remote');
        } else {
            this.#store.apply({ type: 'parked-call-slot', callId, slot: slot.slot, recallAt }, 'remote');
        }
        this.#named = { callId, at: this.#parts.clock.now() };
        this.#slots.add(slot.slot);
    }

    /** `call`: as it was before. */
    callEnded(call: Call, { cause }: CallEnding): void {
        if (call.connectedAt === null) this.notAnswered(call.id);
        this.#recalls.delete(call.id);
        if (cause === 'parked') this.#add(call);
    }

    /** A call that dialled the slot of a parked call has retrieved it. */
    callConnected(callId: CallId): void {
        const { state } = this.#store;
        const parked = state.parkedCalls.find(({ slot }) => slot !== null && slot === findCall(state, callId)?.dialString);
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
            case 'transfer': {
                // The lot was full: the PBX had agreed to park the call, and found no slot for it.
                const isRefused = returned.cause === 'busy' && returned.target === this.#parts.settings().parkExtension;
                const withoutSlot = (parked: ParkedCall): boolean => parked.slot === null;
                return isRefused ? (ofCaller.findLast(withoutSlot) ?? parkedCalls.findLast(withoutSlot) ?? null) : null;
            }
            case undefined: {
                // A PBX that does not say why it calls, calls in time.
                const now = this.#parts.clock.now();
                return ofCaller.find(({ recallAt }) => Math.abs(now - recallAt) <= RECALL_TOLERANCE) ?? null;
            }
        }
    }

    recalled(parked: ParkedCall, { id, returned }: Call): void {
        this.dismiss(parked.id, 'remote');
        // What came back from a full lot is not parked again.
        if (returned?.kind === 'park') this.#recalls.set(id, parked);
    }

    notAnswered(callId: CallId): void {
        const parked = this.#recalls.get(callId);
        if (parked) this.#unanswered = parked;
        this.#recalls.delete(callId);
    }

    /** The call that lacks a slot; or else the one named last, whose slot somebody else took in the same moment. Null: none. */
    #slotless(): CallId | null {
        const { calls, parkedCalls } = this.#store.state;
        const isParking = ({ transfer }: Call): boolean => transfer?.kind === 'park' && isUnderway(transfer);
        const parking = calls.find((call) => isParking(call) && call.transfer?.slot === null);
        const slotless = parking ?? parkedCalls.findLast(({ slot }) => slot === null) ?? this.#unanswered;
        if (slotless) return slotless.id;
        const named = this.#named;
        if (!named || this.#parts.clock.now() - named.at > SLOT_LIMIT) return null;
        return [...calls.filter(isParking), ...parkedCalls].find(({ id }) => id === named.callId)?.id ?? null;
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
