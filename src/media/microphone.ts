import { DenwaError, describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { AudioEvent, MicrophoneProblem } from '../telephony/audio';
import { exceptionName } from '../base/exception-name';

const ADVICE: Readonly<Record<MicrophoneProblem, string>> = {
    'permission-denied': 'Allow the microphone for this site in the browser’s address bar',
    'blocked-by-page': 'Ask the administrator to let the softphone’s page use the microphone',
    'no-device': 'Plug in a microphone or headset',
    'device-busy': 'Close the other program that uses the microphone, or plug it in again',
    'insecure-context': 'Open the page over https'
};

/** Thrown when no microphone can be opened; the audio region of the snapshot tells the same. */
export class MicrophoneError extends DenwaError<MicrophoneProblem> {
    override readonly name = 'MicrophoneError';

    constructor(reason: MicrophoneProblem, options?: ErrorOptions) {
        super(reason, ADVICE[reason], options);
    }
}

export interface MicrophoneParts {
    /** `navigator.mediaDevices`: missing where the page is not served over https. */
    readonly devices: Pick<MediaDevices, 'getUserMedia'> | undefined;
    /** Whether the page that holds this frame lets it ask for a microphone. */
    readonly mayAsk: () => boolean;
    /** The device to open; empty: the system's default. */
    readonly deviceId: () => string;
    readonly emit: (event: AudioEvent) => void;
    readonly logger: Logger;
}

const PROCESSING: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export class Microphone {
    readonly #parts: MicrophoneParts;
    #problem: MicrophoneProblem | null = null;

    constructor(parts: MicrophoneParts) {
        this.#parts = parts;
    }

    /** Of the last attempt; null: it went well, or there was none. */
    get problem(): MicrophoneProblem | null {
        return this.#problem;
    }

    /** A fresh stream of the chosen device; whoever gets it stops its tracks. Rejects with a MicrophoneError. */
    async open(): Promise<MediaStream> {
        try {
            const stream = await this.#ask();
            this.#problem = null;
            this.#parts.emit({ type: 'microphone-ready' });
            return stream;
        } catch (error) {
            const problem = microphoneProblem(error, this.#parts.mayAsk());
            this.#parts.logger.error('No microphone', { problem, error: describeError(error) });
            this.#fail(problem);
            throw new MicrophoneError(problem, { cause: error });
        }
    }

    /** The permission was taken away; the browser ends the tracks. */
    withdraw(): void {
        this.#parts.logger.warn('The permission for the microphone was taken away');
        this.#fail('permission-denied');
    }

    #fail(problem: MicrophoneProblem): void {
        this.#problem = problem;
        this.#parts.emit({ type: 'microphone-unusable', problem });
    }

    async #ask(): Promise<MediaStream> {
        const { devices, deviceId, logger } = this.#parts;
        if (!devices) throw new MicrophoneError('insecure-context');
        const exact = deviceId();
        if (exact !== '') {
            try {
                return await devices.getUserMedia({ audio: { ...PROCESSING, deviceId: { exact } }, video: false });
            } catch (error) {
                // One that is there and does not start is told instead: the default would often be the same one.
                if (microphoneProblem(error, true) !== 'no-device') throw error;
                logger.warn('The chosen microphone is not there', { error: describeError(error) });
            }
        }
        return devices.getUserMedia({ audio: PROCESSING, video: false });
    }
}

/** What a failure of getUserMedia means to the agent (W3C Media Capture and Streams, section 10.3.1). */
export function microphoneProblem(error: unknown, mayAsk: boolean): MicrophoneProblem {
    if (error instanceof MicrophoneError) return error.reason;
    switch (exceptionName(error)) {
        case 'NotAllowedError':
            // The browser gives the same error for a refusal by the person and by the page around this frame.
            return mayAsk ? 'permission-denied' : 'blocked-by-page';
        case 'SecurityError':
            return 'blocked-by-page';
        case 'NotFoundError':
        case 'OverconstrainedError':
            return 'no-device';
        default: // NotReadableError, AbortError and what browsers may yet invent: the device is there and does not start
            return 'device-busy';
    }
}

/** Chromium's way to ask (Permissions Policy, section 9.3 of the W3C draft of 2020); other browsers cannot be asked. */
interface DocumentWithFeaturePolicy extends Document {
    readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

export function pageMayUseMicrophone(document: DocumentWithFeaturePolicy): boolean {
    return document.featurePolicy?.allowsFeature('microphone') ?? true;
}
