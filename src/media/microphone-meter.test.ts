import { describe, expect, test } from '@jest/globals';
import { Logger } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { loudness, MicrophoneMeter } from './microphone-meter';
import { FakeToneContext } from './tone-context.fake';
import { FakeStream, FakeTrack } from './web-audio.fake';

class Desk {
    readonly clock = new SimulatedClock();
    readonly levels: unknown[] = [];
    readonly tracks: FakeTrack[] = [];
    readonly contexts: FakeToneContext[] = [];
    readonly meter: MicrophoneMeter;
    pluggedIn = true;
    contextProblem: Error | null = null;

    constructor() {
        this.meter = new MicrophoneMeter({
            openMicrophone: () => this.#open(),
            createContext: () => this.#createContext(),
            clock: this.clock,
            emit: (event) => this.levels.push('level' in event ? event.level : event.type),
            logger: new Logger('media', this.clock, () => undefined)
        });
    }

    /** The agent speaks as loud as this, from 0 to 1, for so many milliseconds. */
    speak(sample: number, milliseconds: number): void {
        for (const context of this.contexts) context.sample = sample;
        this.clock.advance(milliseconds);
    }

    get open(): number {
        return this.tracks.filter(({ readyState }) => readyState === 'live').length;
    }

    async #open(): Promise<MediaStream> {
        await Promise.resolve();
        if (!this.pluggedIn) throw new DOMException('', 'NotFoundError');
        const track = new FakeTrack('agent');
        this.tracks.push(track);
        return new FakeStream(track).asStream();
    }

    #createContext(): AudioContext {
        if (this.contextProblem) throw this.contextProblem;
        const context = new FakeToneContext('running');
        this.contexts.push(context);
        return context.asContext();
    }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function measuring(): Promise<Desk> {
    const desk = new Desk();
    desk.meter.measure(true);
    await settled();
    return desk;
}

describe('measuring', () => {
    test('tells ten times a second what changed, and nothing after the end', async () => {
        const desk = await measuring();
        desk.speak(0, 100);
        desk.speak(0.1, 300);
        desk.speak(1, 100);
        desk.meter.measure(false);
        await settled();
        desk.speak(0.5, 1_000);
        expect(desk.levels).toEqual([0, 65, 100, null]);
        expect([desk.open, desk.contexts[0]?.state, desk.clock.pending]).toEqual([0, 'closed', 0]);
    });

    test('that is switched off before the microphone has come leaves none open', async () => {
        const desk = new Desk();
        desk.meter.measure(true);
        desk.meter.measure(false);
        await settled();
        expect([desk.open, desk.clock.pending, desk.levels]).toEqual([0, 0, []]);
    });

    test('twice is measuring once', async () => {
        const desk = await measuring();
        desk.meter.measure(true);
        await settled();
        expect(desk.tracks).toHaveLength(1);
    });

    test('goes on with another microphone, and ends when there is none', async () => {
        const desk = await measuring();
        desk.tracks[0]?.unplug();
        await settled();
        expect([desk.tracks.length, desk.open]).toEqual([2, 1]);
        desk.speak(1, 100);
        desk.pluggedIn = false;
        desk.tracks[1]?.unplug();
        await settled();
        desk.pluggedIn = true;
        desk.meter.changeMicrophone();
        await settled();
        expect(desk.levels).toEqual([100, null]);
        expect([desk.open, desk.meter.isOn]).toEqual([0, false]);
    });

    test('that the browser cannot do leaves no microphone open', async () => {
        const desk = new Desk();
        desk.contextProblem = new Error('too many contexts');
        desk.meter.measure(true);
        await settled();
        expect([desk.open, desk.meter.isOn]).toEqual([0, false]);
    });
});

test.each([
    [1, 100],
    [0.1, 65],
    [0.01, 35],
    [0.001, 0],
    [0, 0]
])('an effective value of %d is a loudness of %d', (sample, expected) => {
    expect(loudness(new Float32Array(64).fill(sample))).toBe(expected);
});
