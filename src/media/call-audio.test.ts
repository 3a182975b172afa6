import { describe, expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { AudioEvent } from '../telephony/audio';
import type { CallSound } from '../telephony/call-sound';
import { FakeAudioElement } from './audio-element.fake';
import { BlockedSounds } from './blocked-sounds';
import { CallAudio } from './call-audio';

function callAudio(problem: string | null): {
    readonly audio: CallAudio;
    readonly elements: FakeAudioElement[];
    readonly events: AudioEvent[];
    readonly log: LogLine[];
} {
    const elements: FakeAudioElement[] = [];
    const events: AudioEvent[] = [];
    const log: LogLine[] = [];
    const createElement = (): FakeAudioElement => {
        const element = Object.assign(new FakeAudioElement(), { problem });
        elements.push(element);
        return element;
    };
    const logger = new Logger('media', new SimulatedClock(), (line) => log.push(line));
    const blocked = new BlockedSounds((event) => events.push(event));
    return { audio: new CallAudio({ createElement, blocked, logger }), elements, events, log };
}

const stream = (): MediaStream => ({}) as MediaStream;
const sound = (callId: string, speaker: boolean): CallSound => ({ callId, microphone: false, speaker, joined: false, remoteHold: false });
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a call is heard until it ends; a new stream takes the place of the old one', async () => {
    const { audio, elements, events } = callAudio(null);
    const second = stream();
    audio.play('c1', stream());
    audio.play('c1', second);
    await settled();
    expect(elements).toHaveLength(1);
    expect(elements[0]).toMatchObject({ paused: false, srcObject: second });
    audio.stop('c1');
    audio.stop('c1');
    expect(elements[0]).toMatchObject({ paused: true, srcObject: null });
    expect(events).toEqual([]);
});

test('the agent hears the calls that are to be heard, whichever was first: the wish or the sound', () => {
    const { audio, elements } = callAudio(null);
    audio.play('c1', stream());
    expect(elements[0]?.muted).toBe(true);
    audio.sound([sound('c1', true), sound('c2', false)]);
    audio.play('c2', stream());
    expect(elements.map(({ muted }) => muted)).toEqual([false, true]);
    audio.sound([sound('c2', true)]);
    expect(elements.map(({ muted }) => muted)).toEqual([true, false]);
});

test('what comes from the other party can be had, heard or not, until the call ends', () => {
    const { audio } = callAudio(null);
    const track = {} as MediaStreamTrack;
    expect(audio.track('c1')).toBe(null);
    audio.play('c1', { getAudioTracks: () => [track] } as Partial<MediaStream> as MediaStream);
    expect(audio.track('c1')).toBe(track);
    audio.stop('c1');
    expect(audio.track('c1')).toBe(null);
});

test('what the browser blocks is told, and starts with a press', async () => {
    const { audio, elements, events } = callAudio('NotAllowedError');
    audio.play('c1', stream());
    await settled();
    expect(events).toEqual([{ type: 'playback-blocked' }]);
    for (const element of elements) element.problem = null;
    audio.unlock();
    await settled();
    expect(elements[0]?.paused).toBe(false);
    expect(events).toEqual([{ type: 'playback-blocked' }, { type: 'playback-allowed' }]);
});

test('a call that ends while it is blocked needs no press any more', async () => {
    const { audio, events } = callAudio('NotAllowedError');
    audio.play('c1', stream());
    await settled();
    audio.stop('c1');
    expect(events).toEqual([{ type: 'playback-blocked' }, { type: 'playback-allowed' }]);
});

test('a call that ended before it could be heard is no news', async () => {
    const { audio, events, log } = callAudio('AbortError');
    audio.play('c1', stream());
    audio.stop('c1');
    await settled();
    expect(events).toEqual([]);
    expect(log).toEqual([]);
});

test('a loudspeaker that fails is logged', async () => {
    const { audio, events, log } = callAudio('NotSupportedError');
    audio.play('c1', stream());
    await settled();
    expect(events).toEqual([]);
    expect(log).toMatchObject([{ level: 'error', fields: { callId: 'c1' } }]);
});

describe('the chosen speaker', () => {
    test('plays the calls that run and those to come', async () => {
        const { audio, elements } = callAudio(null);
        audio.play('c1', stream());
        audio.use('headset');
        audio.play('c2', stream());
        await settled();
        expect(elements.map(({ sinkId }) => sinkId)).toEqual(['headset', 'headset']);
        audio.use('');
        await settled();
        expect(elements.map(({ sinkId }) => sinkId)).toEqual(['', '']);
    });

    test('that does not play leaves the call to the default one, and is tried again', async () => {
        const { audio, elements, log } = callAudio(null);
        audio.play('c1', stream());
        audio.use('headset');
        await settled();
        for (const element of elements) element.broken.add('speakerphone');
        audio.use('speakerphone');
        await settled();
        expect(elements[0]).toMatchObject({ sinkId: '', paused: false });
        expect(log).toMatchObject([{ level: 'warn', message: 'The chosen output does not play' }]);
        for (const element of elements) element.broken.clear();
        audio.use('speakerphone');
        await settled();
        expect(elements[0]?.sinkId).toBe('speakerphone');
    });
});
