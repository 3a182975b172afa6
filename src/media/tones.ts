import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { BlockedSounds } from './blocked-sounds';
import { BEEP, CALL_WAITING, RING, RINGBACK, toneSamples, type ToneShape } from './tone-samples';

export interface TonesParts {
    readonly createContext: () => AudioContext;
    readonly clock: Clock;
    readonly blocked: BlockedSounds;
    readonly logger: Logger;
}

/** Enough for a telephone tone; the browser converts it. */
const SAMPLE_RATE = 8_000;
/** An audio context that is allowed to play needs some milliseconds to start. */
const START_LIMIT = 500;
/** Among the blocked sounds; the others are calls, by their ids. */
const TONES = 'tones';

/** The sounds that the phone makes itself. At most one of the lasting ones sounds at a time. */
export class Tones {
    readonly #parts: TonesParts;
    #context: AudioContext | null = null;
    #sounding: { readonly shape: ToneShape; readonly source: AudioBufferSourceNode } | null = null;

    constructor(parts: TonesParts) {
        this.#parts = parts;
    }

    /** An inbound call rings. */
    ring(): void {
        this.#sound(RING);
    }

    /** Another call comes in while the agent is on one. */
    callWaiting(): void {
        this.#sound(CALL_WAITING);
    }

    /** What the agent dialled rings at the other side. */
    ringback(): void {
        this.#sound(RINGBACK);
    }

    silence(): void {
        const sounding = this.#sounding;
        this.#sounding = null;
        sounding?.source.stop();
        sounding?.source.disconnect();
    }

    /** Once, beside whatever else sounds. Where the browser blocks sound there is none: a late one would mean nothing. */
    beep(): void {
        const context = this.#audioContext();
        if (!context) return;
        const source = this.#play(context, BEEP);
        source.addEventListener('ended', () => source.disconnect());
        if (context.state === 'running') return;
        void this.#resume(context);
        this.#parts.clock.after(START_LIMIT, () => {
            if (context.state !== 'running') source.disconnect();
        });
    }

    /** To be called from a press: from then on the browser lets the page make sounds. */
    unlock(): void {
        const context = this.#audioContext();
        if (context) void this.#resume(context);
    }

    #sound(shape: ToneShape): void {
        if (this.#sounding?.shape === shape) return;
        this.silence();
        const context = this.#audioContext();
        if (!context) return;
        const source = this.#play(context, shape);
        source.loop = true;
        this.#sounding = { shape, source };
        if (context.state === 'running') return;
        void this.#resume(context);
        this.#parts.clock.after(START_LIMIT, () => {
            if (this.#sounding?.source === source && context.state !== 'running') this.#block();
        });
    }

    #play(context: AudioContext, shape: ToneShape): AudioBufferSourceNode {
        const samples = toneSamples(shape, SAMPLE_RATE);
        const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
        buffer.copyToChannel(samples, 0);
        const source = context.createBufferSource();
        source.buffer = buffer;
        source.connect(context.destination);
        source.start();
        return source;
    }

    #audioContext(): AudioContext | null {
        try {
            this.#context ??= this.#watched(this.#parts.createContext());
        } catch (error) {
            this.#parts.logger.error('No sound output for tones', { error: describeError(error) });
        }
        return this.#context;
    }

    #watched(context: AudioContext): AudioContext {
        context.addEventListener('statechange', () => {
            if (context.state === 'running') this.#parts.blocked.delete(TONES);
        });
        return context;
    }

    async #resume(context: AudioContext): Promise<void> {
        try {
            await context.resume();
        } catch (error) {
            this.#parts.logger.warn('Tones cannot be played', { error: describeError(error) });
        }
    }

    #block(): void {
        this.#parts.logger.warn('The browser blocks tones until something is pressed');
        this.#parts.blocked.add(TONES);
    }
}
