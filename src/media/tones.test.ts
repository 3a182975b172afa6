import { describe, expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { AudioEvent } from '../telephony/audio';
import { BlockedSounds } from './blocked-sounds';
import { BEEP, CALL_WAITING, RING, RINGBACK, toneSamples } from './tone-samples';
import { Tones } from './tones';

/** As much of an AudioContext as a looped buffer needs. */
class FakeContext extends EventTarget {
    state: AudioContextState = 'suspended';
    allowed = false;
    readonly destination = {};
    readonly sounding = new Set<FakeBufferSource>();
    started = 0;

    createBuffer(): { copyToChannel: () => void } {
        return { copyToChannel: () => undefined };
    }

    createBufferSource(): FakeBufferSource {
        return new FakeBufferSource(this);
    }

    async resume(): Promise<void> {
        await Promise.resolve();
        if (!this.allowed) return;
        this.state = 'running';
        this.dispatchEvent(new Event('statechange'));
    }
}

class FakeBufferSource extends EventTarget {
    loop = false;
    readonly #context: FakeContext;

    constructor(context: FakeContext) {
        super();
        this.#context = context;
    }

    connect(): void {
        this.#context.sounding.add(this);
    }

    disconnect(): void {
        this.#context.sounding.delete(this);
    }

    start(): void {
        this.#context.started += 1;
    }

    stop(): void {
        this.disconnect();
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

    test('a beep sounds once beside the lasting tone', () => {
        const { tones, context } = makeTones();
        context.state = 'running';
        tones.callWaiting();
        const [waiting] = context.sounding;
        tones.beep();
        const [, beep] = context.sounding;
        expect([waiting?.loop, beep?.loop]).toEqual([true, false]);
        beep?.dispatchEvent(new Event('ended'));
        expect([...context.sounding]).toEqual([waiting]);
        tones.callWaiting();
        expect(context.started).toBe(2);
    });

    test('a beep that the browser blocks does not sound later', async () => {
        const { tones, context, clock, events } = makeTones();
        tones.beep();
        clock.advance(500);
        context.allowed = true;
        tones.unlock();
        await settled();
        expect(context.sounding.size).toBe(0);
        expect(events).toEqual([]);
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
        ['ring', RING, 1, 3],
        ['ringback', RINGBACK, 1, 3],
        ['call waiting', CALL_WAITING, 0.5, 4],
        ['beep', BEEP, 0.3, 0.3]
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
