import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { AudioEvent } from '../telephony/audio';
import { OneAtATime } from './one-at-a-time';
import { stopTracks } from './stop-tracks';

export interface MicrophoneMeterParts {
    /** Rejects where there is no usable microphone, which it tells itself. */
    readonly openMicrophone: () => Promise<MediaStream>;
    readonly createContext: () => AudioContext;
    readonly clock: Clock;
    readonly emit: (event: AudioEvent) => void;
    readonly logger: Logger;
}

interface Measuring {
    readonly stream: MediaStream;
    readonly context: AudioContext;
    readonly analyser: AnalyserNode;
    cancelNext: Cancel;
}

/** Ten times a second. */
const PERIOD = 100;
/** Long enough, at up to 48 kHz, to leave no gap between two looks. */
const WINDOW = 8_192;
/** A quiet room, in decibels below full scale. */
const FLOOR = 60;
const STEP = 5;

/** Measures the microphone outside of calls, with a stream of its own that is open only as long as that. */
export class MicrophoneMeter {
    readonly #parts: MicrophoneMeterParts;
    readonly #switching = new OneAtATime(() => this.#switch());
    #wanted = false;
    #outdated = false;
    #measuring: Measuring | null = null;
    #level: number | null = null;

    constructor(parts: MicrophoneMeterParts) {
        this.#parts = parts;
    }

    get isOn(): boolean {
        return this.#wanted;
    }

    measure(on: boolean): void {
        this.#wanted = on;
        this.#switching.request();
    }

    /** Another microphone is to be used now, or this one is gone. */
    changeMicrophone(): void {
        this.#outdated = true;
        this.#switching.request();
    }

    async #switch(): Promise<void> {
        if (this.#measuring && this.#wanted && !this.#outdated) return;
        this.#outdated = false;
        if (this.#measuring) await this.#end(this.#measuring);
        if (!this.#wanted) return this.#tell(null);
        try {
            this.#begin(await this.#parts.openMicrophone());
        } catch (error) {
            this.#parts.logger.warn('The microphone cannot be measured', { error: describeError(error) });
            this.#wanted = false;
            this.#tell(null);
        }
    }

    #begin(stream: MediaStream): void {
        try {
            const context = this.#parts.createContext();
            const analyser = context.createAnalyser();
            analyser.fftSize = WINDOW;
            context.createMediaStreamSource(stream).connect(analyser);
            this.#measuring = { stream, context, analyser, cancelNext: () => undefined };
            this.#next(this.#measuring);
        } catch (error) {
            stopTracks(stream);
            throw error;
        }
        for (const track of stream.getTracks()) track.addEventListener('ended', () => this.changeMicrophone());
    }

    #next(measuring: Measuring): void {
        measuring.cancelNext = this.#parts.clock.after(PERIOD, () => {
            const samples = new Float32Array(measuring.analyser.fftSize);
            measuring.analyser.getFloatTimeDomainData(samples);
            this.#tell(loudness(samples));
            this.#next(measuring);
        });
    }

    async #end(measuring: Measuring): Promise<void> {
        this.#measuring = null;
        measuring.cancelNext();
        stopTracks(measuring.stream);
        try {
            await measuring.context.close();
        } catch (error) {
            this.#parts.logger.warn('The measuring of the microphone did not end well', { error: describeError(error) });
        }
    }

    #tell(level: number | null): void {
        if (level === this.#level) return;
        this.#level = level;
        this.#parts.emit({ type: 'microphone-level', level });
    }
}

/** From 0 to 100 in steps of 5: the effective value in decibels, as loudness is heard. */
export function loudness(samples: Float32Array): number {
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const level = (1 + (10 * Math.log10(power)) / FLOOR) * 100;
    return Math.min(100, Math.max(0, Math.round(level / STEP) * STEP));
}
