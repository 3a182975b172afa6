import { assertNever } from '../base/assert-never';
import type { Clock } from '../base/clock';
import { Emitter, type Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { AudioEvent } from '../telephony/audio';
import type { CallId } from '../telephony/call';
import { CallAudio } from './call-audio';
import { Microphone, MicrophoneError, pageMayUseMicrophone } from './microphone';
import { Tones } from './tones';

/** All sound of the phone in this browser: the microphone, the calls and the tones, with one stream of events. */
export class BrowserAudio {
    readonly #events: Emitter<AudioEvent>;
    readonly #microphone: Microphone;
    readonly #callAudio: CallAudio;
    readonly #tones: Tones;

    constructor({ clock, logger }: { readonly clock: Clock; readonly logger: Logger }) {
        this.#events = new Emitter((error) => logger.error('A listener failed', { error: describeError(error) }));
        const emit = (event: AudioEvent): void => this.#events.emit(event);
        this.#microphone = new Microphone({
            // The standard types do not know that an insecure page has no such object.
            devices: (navigator as Partial<Pick<Navigator, 'mediaDevices'>>).mediaDevices,
            mayAsk: () => pageMayUseMicrophone(document),
            emit,
            logger: logger.child('microphone')
        });
        this.#callAudio = new CallAudio({ createElement: () => new Audio(), emit, logger: logger.child('call-audio') });
        this.#tones = new Tones({ createContext: () => new AudioContext(), clock, emit, logger: logger.child('tones') });
    }

    subscribe(listener: (event: AudioEvent) => void): Unsubscribe {
        return this.#events.subscribe(listener);
    }

    /** Unlocks sound and asks for the microphone. Call it from a press; the outcome arrives as events. */
    async prepare(): Promise<void> {
        // Both in this order and before the first wait: a press counts only for a moment.
        this.#tones.unlock();
        const unlocked = this.#callAudio.unlock();
        try {
            await this.#microphone.prepare();
        } catch (error) {
            if (!(error instanceof MicrophoneError)) throw error; // a MicrophoneError was told as an event
        }
        await unlocked;
    }

    tone(tone: 'ring' | 'ringback' | 'none'): void {
        switch (tone) {
            case 'ring':
                return this.#tones.ring();
            case 'ringback':
                return this.#tones.ringback();
            case 'none':
                return this.#tones.silence();
            default:
                return assertNever(tone);
        }
    }

    openMicrophone(): Promise<MediaStream> {
        return this.#microphone.open();
    }

    play(callId: CallId, stream: MediaStream): void {
        this.#callAudio.play(callId, stream);
    }

    stop(callId: CallId): void {
        this.#callAudio.stop(callId);
    }
}
