import { describe, expect, test } from '@jest/globals';
import { defaultPreferences } from '../telephony/preferences';
import type { AudioChoice } from './audio-report';
import { FakeComputer, type Headset } from './computer.fake';
import { MicrophoneMeter } from './microphone-meter';
import { QualityWatch } from './quality-watch';

const choice = (change: Partial<AudioChoice>): AudioChoice => ({ ...defaultPreferences, ...change });
const headsetOnly = choice({ microphone: 'headset', speaker: 'headset', ringer: 'laptop' });

/** Devices are known, as they are from the second visit on. */
async function computer(...plugged: readonly Headset[]): Promise<FakeComputer> {
    const subject = new FakeComputer(...plugged);
    await subject.settle();
    return subject;
}

/** The agent talks to Alice through the chosen headset. */
async function headsetCall(): Promise<{ readonly desk: FakeComputer; readonly alice: { readonly voices: readonly string[] } }> {
    const desk = await computer('laptop', 'headset');
    desk.audio.choose(headsetOnly);
    const alice = await desk.call();
    return { desk, alice };
}

describe('the devices that there are', () => {
    const listed = (desk: FakeComputer): readonly unknown[] =>
        desk.reports.flatMap((report) => (report.type === 'audio-devices' ? [report.devices] : []));

    test('are told when they change, the system’s choices left out, and the browser is asked once for each change', async () => {
        const desk = await computer('laptop');
        await desk.plug('headset');
        await desk.takeByDefault('headset');
        const laptop = { id: 'laptop', label: 'laptop' };
        const both = [laptop, { id: 'headset', label: 'headset' }];
        expect(listed(desk)).toEqual([
            { microphones: [laptop], outputs: [laptop], outputsSelectable: true },
            { microphones: both, outputs: both, outputsSelectable: true }
        ]);
        expect(desk.looks).toBe(3);
    });

    test('are hidden before the permission, and told with the first microphone', async () => {
        const desk = new FakeComputer('laptop');
        await desk.permit('prompt');
        expect(listed(desk).at(-1)).toMatchObject({ microphones: [], outputs: [] });
        await desk.permit('granted', false);
        await desk.audio.prepare();
        await desk.settle();
        expect(listed(desk).at(-1)).toMatchObject({ microphones: [{ id: 'laptop' }] });
        expect(desk.open).toEqual([]);
        expect(desk.changes).toEqual([]);
    });
});

describe('in the middle of a call', () => {
    test('the headset is unplugged: the laptop takes over, and the headset again when it returns', async () => {
        const { desk, alice } = await headsetCall();
        expect([alice.voices, desk.elements[0]?.sinkId]).toEqual([['headset'], 'headset']);
        await desk.unplug('headset');
        expect([alice.voices, desk.elements[0]?.sinkId, desk.open]).toEqual([['laptop'], '', ['laptop']]);
        await desk.plug('headset');
        expect([alice.voices, desk.elements[0]?.sinkId, desk.open]).toEqual([['headset'], 'headset', ['headset']]);
        expect(desk.changes).toEqual([
            'microphone replaced laptop',
            'speaker replaced laptop',
            'microphone returned headset',
            'speaker returned headset'
        ]);
        desk.audio.stop('alice');
        expect(desk.open).toEqual([]);
    });

    test('the only headset is unplugged: the call goes on without, and with it again when it returns', async () => {
        const desk = await computer('headset');
        const alice = await desk.call();
        await desk.unplug('headset');
        desk.clock.advance(1_000);
        expect(alice.voices).toEqual([]);
        expect(desk.reports).toContainEqual({ type: 'microphone-input', input: 'lost' });
        expect(desk.reports).toContainEqual({ type: 'microphone-unusable', problem: 'no-device' });
        await desk.plug('headset');
        expect(alice.voices).toEqual(['headset']);
        expect(desk.reports).toContainEqual({ type: 'microphone-ready' });
        expect(desk.changes).toEqual([
            'microphone unplugged',
            'speaker unplugged',
            'microphone returned headset',
            'speaker returned headset'
        ]);
    });

    test('the agent chooses other devices: both ends change over, and it is no news to the agent', async () => {
        const { desk, alice } = await headsetCall();
        await desk.plug('speakerphone');
        desk.audio.choose(choice({ microphone: 'speakerphone', speaker: 'speakerphone' }));
        await desk.settle();
        expect([alice.voices, desk.elements[0]?.sinkId, desk.open]).toEqual([['speakerphone'], 'speakerphone', ['speakerphone']]);
        expect(desk.changes).toEqual([]);
    });

    test('the chosen microphone is taken by another program: the call keeps the one it has', async () => {
        const { desk, alice } = await headsetCall();
        desk.busy = 'laptop';
        desk.audio.choose(choice({ microphone: 'laptop' }));
        await desk.settle();
        expect([alice.voices, desk.open]).toEqual([['headset'], ['headset']]);
        expect(desk.reports.at(-1)).toEqual({ type: 'microphone-unusable', problem: 'device-busy' });
    });

    test('the system takes another default: an agent who chose nothing goes with it', async () => {
        const desk = await computer('laptop', 'headset');
        const alice = await desk.call();
        await desk.takeByDefault('headset');
        expect([alice.voices, desk.open]).toEqual([['headset'], ['headset']]);
        expect(desk.changes).toEqual(['microphone system-default headset', 'speaker system-default headset']);
    });

    test('the system takes another default: an agent who chose a headset stays with it', async () => {
        const { desk, alice } = await headsetCall();
        await desk.plug('speakerphone', true);
        expect([alice.voices, desk.open, desk.changes]).toEqual([['headset'], ['headset'], []]);
    });

    test('the permission is taken away: the call goes on, and with the permission the microphone is back', async () => {
        const { desk, alice } = await headsetCall();
        await desk.permit('denied');
        desk.clock.advance(1_000);
        expect([alice.voices, desk.open]).toEqual([[], []]);
        expect(desk.changes).toEqual(['microphone withdrawn']);
        expect(desk.reports).toContainEqual({ type: 'microphone-unusable', problem: 'permission-denied' });
        expect(desk.reports).toContainEqual({ type: 'microphone-input', input: 'lost' });
        await desk.permit('granted');
        expect([alice.voices, desk.open]).toEqual([['headset'], ['headset']]);
        expect(desk.changes).toHaveLength(1);
    });

    test('and muted: another microphone is muted too', async () => {
        const { desk, alice } = await headsetCall();
        desk.audio.sound([{ callId: 'alice', microphone: false, speaker: true, joined: false, remoteHold: false }]);
        await desk.unplug('headset');
        expect(alice.voices).toEqual([]);
        desk.audio.sound([{ callId: 'alice', microphone: true, speaker: true, joined: false, remoteHold: false }]);
        expect(alice.voices).toEqual(['laptop']);
    });
});

