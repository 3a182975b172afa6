import type { Call } from '../telephony/call';
import type { Origin } from '../telephony/origin';
import { callsTogether } from '../telephony/selectors';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';

/** RFC 4733 section 3.2, without the letters that no keypad has. */
const DIGITS = /^[0-9*#]{1,32}$/;

/** What concerns one call alone. Whether it is allowed has been asked before. */
export class CallControl {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'signalling' | 'clock'>;

    constructor(store: Store, parts: Pick<SoftphoneParts, 'signalling' | 'clock'>) {
        this.#store = store;
        this.#parts = parts;
    }

    decline({ id }: Call, origin: Origin): void {
        this.#store.apply({ type: 'call-ending', callId: id, origin }, origin);
        this.#parts.signalling.decline(id, 'declined');
    }

    hangUp({ id, awaiting }: Call, origin: Origin): void {
        const { signalling, clock } = this.#parts;
        this.#store.apply({ type: 'call-ending', callId: id, origin }, origin);
        if (awaiting !== 'dial') return signalling.hangUp(id);
        // It was never dialled: nobody but this phone knows of it.
        const ending = { by: 'local', cause: 'cancelled' } as const;
        this.#store.apply({ type: 'call-ended', callId: id, at: clock.now(), ending, dialog: null }, origin);
    }

    /** In a three-way call for both other parties: an agent who is muted is heard by nobody. */
    mute(call: Call, muted: boolean, origin: Origin): void {
        for (const { id } of callsTogether(this.#store.state, call)) this.#store.apply({ type: 'call-muted', callId: id, muted }, origin);
    }

    sendDigits({ id }: Call, digits: string, origin: Origin): void {
        if (!DIGITS.test(digits)) return this.#store.raise('number-not-dialable', digits);
        this.#store.apply({ type: 'call-digits', callId: id, digits }, origin);
        this.#parts.signalling.sendDigits(id, digits);
    }
}
