import type { Unsubscribe } from '../base/emitter';
import type { AudioDeviceChange, AudioEvent } from '../telephony/audio';
import type { CallEvent } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import type { Preferences } from '../telephony/preferences';

/** What the agent chose of devices. */
export type AudioChoice = Pick<Preferences, 'microphone' | 'speaker' | 'ringer' | 'ringVolume'>;

export type AudioReport = AudioEvent | AudioDeviceChange | Extract<CallEvent, { readonly type: 'call-quality' }>;

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
    /** Uses these devices from now on, in running calls too. A device that is not there is used as soon as it is; the system's default until then. */
    choose(choice: AudioChoice): void;
    /** Reports the loudness of the chosen microphone ten times a second, until it is switched off. */
    measureMicrophone(on: boolean): void;
    /** Plays a tone for a moment through the chosen device. */
    testSound(output: 'speaker' | 'ringer'): void;
    subscribe(listener: (event: AudioReport) => void): Unsubscribe;
}
