import { decideDial } from '../phone-number/dial-plan';
import type { Call, CallId } from '../telephony/call';
import type { RecordLink } from '../telephony/record';
import type { CallEnding } from '../telephony/call-ending';
import { newCall } from '../telephony/new-call';
import type { Origin } from '../telephony/origin';
import { canDial, findCall, isRegistered } from '../telephony/selectors';
import type { ChosenNumber, DialPad } from './dial-pad';
import { notifiedNumber } from './notified-number';
import type { SoftphoneParts } from './parts';
import { endingOfPickup, isPickup } from './pickup';
import type { Store } from './store';
import type { Turns } from './turns';

/** How long after its recall a parked call may still be where it was, in milliseconds. Then the slot may be somebody else's. */
const RECALL_GRACE = 60_000;

/** Not about a record, and no consultation. */
const PLAIN = { extension: null, record: null, consultationOf: null } as const;

/** Every call that starts here: a number, a consultation, a parking slot, a colleague's ringing call, the agent's own voice. */
export class Dialling {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'clock' | 'newId' | 'logger' | 'dialPlan' | 'settings'>;
    readonly #turns: Turns;
    readonly #dialPad: DialPad;

    constructor(
        store: Store,
        parts: Pick<SoftphoneParts, 'clock' | 'newId' | 'logger' | 'dialPlan' | 'settings'>,
        turns: Turns,
        dialPad: DialPad
    ) {
        this.#store = store;
        this.#parts = parts;
        this.#turns = turns;
        this.#dialPad = dialPad;
    }

    /** `exactly`: as typed, whatever the dial plan makes of it. */
    dial(number: string, record: RecordLink | null, exactly: boolean, origin: Origin): void {
        const chosen = this.#dialPad.decide(number, exactly, { record, consultationOf: null });
        if (chosen) this.#start(chosen, origin);
    }

    consult(call: Call, number: string, origin: Origin): void {
        const chosen = this.#dialPad.decide(number, false, { record: null, consultationOf: call.id });
        if (chosen) this.#start(chosen, origin);
    }

    /** Dials what the agent answered to the question of the dial pad. */
    choose(questionId: string, dialString: string, origin: Origin): void {
        const chosen = this.#dialPad.choose(questionId, dialString);
        if (!chosen) return this.#parts.logger.warn('Command came too late', { command: 'choose-number' });
        const { consultationOf } = chosen;
        const isConsultation = consultationOf !== null && findCall(this.#store.state, consultationOf)?.phase === 'connected';
        this.#start(isConsultation ? chosen : { ...chosen, consultationOf: null }, origin);
    }

    /** Dials the slot of a parked call. The call stays in the list until it is connected. */
    retrieve(parkedId: CallId, origin: Origin): void {
        const slot = this.#store.state.parkedCalls.find(({ id }) => id === parkedId)?.slot ?? null;
        if (slot === null) return this.#parts.logger.warn('Command came too late', { command: 'retrieve', callId: parkedId });
        this.#startCode(slot, origin);
    }

    /** The code goes out as the settings have it: no dial plan knows better. An empty extension is the group. */
    pickUp(extension: string, origin: Origin): void {
        const { pickupCode } = this.#parts.settings();
        const number = extension === '' ? '' : this.#extension(extension);
        if (pickupCode === '' || number === null) return this.#store.raise('number-not-dialable', `${pickupCode}${extension}`);
        this.#startCode(`${pickupCode}${number}`, origin);
    }

    /** The extension that plays back what it hears. */
    echo(origin: Origin): void {
        const { echoExtension } = this.#parts.settings();
        if (echoExtension === null) return this.#store.raise('echo-unavailable', '');
        this.#startCode(echoExtension, origin);
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
        const { dialString, rule } = decideDial(number, this.#parts.dialPlan());
        return rule === 'extension' ? dialString : null;
    }

    #startCode(dialString: string, origin: Origin): void {
        this.#start({ option: { dialString, number: dialString, kind: 'feature-code' }, ...PLAIN }, origin);
    }

    #start({ option, extension, record, consultationOf }: ChosenNumber, origin: Origin): void {
        const { dialString, number } = option;
        const { state } = this.#store;
        if (!canDial(state)) return this.#store.raise(isRegistered(state) ? 'line-busy' : 'not-registered', '');
        const { newId, clock, settings } = this.#parts;
        this.#dialPad.decided();
        // Whoever dials a slot, by one press or key by key, dials who is parked there.
        const parked = state.parkedCalls.find(({ slot, recallAt }) => slot === dialString && clock.now() <= recallAt + RECALL_GRACE);
        const call = newCall({
            id: newId(),
            direction: 'outbound',
            origin,
            startedAt: clock.now(),
            dialString,
            notifiedNumber: notifiedNumber(option, state.preferences.notifiedNumber, settings()),
            extension,
            remote: parked?.remote ?? { number, displayName: null },
            record: parked?.record ?? record,
            recordSource: parked?.record ? 'carried' : 'click',
            consultationOf
        });
        this.#turns.dial(call, origin);
    }
}
