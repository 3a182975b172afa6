import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import type { BlockedSounds } from './blocked-sounds';
import { exceptionName } from '../base/exception-name';
import { Sink, type SinkTarget } from './sink';

/** What is used of an `<audio>` element. */
export type AudioElement = Pick<HTMLAudioElement, 'srcObject' | 'muted' | 'paused' | 'play' | 'pause'> & SinkTarget;

export interface CallAudioParts {
    readonly createElement: () => AudioElement;
    readonly blocked: BlockedSounds;
    readonly logger: Logger;
}

interface Playing {
    readonly element: AudioElement;
    readonly sink: Sink;
}

/** Lets the agent hear the other party: one audio element per call, muted until `sound` says otherwise, be it before or after `play`. */
export class CallAudio {
    readonly #parts: CallAudioParts;
    readonly #calls = new Map<CallId, Playing>();
    #sinkId = '';
    #heard: ReadonlySet<CallId> = new Set();

    constructor(parts: CallAudioParts) {
        this.#parts = parts;
    }

    play(callId: CallId, stream: MediaStream): void {
        const { element } = this.#calls.get(callId) ?? this.#begin(callId);
        element.muted = !this.#heard.has(callId);
        if (element.srcObject === stream) return;
        element.srcObject = stream;
        void this.#start(callId, element);
    }

    stop(callId: CallId): void {
        const element = this.#calls.get(callId)?.element;
        if (!element) return;
        this.#calls.delete(callId);
        element.pause();
        element.srcObject = null;
        this.#parts.blocked.delete(callId);
    }

    sound(calls: readonly CallSound[]): void {
        this.#heard = new Set(calls.filter(({ speaker }) => speaker).map(({ callId }) => callId));
        for (const [callId, { element }] of this.#calls) element.muted = !this.#heard.has(callId);
    }

    /** Where calls are heard, those that run and those to come: a device; empty: the system's default. */
    use(sinkId: string): void {
        this.#sinkId = sinkId;
        for (const { sink } of this.#calls.values()) sink.use(sinkId);
    }

    /** What comes from the other party, whether the agent hears it or not; null as long as there is nothing. */
    track(callId: CallId): MediaStreamTrack | null {
        const stream = this.#calls.get(callId)?.element.srcObject as MediaStream | null | undefined;
        return stream?.getAudioTracks()[0] ?? null;
    }

    /** Starts what was blocked; to be called from a press. */
    unlock(): void {
        for (const [callId, { element }] of this.#calls) {
            if (this.#parts.blocked.has(callId)) void this.#start(callId, element);
        }
    }

    #begin(callId: CallId): Playing {
        const element = this.#parts.createElement();
        const playing = { element, sink: new Sink(element, this.#parts.logger) };
        this.#calls.set(callId, playing);
        playing.sink.use(this.#sinkId);
        return playing;
    }

    async #start(callId: CallId, element: AudioElement): Promise<void> {
        try {
            await element.play();
            this.#parts.blocked.delete(callId);
        } catch (error) {
            if (this.#calls.get(callId)?.element !== element) return; // the call ended first
            if (exceptionName(error) !== 'NotAllowedError') {
                this.#parts.logger.error('The call cannot be heard', { callId, error: describeError(error) });
                return;
            }
            this.#parts.logger.warn('The browser blocks sound until something is pressed', { callId });
            this.#parts.blocked.add(callId);
        }
    }
}
