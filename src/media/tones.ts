import type { Cancel, Clock } from '../base/clock';
import type { Logger } from '../base/logger';
import type { AudioEvent } from '../telephony/audio';
import type { BlockedSounds } from './blocked-sounds';
import type { ToneOutput } from './tone-output';
import { TonePlayer } from './tone-player';
import { BEEP, CALL_WAITING, RING, RINGBACK, RINGER_TEST, SPEAKER_TEST } from './tone-samples';

export interface TonesParts {
    /** Called once for each of the two. */
    readonly openOutput: () => ToneOutput;
    readonly clock: Clock;
    readonly blocked: BlockedSounds;
    readonly emit: (event: AudioEvent) => void;
    readonly logger: Logger;
}

/** Where the tones play: ids of devices, empty for the system's default; the volume of the ring from 0 to 1. */
export interface ToneOutputs {
    readonly speaker: string;
    readonly ringer: string;
    readonly ringVolume: number;
}

/** The sounds that the phone makes itself: the ring through the ringer, all that concerns an agent at the phone through the speaker. */
export class Tones {
    readonly #parts: TonesParts;
    readonly #speaker: TonePlayer;
    readonly #ringer: TonePlayer;
    #endTest: Cancel | null = null;

    constructor(parts: TonesParts) {
        this.#parts = parts;
        this.#speaker = new TonePlayer({ ...parts, name: 'tones' });
        this.#ringer = new TonePlayer({ ...parts, name: 'ring' });
    }

    get isRinging(): boolean {
        return this.#ringer.isSounding;
    }

    use({ speaker, ringer, ringVolume }: ToneOutputs): void {
        this.#speaker.use(speaker, 1);
        this.#ringer.use(ringer, ringVolume);
    }

    /** An inbound call rings. */
    ring(): void {
        this.#speaker.silence();
        this.#ringer.loop(RING);
    }

    /** Another call comes in while the agent is on one. */
    callWaiting(): void {
        this.#ringer.silence();
        this.#speaker.loop(CALL_WAITING);
    }

    /** What the agent dialled rings at the other side. */
    ringback(): void {
        this.#ringer.silence();
        this.#speaker.loop(RINGBACK);
    }

    silence(): void {
        this.#ringer.silence();
        this.#speaker.silence();
    }

    /** Once, beside whatever else sounds. */
    beep(): void {
        this.#speaker.once(BEEP);
    }

    /** Lets the agent hear an output, and tells while it sounds. A test that still sounds is over. */
    test(output: 'speaker' | 'ringer'): void {
        this.#endTest?.();
        const { clock, emit } = this.#parts;
        const shape = output === 'ringer' ? RINGER_TEST : SPEAKER_TEST;
        const stop = (output === 'ringer' ? this.#ringer : this.#speaker).once(shape);
        emit({ type: 'sound-tested', output });
        const cancelEnd = clock.after(shape.on * 1_000, () => {
            this.#endTest = null;
            emit({ type: 'sound-tested', output: null });
        });
        this.#endTest = () => {
            stop();
            cancelEnd();
        };
    }

    /** To be called from a press: from then on the browser lets the page make sounds. */
    unlock(): void {
        this.#speaker.unlock();
        this.#ringer.unlock();
    }
}
