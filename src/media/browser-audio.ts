import { assertNever } from '../base/assert-never';
import type { Clock } from '../base/clock';
import { Emitter, type Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { AudioEvent } from '../telephony/audio';
import type { CallId } from '../telephony/call';
import { BlockedSounds } from './blocked-sounds';
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
        const blocked = new BlockedSounds(emit);
        this.#callAudio = new CallAudio({ createElement: () => new Audio(), blocked, logger: logger.child('call-audio') });
        this.#tones = new Tones({ createContext: () => new AudioContext(), clock, blocked, logger: logger.child('tones') });
    }

    subscribe(listener: (event: AudioEvent) => void): Unsubscribe {
        return this.#events.subscribe(listener);
    }

    /** Lets everything sound that the browser blocks. Call it from a press; the outcome arrives as events. */
    unlock(): void {
        this.#tones.unlock();
        this.#callAudio.unlock();
    }

    /** Asks for the microphone; the outcome arrives as events. */
    async prepare(): Promise<void> {
        try {
            await this.#microphone.prepare();
        } catch (error) {
            if (!(error instanceof MicrophoneError)) throw error; // a MicrophoneError was told as an event
        }
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
