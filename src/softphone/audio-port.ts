import type { Unsubscribe } from '../base/emitter';
import type { AudioEvent } from '../telephony/audio';

/** The sound that belongs to the phone rather than to one call. */
export interface AudioPort {
    /** Asks for the microphone and unlocks playback. The outcome arrives as events. Call it from a press (autoplay policy). */
    prepare(): Promise<void>;
    /** Plays the given tone until told otherwise. */
    tone(tone: 'ring' | 'ringback' | 'none'): void;
    subscribe(listener: (event: AudioEvent) => void): Unsubscribe;
}
