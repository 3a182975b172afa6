import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { BlockedSounds } from './blocked-sounds';
import { exceptionName } from './exception-name';

/** What is used of an `<audio>` element. */
export type AudioElement = Pick<HTMLAudioElement, 'srcObject' | 'play' | 'pause'>;

export interface CallAudioParts {
    readonly createElement: () => AudioElement;
    readonly blocked: BlockedSounds;
    readonly logger: Logger;
}

/** Lets the agent hear the other party: one audio element per call. */
export class CallAudio {
    readonly #parts: CallAudioParts;
    readonly #elements = new Map<CallId, AudioElement>();

    constructor(parts: CallAudioParts) {
        this.#parts = parts;
    }

    play(callId: CallId, stream: MediaStream): void {
        const element = this.#elements.get(callId) ?? this.#parts.createElement();
        this.#elements.set(callId, element);
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
