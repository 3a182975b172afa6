import { assertNever } from '../base/assert-never';
import type { Clock } from '../base/clock';
import { Emitter, type Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { AudioEvent } from '../telephony/audio';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import { BlockedSounds } from './blocked-sounds';
import { CallAudio } from './call-audio';
import { Microphone, MicrophoneError, pageMayUseMicrophone } from './microphone';
import type { OutgoingAudio } from './sending-call';
import { SentAudio } from './sent-audio';
import { Tones } from './tones';

/** All sound of the phone in this browser: the microphone, the calls and the tones, with one stream of events. */
export class BrowserAudio {
    readonly #events: Emitter<AudioEvent>;
    readonly #microphone: Microphone;
    readonly #callAudio: CallAudio;
    readonly #sentAudio: SentAudio;
    readonly #tones: Tones;

    constructor({ clock, logger }: { readonly clock: Clock; readonly logger: Logger }) {
        this.#events = new Emitter((error) => logger.error('A listener failed', { error: describeError(error) }));
        const emit = (event: AudioEvent): void => this.#events.emit(event);
        // The standard types do not know that an insecure page has no such object.
        const devices = (navigator as Partial<Pick<Navigator, 'mediaDevices'>>).mediaDevices;
        const createContext = (): AudioContext => new AudioContext();
        this.#microphone = new Microphone({
            devices,
            mayAsk: () => pageMayUseMicrophone(document),
            emit,
            logger: logger.child('microphone')
        });
        const blocked = new BlockedSounds(emit);
        this.#callAudio = new CallAudio({ createElement: () => new Audio(), blocked, logger: logger.child('call-audio') });
        this.#sentAudio = new SentAudio({
            openMicrophone: () => this.#microphone.open(),
            heard: (callId) => this.#callAudio.track(callId),
            createContext,
            createStream: (track) => new MediaStream([track]),
            devices,
            logger: logger.child('sent-audio')
        });
        this.#tones = new Tones({ createContext, clock, blocked, logger: logger.child('tones') });
    }

    subscribe(listener: (event: AudioEvent) => void): Unsubscribe {
        return this.#events.subscribe(listener);
    }

    /** Lets everything sound that the browser blocks. Call it from a press; the outcome arrives as events. */
    unlock(): void {
        this.#tones.unlock();
        this.#callAudio.unlock();
        this.#sentAudio.unlock();
    }

    /** Asks for the microphone; the outcome arrives as events. */
    async prepare(): Promise<void> {
        try {
            await this.#microphone.prepare();
            this.#sentAudio.restoreMicrophones();
        } catch (error) {
            if (!(error instanceof MicrophoneError)) throw error; // a MicrophoneError was told as an event
        }
    }

    tone(tone: 'ring' | 'call-waiting' | 'ringback' | 'none'): void {
        switch (tone) {
            case 'ring':
                return this.#tones.ring();
            case 'call-waiting':
                return this.#tones.callWaiting();
            case 'ringback':
                return this.#tones.ringback();
            case 'none':
                return this.#tones.silence();
            default:
                return assertNever(tone);
        }
    }

    /** One short tone, whatever else sounds. */
    beep(): void {
        this.#tones.beep();
    }

    /** Opens and shuts the calls' audio, and joins those of a three-way call. A call that is not named neither hears nor is heard. */
    sound(calls: readonly CallSound[]): void {
        this.#callAudio.sound(calls);
        this.#sentAudio.sound(calls);
    }

    /** Rejects with a MicrophoneError. */
    openMicrophone(callId: CallId, outgoing: OutgoingAudio): Promise<MediaStream> {
        return this.#sentAudio.open(callId, outgoing);
    }

    play(callId: CallId, stream: MediaStream): void {
        this.#callAudio.play(callId, stream);
        this.#sentAudio.update();
    }

    /** The call is over: neither its loudspeaker nor its microphone stays on. */
    stop(callId: CallId): void {
        this.#callAudio.stop(callId);
        this.#sentAudio.stop(callId);
    }
}