describe('between calls', () => {
    test('only what the agent chose is missed', async () => {
        const desk = await computer('laptop', 'headset');
        await desk.takeByDefault('headset');
        expect(desk.changes).toEqual([]);
        desk.audio.choose(headsetOnly);
        await desk.unplug('headset');
        expect(desk.changes).toEqual(['microphone replaced laptop', 'speaker replaced laptop']);
    });

    test('while it rings, the ring goes on through another output', async () => {
        const desk = await computer('laptop', 'headset');
        desk.audio.choose(choice({ ringer: 'headset', ringVolume: 40 }));
        desk.audio.tone('ring');
        await desk.settle();
        expect([desk.elements[0]?.sinkId, desk.contexts[0]?.gain.value]).toEqual(['headset', 0.4]);
        await desk.unplug('headset');
        expect(desk.elements[0]?.sinkId).toBe('');
        expect(desk.contexts[0]?.sounding.size).toBe(1);
        expect(desk.changes).toEqual(['ringer replaced laptop']);
    });

    test('a microphone that was missing is ready as soon as it is plugged in, and not left open', async () => {
        const desk = await computer();
        await desk.audio.prepare();
        expect(desk.reports.at(-1)).toEqual({ type: 'microphone-unusable', problem: 'no-device' });
        await desk.plug('headset');
        expect(desk.reports).toContainEqual({ type: 'microphone-ready' });
        expect(desk.open).toEqual([]);
    });

    test('a permission that is taken away is told with the state, and the devices are hidden', async () => {
        const desk = await computer('laptop');
        await desk.permit('denied');
        expect(desk.reports.slice(-2)).toEqual([
            { type: 'microphone-unusable', problem: 'permission-denied' },
            { type: 'audio-devices', devices: { microphones: [], outputs: [], outputsSelectable: true } }
        ]);
        expect(desk.changes).toEqual([]);
    });

    test('a permission that was refused and given later makes the microphone ready', async () => {
        const desk = await computer('laptop');
        await desk.permit('denied');
        await desk.permit('granted');
        expect(desk.reports).toContainEqual({ type: 'microphone-ready' });
        expect([desk.open, desk.changes]).toEqual([[], []]);
    });

    test('the microphone under test changes with the choice, and none is left open', async () => {
        const desk = await computer('laptop', 'headset');
        desk.audio.meterWith((parts) => new MicrophoneMeter(parts));
        desk.audio.measureMicrophone(true);
        await desk.settle();
        expect(desk.open).toEqual(['laptop']);
        desk.audio.choose(headsetOnly);
        await desk.settle();
        expect(desk.open).toEqual(['headset']);
        await desk.unplug('headset');
        expect(desk.open).toEqual(['laptop']);
        desk.audio.measureMicrophone(false);
        await desk.settle();
        expect(desk.open).toEqual([]);
    });
});

describe('the quality of a call', () => {
    test.each(['before', 'meanwhile'] as const)(
        'and the energy of its microphone are measured until the call is over: %s',
        async (loaded) => {
            const { desk } = await headsetCall();
            let packets = 0;
            // What measures may be loaded when the call is already up.
            if (loaded === 'before') desk.audio.measureWith((parts) => new QualityWatch(parts));
            desk.audio.measure('alice', () =>
                Promise.resolve(
                    new Map<string, object>([
                        ['in', { type: 'inbound-rtp', packetsReceived: (packets += 50) }],
                        ['source', { type: 'media-source', totalAudioEnergy: 0 }]
                    ])
                )
            );
            if (loaded === 'meanwhile') desk.audio.measureWith((parts) => new QualityWatch(parts));
            for (let second = 0; second < 6; second += 1) {
                desk.clock.advance(1_000);
                await desk.settle();
            }
            expect(desk.reports).toContainEqual(expect.objectContaining({ type: 'call-quality', callId: 'alice' }));
            expect(desk.reports).toContainEqual({ type: 'microphone-input', input: 'silent' });
            desk.audio.stop('alice');
            expect(desk.clock.pending).toBe(0);
        }
    );
});
