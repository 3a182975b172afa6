import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import type { BlockedSounds } from './blocked-sounds';
import { exceptionName } from '../base/exception-name';

/** What is used of an `<audio>` element. */
export type AudioElement = Pick<HTMLAudioElement, 'srcObject' | 'muted' | 'play' | 'pause'>;

export interface CallAudioParts {
    readonly createElement: () => AudioElement;
    readonly blocked: BlockedSounds;
    readonly logger: Logger;
}

/** Lets the agent hear the other party: one audio element per call, muted until `sound` says otherwise, be it before or after `play`. */
export class CallAudio {
    readonly #parts: CallAudioParts;
    readonly #elements = new Map<CallId, AudioElement>();
    #heard: ReadonlySet<CallId> = new Set();

    constructor(parts: CallAudioParts) {
        this.#parts = parts;
    }

    play(callId: CallId, stream: MediaStream): void {
        const element = this.#elements.get(callId) ?? this.#parts.createElement();
        this.#elements.set(callId, element);
        element.muted = !this.#heard.has(callId);
        if (element.srcObject === stream) return;
        element.srcObject = stream;
        void this.#start(callId, element);
    }

    stop(callId: CallId): void {
        const element = this.#elements.get(callId);
        if (!element) return;
        this.#elements.delete(callId);
        element.pause();
        element.srcObject = null;
        this.#parts.blocked.delete(callId);
    }

    sound(calls: readonly CallSound[]): void {
        this.#heard = new Set(calls.filter(({ speaker }) => speaker).map(({ callId }) => callId));
        for (const [callId, element] of this.#elements) element.muted = !this.#heard.has(callId);
    }

    /** What comes from the other party, whether the agent hears it or not; null as long as there is nothing. */
    track(callId: CallId): MediaStreamTrack | null {
        const stream = this.#elements.get(callId)?.srcObject as MediaStream | null | undefined;
        return stream?.getAudioTracks()[0] ?? null;
    }

    /** Starts what was blocked; to be called from a press. */
    unlock(): void {
        for (const [callId, element] of this.#elements) {
            if (this.#parts.blocked.has(callId)) void this.#start(callId, element);
        }
    }

    async #start(callId: CallId, element: AudioElement): Promise<void> {
        try {
            await element.play();
            this.#parts.blocked.delete(callId);
        } catch (error) {
            if (this.#elements.get(callId) !== element) return; // the call ended first
            if (exceptionName(error) !== 'NotAllowedError') {
                this.#parts.logger.error('The call cannot be heard', { callId, error: describeError(error) });
                return;
            }
            this.#parts.logger.warn('The browser blocks sound until something is pressed', { callId });
            this.#parts.blocked.add(callId);
        }
    }
}
