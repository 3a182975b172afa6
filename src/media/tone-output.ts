import type { AudioElement } from './call-audio';
import { Sink } from './sink';
import type { Logger } from '../base/logger';

/**
 * Web Audio that plays through a device of its own. An audio element plays for the context: in the frame of another site Chromium lets
 * elements choose their output but contexts only by permission of the page around it (`speaker-selection`; Chromium 156), and other browsers
 * let contexts choose none at all.
 */
export class ToneOutput {
    readonly context: AudioContext;
    readonly #gain: GainNode;
    readonly #element: AudioElement;
    readonly #sink: Sink;

    constructor(context: AudioContext, element: AudioElement, logger: Logger) {
        this.context = context;
        this.#gain = context.createGain();
        const destination = context.createMediaStreamDestination();
        this.#gain.connect(destination);
        this.#element = element;
        this.#element.srcObject = destination.stream;
        this.#sink = new Sink(element, logger);
    }

    /** Where to connect what is to be heard. */
    get entry(): AudioNode {
        return this.#gain;
    }

    get isRunning(): boolean {
        return this.context.state === 'running' && !this.#element.paused;
    }

    /** `sinkId`: a device; empty: the system's default. `volume`: from 0 to 1. */
    use(sinkId: string, volume: number): void {
        this.#gain.gain.value = volume;
        this.#sink.use(sinkId);
    }

    /** Resolves when it sounds. Where the browser wants a press first it rejects, or takes until then. */
    async resume(): Promise<void> {
        await Promise.all([this.context.resume(), this.#element.play()]);
    }
}
