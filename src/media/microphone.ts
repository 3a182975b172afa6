import { DenwaError, describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { AudioEvent, MicrophoneProblem } from '../telephony/audio';
import { exceptionName } from '../base/exception-name';
import { stopTracks } from './stop-tracks';

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
    readonly emit: (event: AudioEvent) => void;
    readonly logger: Logger;
}

const CONSTRAINTS: MediaStreamConstraints = {
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    video: false
};

export class Microphone {
    readonly #parts: MicrophoneParts;

    constructor(parts: MicrophoneParts) {
        this.#parts = parts;
    }

    /** A fresh stream; whoever gets it stops its tracks. Rejects with a MicrophoneError. */
    async open(): Promise<MediaStream> {
        try {
            const stream = await this.#ask();
            this.#parts.emit({ type: 'microphone-ready' });
            return stream;
        } catch (error) {
            const problem = microphoneProblem(error, this.#parts.mayAsk());
            this.#parts.logger.error('No microphone', { problem, error: describeError(error) });
            this.#parts.emit({ type: 'microphone-unusable', problem });
            throw new MicrophoneError(problem, { cause: error });
        }
    }

    /** Lets the browser ask for permission before the first call needs it. */
    async prepare(): Promise<void> {
        stopTracks(await this.open());
    }

    #ask(): Promise<MediaStream> {
        const { devices } = this.#parts;
        if (!devices) throw new MicrophoneError('insecure-context');
        return devices.getUserMedia(CONSTRAINTS);
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
