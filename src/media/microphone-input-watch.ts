import type { Clock } from '../base/clock';
import type { AudioEvent, MicrophoneInput } from '../telephony/audio';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';

/** What the browser tells of the microphone of a call: it works, the system has switched it off, or it is gone. */
export type MicrophoneFact = 'live' | 'muted' | 'lost';

export interface MicrophoneInputWatchParts {
    readonly clock: Clock;
    readonly emit: (event: AudioEvent) => void;
}

interface CallInput {
    readonly fact: MicrophoneFact;
    readonly since: number;
    /** When something was last heard, or the microphone was opened. */
    readonly heardAt: number;
    readonly silent: boolean;
}

/** What changes back at once, such as a headset that takes over from another, is not worth a hint. Milliseconds. */
const MOMENT = 1_000;
/** Even a quiet room is not without any energy for so long. Milliseconds. */
const SILENCE = 5_000;

const WORST_FIRST: readonly MicrophoneInput[] = ['lost', 'muted-by-system', 'silent', 'heard'];

/** Tells what the microphones of the running calls bring: the worst that is true of any of them. */
export class MicrophoneInputWatch {
    readonly #parts: MicrophoneInputWatchParts;
    readonly #calls = new Map<CallId, CallInput>();
    #open: ReadonlySet<CallId> = new Set();
    #told: MicrophoneInput = 'idle';

    constructor(parts: MicrophoneInputWatchParts) {
        this.#parts = parts;
    }

    /** From the first microphone of a call until `stop`. */
    microphone(callId: CallId, fact: MicrophoneFact): void {
        const { clock } = this.#parts;
        const call = this.#calls.get(callId);
        if (call?.fact === fact) return;
        this.#calls.set(callId, { fact, since: clock.now(), heardAt: clock.now(), silent: false });
        this.#update();
        if (fact !== 'live') clock.after(MOMENT, () => this.#update());
    }

    /** Which microphones are to be heard: of the others silence is expected. */
    sound(calls: readonly CallSound[]): void {
        const before = this.#open;
        this.#open = new Set(calls.filter(({ microphone }) => microphone).map(({ callId }) => callId));
        for (const [callId, call] of this.#calls) {
            if (this.#open.has(callId) !== before.has(callId)) this.#hear(callId, call);
        }
        this.#update();
    }

    /** Whether the microphone of the call has brought anything at all since this was told before; to be told about once a second. */
    energy(callId: CallId, changed: boolean): void {
        const call = this.#calls.get(callId);
        if (!call) return;
        if (changed || !this.#open.has(callId)) this.#hear(callId, call);
        else this.#calls.set(callId, { ...call, silent: this.#parts.clock.now() - call.heardAt >= SILENCE });
        this.#update();
    }

    stop(callId: CallId): void {
        this.#calls.delete(callId);
        this.#update();
    }

    #hear(callId: CallId, call: CallInput): void {
        this.#calls.set(callId, { ...call, heardAt: this.#parts.clock.now(), silent: false });
    }

    #update(): void {
        const inputs = new Set([...this.#calls.values()].map((call) => this.#inputOf(call)));
        const input = WORST_FIRST.find((each) => inputs.has(each)) ?? 'idle';
        if (input === this.#told) return;
        this.#told = input;
        this.#parts.emit({ type: 'microphone-input', input });
    }

    #inputOf({ fact, since, silent }: CallInput): MicrophoneInput {
        const lasting = this.#parts.clock.now() - since >= MOMENT;
        switch (fact) {
            case 'lost':
                return lasting ? 'lost' : 'heard';
            case 'muted':
                return lasting ? 'muted-by-system' : 'heard';
            case 'live':
                return silent ? 'silent' : 'heard';
        }
    }
}
