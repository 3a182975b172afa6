import { describe, expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { AudioEvent } from '../telephony/audio';
import { BlockedSounds } from './blocked-sounds';
import { RING, RINGBACK, toneSamples } from './tone-samples';
import { Tones } from './tones';

/** As much of an AudioContext as a looped buffer needs. */
class FakeContext extends EventTarget {
    state: AudioContextState = 'suspended';
    allowed = false;
    readonly destination = {};
    /** First samples of what sounds now: they tell the tones apart. */
    readonly sounding = new Set<object>();
    started = 0;

    createBuffer(): { copyToChannel: () => void } {
        return { copyToChannel: () => undefined };
    }

    createBufferSource(): object {
        const source = {
            loop: false,
            connect: () => undefined,
            disconnect: () => undefined,
            start: () => {
                this.started += 1;
                this.sounding.add(source);
            },
            stop: () => this.sounding.delete(source)
        };
        return source;
    }

    async resume(): Promise<void> {
        await Promise.resolve();
        if (!this.allowed) return;
        this.state = 'running';
        this.dispatchEvent(new Event('statechange'));
    }
}

function makeTones(): {
    readonly tones: Tones;
    readonly context: FakeContext;
    readonly clock: SimulatedClock;
    readonly events: AudioEvent[];
    readonly contexts: () => number;
} {
    const clock = new SimulatedClock();
    const context = new FakeContext();
    const events: AudioEvent[] = [];
    let contexts = 0;
    const createContext = (): AudioContext => {
        contexts += 1;
        return context as unknown as AudioContext;
    };
    const tones = new Tones({
        createContext,
        clock,
        blocked: new BlockedSounds((event) => events.push(event)),
        logger: new Logger('media', clock, () => undefined)
    });
    return { tones, context, clock, events, contexts: () => contexts };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('tones', () => {
    test('one sounds at a time, and none after silence', () => {
        const { tones, context, contexts } = makeTones();
        tones.ring();
        tones.ring();
        expect(context.started).toBe(1);
        tones.ringback();
        expect(context.sounding.size).toBe(1);
        tones.silence();
        tones.silence();
        expect(context.sounding.size).toBe(0);
        expect(contexts()).toBe(1);
    });

    test('a browser that lets nothing sound is told of, and a press ends it', async () => {
        const { tones, context, clock, events } = makeTones();
        tones.ring();
        await settled();
        clock.advance(500);
        expect(events).toEqual([{ type: 'playback-blocked' }]);
        context.allowed = true;
        tones.unlock();
        await settled();
        expect(events).toEqual([{ type: 'playback-blocked' }, { type: 'playback-allowed' }]);
        expect(context.sounding.size).toBe(1);
    });

    test('a browser that needs a moment to start is not taken for one that blocks', async () => {
        const { tones, context, clock, events } = makeTones();
        context.allowed = true;
        tones.ring();
        await settled();
        clock.advance(500);
        expect(events).toEqual([]);
    });

    test('a tone that was silenced while blocked does not sound later', async () => {
        const { tones, context, clock, events } = makeTones();
        tones.ring();
        tones.silence();
        clock.advance(500);
        context.allowed = true;
        tones.unlock();
        await settled();
        expect(context.sounding.size).toBe(0);
        expect(events).toEqual([]);
    });

    test('a machine without sound output loses nothing but the tones', () => {
        const log: LogLine[] = [];
        const clock = new SimulatedClock();
        const tones = new Tones({
            createContext: () => {
                throw new Error('no output');
            },
            clock,
            blocked: new BlockedSounds(() => undefined),
            logger: new Logger('media', clock, (line) => log.push(line))
        });
        tones.ring();
        tones.silence();
        tones.unlock();
        expect(log.map(({ level }) => level)).toEqual(['error', 'error']);
    });
});

describe('samples', () => {
    test.each([
        ['ring', RING],
        ['ringback', RINGBACK]
    ])('%s: one second of sound, two of silence, no click at the edges', (_name, shape) => {
        const samples = toneSamples(shape, 8_000);
        const peak = (from: number, to: number): number => Math.max(...samples.slice(from * 8_000, to * 8_000).map(Math.abs));
        expect(samples).toHaveLength(24_000);
        expect(peak(0, 1)).toBeCloseTo(shape.loudness, 1);
        expect(peak(1, 3)).toBe(0);
        expect(Math.abs(samples[7_999] ?? 1)).toBeLessThan(0.001);
    });

    test('ringback is 400 Hz', () => {
        const samples = toneSamples(RINGBACK, 8_000).slice(0, 8_000);
        const crossings = samples.filter((sample, index) => index > 0 && (samples[index - 1] ?? 0) < 0 && sample >= 0).length;
        expect(crossings).toBeGreaterThanOrEqual(384);
        expect(crossings).toBeLessThanOrEqual(416);
    });
});
