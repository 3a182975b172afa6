import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { AudioEvent } from '../telephony/audio';
import type { CallId } from '../telephony/call';
import { exceptionName } from './exception-name';

/** What is used of an `<audio>` element. */
export type AudioElement = Pick<HTMLAudioElement, 'srcObject' | 'play' | 'pause'>;

export interface CallAudioParts {
    readonly createElement: () => AudioElement;
    readonly emit: (event: AudioEvent) => void;
    readonly logger: Logger;
}

/** Lets the agent hear the other party: one audio element per call. */
export class CallAudio {
    readonly #parts: CallAudioParts;
    readonly #elements = new Map<CallId, AudioElement>();
    /** Calls that the browser keeps silent until somebody presses something in the page. */
    readonly #blocked = new Set<CallId>();

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
        this.#blocked.delete(callId);
        element.pause();
        element.srcObject = null;
    }

    /** Starts what was blocked; to be called from a press. */
    async unlock(): Promise<void> {
        await Promise.all(
            [...this.#elements].filter(([callId]) => this.#blocked.has(callId)).map(([callId, element]) => this.#start(callId, element))
        );
    }

    async #start(callId: CallId, element: AudioElement): Promise<void> {
        try {
            await element.play();
            if (this.#blocked.delete(callId)) this.#parts.emit({ type: 'playback-allowed' });
        } catch (error) {
            if (this.#elements.get(callId) !== element) return; // the call ended first
            if (exceptionName(error) !== 'NotAllowedError') {
                this.#parts.logger.error('The call cannot be heard', { callId, error: describeError(error) });
                return;
            }
            this.#blocked.add(callId);
            this.#parts.logger.warn('The browser blocks sound until something is pressed', { callId });
            this.#parts.emit({ type: 'playback-blocked' });
        }
    }
}
