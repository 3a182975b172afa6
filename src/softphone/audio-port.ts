import type { Unsubscribe } from '../base/emitter';
import type { AudioEvent } from '../telephony/audio';
import type { CallSound } from '../telephony/call-sound';

/** The sound that belongs to the phone rather than to one call. */
export interface AudioPort {
    /** Lets sound what the browser blocks until somebody presses something (autoplay policy): to be called from every press. */
    unlock(): void;
    /** Asks for the microphone. The outcome arrives as events. */
    prepare(): Promise<void>;
    /** Plays the given tone until told otherwise. `call-waiting`: another caller rings while the agent is on a call. */
    tone(tone: 'ring' | 'call-waiting' | 'ringback' | 'none'): void;
    /** One short tone: a call has answered itself. */
    beep(): void;
    /** Opens and shuts the calls' audio, and joins those of a three-way call. Told again whenever something changed. */
    sound(calls: readonly CallSound[]): void;
    subscribe(listener: (event: AudioEvent) => void): Unsubscribe;
}
