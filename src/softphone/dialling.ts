import { decideDial } from '../phone-number/dial-plan';
import type { Call, CallId, RecordLink } from '../telephony/call';
import type { CallEnding } from '../telephony/call-ending';
import type { Origin } from '../telephony/origin';
import { canDial, findCall, isRegistered } from '../telephony/selectors';
import { newCall } from './new-call';
import type { SoftphoneParts } from './parts';
import { endingOfPickup, isPickup } from './pickup';
import type { Store } from './store';
import type { Turns } from './turns';

/** How long after its recall a parked call may still be where it was, in milliseconds. Then the slot may be somebody else's. */
const RECALL_GRACE = 60_000;

type Dialled = Pick<Call, 'remote' | 'record' | 'consultationOf'>;

/** Every call that starts here: a number, a consultation, a parking slot, a colleague's ringing call. */
export class Dialling {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'clock' | 'newId' | 'logger' | 'dialPlan' | 'settings'>;
    readonly #turns: Turns;

    constructor(store: Store, parts: Pick<SoftphoneParts, 'clock' | 'newId' | 'logger' | 'dialPlan' | 'settings'>, turns: Turns) {
        this.#store = store;
        this.#parts = parts;
        this.#turns = turns;
    }

    dial(number: string, record: RecordLink | null, origin: Origin): void {
        this.#dialNumber(number, { record, consultationOf: null }, origin);
    }

    consult(call: Call, number: string, origin: Origin): void {
        this.#dialNumber(number, { record: null, consultationOf: call.id }, origin);
    }

    /** Dials the slot of a parked call. The call stays in the list until it is connected. */
    retrieve(parkedId: CallId, origin: Origin): void {
        const slot = this.#store.state.parkedCalls.find(({ id }) => id === parkedId)?.slot ?? null;
        if (slot === null) return this.#parts.logger.warn('Command came too late', { command: 'retrieve', callId: parkedId });
        this.#start(slot, { remote: { number: slot, displayName: null }, record: null, consultationOf: null }, origin);
    }

    /** The code goes out as the settings have it: no dial plan knows better. An empty extension is the group. */
    pickUp(extension: string, origin: Origin): void {
        const { pickupCode } = this.#parts.settings();
        const number = extension === '' ? '' : this.#extension(extension);
        if (pickupCode === '' || number === null) return this.#store.raise('number-not-dialable', `${pickupCode}${extension}`);
        const dialString = `${pickupCode}${number}`;
        this.#start(dialString, { remote: { number: dialString, displayName: null }, record: null, consultationOf: null }, origin);
    }

    /** How a dialled call ended, where what it dialled tells more than the PBX. */
    explain(callId: CallId, ending: CallEnding): CallEnding {
        const { clock, settings } = this.#parts;
        const call = findCall(this.#store.state, callId);
        if (!call || call.dialString === null || !isPickup(call.dialString, settings().pickupCode)) return ending;
        return endingOfPickup(call, ending, clock.now());
    }

    /** Null: it is none. */
    #extension(number: string): string | null {
        const { dialString, rule } = decideDial(number, this.#parts.dialPlan);
        return rule === 'extension' ? dialString : null;
    }

    #dialNumber(number: string, dialled: Omit<Dialled, 'remote'>, origin: Origin): void {
        const decision = decideDial(number, this.#parts.dialPlan);
        if (decision.dialString === null) return this.#store.raise(decision.problem, number);
        this.#start(decision.dialString, { ...dialled, remote: { number: decision.dialString, displayName: null } }, origin);
    }

    #start(dialString: string, dialled: Dialled, origin: Origin): void {
        const { state } = this.#store;
        if (!canDial(state)) return this.#store.raise(isRegistered(state) ? 'line-busy' : 'not-registered', '');
        const { newId, clock } = this.#parts;
        // Whoever dials a slot, by one press or key by key, dials who is parked there.
        const parked = state.parkedCalls.find(({ slot, recallAt }) => slot === dialString && clock.now() <= recallAt + RECALL_GRACE);
        const call = newCall({
            id: newId(),
            direction: 'outbound',
            origin,
            startedAt: clock.now(),
            dialString,
            ...dialled,
            ...(parked && { remote: parked.remote, record: parked.record ?? dialled.record })
        });
        this.#turns.dial(call, origin);
    }
}
