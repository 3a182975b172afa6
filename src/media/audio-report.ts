import type { AudioDeviceChange, AudioEvent } from '../telephony/audio';
import type { CallEvent } from '../telephony/call';
import type { Preferences } from '../telephony/preferences';

/** Everything that this room tells. */
export type AudioReport = AudioEvent | AudioDeviceChange | Extract<CallEvent, { readonly type: 'call-quality' }>;

/** What the agent chose of devices. */
export type AudioChoice = Pick<Preferences, 'microphone' | 'speaker' | 'ringer' | 'ringVolume'>;
