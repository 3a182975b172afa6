import { expect, test } from '@jest/globals';
import type { AudioEvent } from '../telephony/audio';
import { BlockedSounds } from './blocked-sounds';

test('a blocked ring and a blocked call are one piece of news, and over when the last of them is', () => {
    const events: AudioEvent[] = [];
    const blocked = new BlockedSounds((event) => events.push(event));
    blocked.delete('c1');
    blocked.add('tones');
    blocked.add('c1');
    blocked.add('c1');
    expect(events).toEqual([{ type: 'playback-blocked' }]);
    blocked.delete('c1');
    expect(events).toHaveLength(1);
    blocked.delete('tones');
    blocked.delete('tones');
    expect(events).toEqual([{ type: 'playback-blocked' }, { type: 'playback-allowed' }]);
});
