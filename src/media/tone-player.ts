import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import { exceptionName } from '../base/exception-name';
import type { Logger } from '../base/logger';
import type { BlockedSounds } from './blocked-sounds';
import type { ToneOutput } from './tone-output';
import { toneSamples, type ToneShape } from './tone-samples';

export interface TonePlayerParts {
    /** Among the blocked sounds; the others are calls, by their ids. */
    readonly name: 'tones' | 'ring';
    readonly openOutput: () => ToneOutput;
    readonly clock: Clock;
    readonly blocked: BlockedSounds;
    readonly logger: Logger;
}

/** Enough for a telephone tone; the browser converts it. */
const SAMPLE_RATE = 8_000;
/** An output that is allowed to play needs some milliseconds to start. */
const START_LIMIT = 500;

/** Plays tones through one output, which is opened when it is first needed. At most one of the lasting ones sounds at a time. */
export class TonePlayer {
    readonly #parts: TonePlayerParts;
    #output: ToneOutput | null = null;
    #sounding: { readonly shape: ToneShape; readonly source: AudioBufferSourceNode } | null = null;
    #sinkId = '';
    #volume = 1;

    constructor(parts: TonePlayerParts) {
        this.#parts = parts;
    }

    get isSounding(): boolean {
        return this.#sounding !== null;
    }

    /** `sinkId`: a device; empty: the system's default. `volume`: from 0 to 1. */
    use(sinkId: string, volume: number): void {
        this.#sinkId = sinkId;
        this.#volume = volume;
        this.#output?.use(sinkId, volume);
    }

    /** Again and again until `silence`. */
    loop(shape: ToneShape): void {
        if (this.#sounding?.shape === shape) return;
        this.silence();
        const output = this.#open();
        if (!output) return;
        const source = play(output, shape);
        source.loop = true;
        this.#sounding = { shape, source };
        this.#start(output, () => {
            if (this.#sounding?.source === source) this.#block();
        });
    }

    silence(): void {
        const sounding = this.#sounding;
        this.#sounding = null;
        sounding?.source.stop();
        sounding?.source.disconnect();
    }

    /** Beside whatever else sounds; returns what stops it. Where the browser blocks sound there is none: a late one would mean nothing. */
    once(shape: ToneShape): () => void {
        const output = this.#open();
        if (!output) return () => undefined;
        const source = play(output, shape);
        const end = (): void => source.disconnect();
        source.addEventListener('ended', end);
        this.#start(output, end);
        return end;
    }

    /** To be called from a press: from then on the browser lets the page make sounds. */
    unlock(): void {
        const output = this.#open();
        if (output) void this.#resume(output);
    }

    #start(output: ToneOutput, onBlocked: () => void): void {
        if (output.isRunning) return;
        void this.#resume(output);
        this.#parts.clock.after(START_LIMIT, () => {
            if (!output.isRunning) onBlocked();
        });
    }

    #open(): ToneOutput | null {
        try {
            this.#output ??= this.#parts.openOutput();
            this.#output.use(this.#sinkId, this.#volume);
        } catch (error) {
            this.#parts.logger.error('No sound output for tones', { error: describeError(error) });
        }
        return this.#output;
    }

    async #resume(output: ToneOutput): Promise<void> {
        const { name, blocked, logger } = this.#parts;
        try {
            await output.resume();
            blocked.delete(name);
        } catch (error) {
            if (exceptionName(error) === 'NotAllowedError') return; // whoever plays something finds out
            logger.warn('Tones cannot be played', { error: describeError(error) });
        }
    }

    #block(): void {
        this.#parts.logger.warn('The browser blocks tones until something is pressed');
        this.#parts.blocked.add(this.#parts.name);
    }
}

function play({ context, entry }: ToneOutput, shape: ToneShape): AudioBufferSourceNode {
    const samples = toneSamples(shape, SAMPLE_RATE);
    const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
    buffer.copyToChannel(samples, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(entry);
    source.start();
    return source;
}
