import type { Unsubscribe } from '../base/emitter';
import type { AudioEvent } from '../telephony/audio';

/** The sound that belongs to the phone rather than to one call. */
export interface AudioPort {
    /** Lets sound what the browser blocks until somebody presses something (autoplay policy): to be called from every press. */
    unlock(): void;
    /** Asks for the microphone. The outcome arrives as events. */
    prepare(): Promise<void>;
    /** Plays the given tone until told otherwise. */
    tone(tone: 'ring' | 'ringback' | 'none'): void;
    subscribe(listener: (event: AudioEvent) => void): Unsubscribe;
}
