import type { Call } from '../telephony/call';
import type { Origin } from '../telephony/origin';
import { conferenceOf, partnerOf } from '../telephony/selectors';
import type { Store } from './store';
import type { Turns } from './turns';

/** The three-way call. It lasts as long as both its calls; the one that is left goes on as an ordinary call. */
export class Conference {
    readonly #store: Store;
    readonly #turns: Turns;

    constructor(store: Store, turns: Turns) {
        this.#store = store;
        this.#turns = turns;
    }

    /** Nobody of a conference is in the way of the other, so the call on hold comes back while the agent talks on. */
    merge(call: Call, origin: Origin): void {
        const partner = partnerOf(this.#store.state, call);
        if (!partner) return;
        // Whether the agent is muted now is what goes for all three.
        const muted = [call, partner].some((either) => either.localHold === 'none' && either.muted);
        for (const { id } of [call, partner]) {
            this.#store.apply({ type: 'call-conference', callId: id, inConference: true }, origin);
            this.#store.apply({ type: 'call-muted', callId: id, muted }, origin);
        }
        const held = conferenceOf(this.#store.state).find(({ localHold }) => localHold === 'held');
        if (held) this.#turns.resume(held, origin);
    }

    /** One of the two could not be brought (back) in. */
    resumeFailed(): void {
        this.#store.raise('merge-failed', '');
        this.#dissolve();
    }

    settle(): void {
        if (conferenceOf(this.#store.state).length === 1) this.#dissolve();
    }

    #dissolve(): void {
        for (const { id } of conferenceOf(this.#store.state)) {
            this.#store.apply({ type: 'call-conference', callId: id, inConference: false }, 'remote');
        }
    }
}
