import { describe, expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { AudioEvent } from '../telephony/audio';
import { FakeAudioElement } from './audio-element.fake';
import { BlockedSounds } from './blocked-sounds';
import { FakeToneContext } from './tone-context.fake';
import { ToneOutput } from './tone-output';
import { BEEP, CALL_WAITING, RING, RINGBACK, RINGER_TEST, SPEAKER_TEST, toneSamples } from './tone-samples';
import { Tones } from './tones';

/** A desk with a headset to talk through and a speaker that rings. */
class Desk {
    readonly clock = new SimulatedClock();
    readonly events: AudioEvent[] = [];
    readonly log: LogLine[] = [];
    readonly outputs: { readonly context: FakeToneContext; readonly element: FakeAudioElement }[] = [];
    readonly tones: Tones;
    problem: Error | null = null;
    #allowed: boolean;

    /** `allowed`: whether the browser lets the page make sounds before anything is pressed. */
    constructor(allowed = true) {
        this.#allowed = allowed;
        const logger = new Logger('media', this.clock, (line) => this.log.push(line));
        this.tones = new Tones({
            openOutput: () => this.#open(logger),
            clock: this.clock,
            blocked: new BlockedSounds((event) => this.events.push(event)),
            emit: (event) => this.events.push(event),
            logger
        });
        this.tones.use({ speaker: 'headset', ringer: 'loud', ringVolume: 0.7 });
    }

    /** What sounds now, and through which device. */
    get sounds(): readonly string[] {
        return this.outputs.flatMap(({ context, element }) =>
            [...context.sounding].map(({ loop }) => `${element.sinkId} ${loop ? 'lasting' : 'once'}${element.paused ? ' blocked' : ''}`)
        );
    }

    press(): Promise<void> {
        this.#allowed = true;
        for (const { element } of this.outputs) element.problem = null;
        this.tones.unlock();
        return settled();
    }

    #open(logger: Logger): ToneOutput {
        if (this.problem) throw this.problem;
        const context = new FakeToneContext('suspended', () => this.#allowed);
        const element = Object.assign(new FakeAudioElement(), { problem: this.#allowed ? null : 'NotAllowedError' });
        this.outputs.push({ context, element });
        return new ToneOutput(context.asContext(), element, logger);
    }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('tones', () => {
    test('an inbound call rings through the ringer, all else goes to the speaker, and one sounds at a time', async () => {
        const desk = new Desk();
        desk.tones.ring();
        desk.tones.ring();
        await settled();
        expect([desk.sounds, desk.tones.isRinging]).toEqual([['loud lasting'], true]);
        desk.tones.callWaiting();
        await settled();
        expect([desk.sounds, desk.tones.isRinging]).toEqual([['headset lasting'], false]);
        desk.tones.ringback();
        desk.tones.ring();
        await settled();
        expect(desk.sounds).toEqual(['loud lasting']);
        desk.tones.silence();
        desk.tones.silence();
        expect(desk.sounds).toEqual([]);
        expect(desk.outputs.map(({ context }) => context.started)).toEqual([2, 2]);
    });

    test('the ring is as loud as the agent wants it, at once, and nothing else is', () => {
        const desk = new Desk();
        desk.tones.ring();
        desk.tones.beep();
        expect(desk.outputs.map(({ context }) => context.gain.value)).toEqual([0.7, 1]);
        desk.tones.use({ speaker: 'headset', ringer: 'loud', ringVolume: 0 });
        expect(desk.outputs.map(({ context }) => context.gain.value)).toEqual([0, 1]);
    });

    test('another device is used at once; one that does not play leaves the ring to the default', async () => {
        const desk = new Desk();
        desk.tones.ring();
        desk.tones.use({ speaker: 'headset', ringer: 'hall', ringVolume: 1 });
        await settled();
        expect(desk.sounds).toEqual(['hall lasting']);
        desk.outputs[0]?.element.broken.add('gone');
        desk.tones.use({ speaker: 'headset', ringer: 'gone', ringVolume: 1 });
        await settled();
        expect(desk.sounds).toEqual([' lasting']);
        expect(desk.log).toMatchObject([{ level: 'warn', message: 'The chosen output does not play' }]);
    });

    test('a beep sounds once beside the lasting tone', () => {
        const desk = new Desk();
        desk.tones.callWaiting();
        desk.tones.beep();
        const context = desk.outputs[0]?.context;
        const [waiting, beep] = context?.sounding ?? [];
        expect([waiting?.loop, beep?.loop]).toEqual([true, false]);
        beep?.dispatchEvent(new Event('ended'));
        expect([...(context?.sounding ?? [])]).toEqual([waiting]);
        desk.tones.callWaiting();
        expect(context?.started).toBe(2);
    });

    test('a machine without sound output loses nothing but the tones', () => {
        const desk = new Desk();
        desk.problem = new Error('no output');
        desk.tones.ring();
        desk.tones.silence();
        desk.tones.unlock();
        desk.tones.test('ringer');
        desk.clock.advance(2_000);
        expect(new Set(desk.log.map(({ level }) => level))).toEqual(new Set(['error']));
        expect(desk.events.at(-1)).toEqual({ type: 'sound-tested', output: null });
    });
});

describe('a browser that lets nothing sound before a press', () => {
    test('is told of, and a press ends it', async () => {
        const desk = new Desk(false);
        desk.tones.ring();
        await settled();
        desk.clock.advance(500);
        expect(desk.events).toEqual([{ type: 'playback-blocked' }]);
        await desk.press();
        expect(desk.events).toEqual([{ type: 'playback-blocked' }, { type: 'playback-allowed' }]);
        expect(desk.sounds).toEqual(['loud lasting']);
    });

    test('is told of too when only the element that plays is blocked', async () => {
        const desk = new Desk();
        desk.tones.unlock();
        for (const { element } of desk.outputs) element.problem = 'NotAllowedError';
        desk.tones.ring();
        await settled();
        desk.clock.advance(500);
        await desk.press();
        expect(desk.events).toEqual([{ type: 'playback-blocked' }, { type: 'playback-allowed' }]);
    });

    test('is not meant by one that needs a moment to start', async () => {
        const desk = new Desk();
        desk.tones.ring();
        await settled();
        desk.clock.advance(500);
        expect(desk.events).toEqual([]);
    });

    test('plays no tone later that was silenced, and no beep', async () => {
        const desk = new Desk(false);
        desk.tones.ring();
        desk.tones.silence();
        desk.tones.beep();
        desk.clock.advance(500);
        await desk.press();
        expect(desk.sounds).toEqual([]);
        expect(desk.events).toEqual([]);
    });
});

describe('a test', () => {
    const told = (desk: Desk): readonly unknown[] =>
        desk.events.map((event) => (event.type === 'sound-tested' ? event.output : event.type));

    test('sounds for two seconds through the device, and is told', async () => {
        const desk = new Desk();
        desk.tones.test('speaker');
        await settled();
        expect(desk.sounds).toEqual(['headset once']);
        desk.clock.advance(1_999);
        expect(told(desk)).toEqual(['speaker']);
        desk.clock.advance(1);
        expect(told(desk)).toEqual(['speaker', null]);
    });

    test('of another output ends the one before', async () => {
        const desk = new Desk();
        desk.tones.test('speaker');
        desk.clock.advance(1_000);
        desk.tones.test('ringer');
        await settled();
        expect(desk.sounds).toEqual(['loud once']);
        desk.clock.advance(5_000);
        expect(told(desk)).toEqual(['speaker', 'ringer', null]);
    });
});

describe('samples', () => {
    test.each([
        ['ring', RING, 1, 3],
        ['ringback', RINGBACK, 1, 3],
        ['call waiting', CALL_WAITING, 0.5, 4],
        ['beep', BEEP, 0.3, 0.3],
        ['test of the speaker', SPEAKER_TEST, 2, 2],
        ['test of the ringer', RINGER_TEST, 2, 2]
    ])('%s: %d seconds of sound in %d, no click at the edges', (_name, shape, on, period) => {
        const samples = toneSamples(shape, 8_000);
        const peak = (from: number, to: number): number => Math.max(0, ...samples.slice(from * 8_000, to * 8_000).map(Math.abs));
        expect(samples).toHaveLength(period * 8_000);
        expect(peak(0, on)).toBeCloseTo(shape.loudness, 1);
        expect(peak(on, period)).toBe(0);
        expect(Math.abs(samples[on * 8_000 - 1] ?? 1)).toBeLessThan(0.001);
    });

    test('over speech a tone is softer than on its own', () => {
        expect(CALL_WAITING.loudness).toBeLessThan(RINGBACK.loudness / 2);
    });

    test('ringback is 400 Hz', () => {
        const samples = toneSamples(RINGBACK, 8_000).slice(0, 8_000);
        const crossings = samples.filter((sample, index) => index > 0 && (samples[index - 1] ?? 0) < 0 && sample >= 0).length;
        expect(crossings).toBeGreaterThanOrEqual(384);
        expect(crossings).toBeLessThanOrEqual(416);
    });
});
