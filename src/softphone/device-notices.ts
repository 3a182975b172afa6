import type { AudioDeviceChange } from '../telephony/audio';
import type { NoticeCode } from '../telephony/notice';

type Notices = Readonly<Record<AudioDeviceChange['change'], NoticeCode | null>>;

/** What the agent is told. Null: the same has been told of another device. */
const NOTICES: Readonly<Record<AudioDeviceChange['device'], Notices>> = {
    microphone: {
        unplugged: 'microphone-unplugged',
        replaced: 'microphone-replaced',
        returned: 'microphone-returned',
        'system-default': 'audio-system-default',
        withdrawn: 'microphone-withdrawn'
    },
    speaker: {
        unplugged: 'speaker-unplugged',
        replaced: 'speaker-replaced',
        returned: 'speaker-returned',
        'system-default': 'audio-system-default',
        // Browsers give the permission for microphone and speaker together.
        withdrawn: null
    },
    ringer: {
        // Nothing is left to play on, so the speaker is gone too.
        unplugged: null,
        replaced: 'ringer-replaced',
        returned: 'ringer-returned',
        'system-default': 'audio-system-default',
        withdrawn: null
    }
};

export function noticeOf({ device, change }: AudioDeviceChange): NoticeCode | null {
    return NOTICES[device][change];
}
