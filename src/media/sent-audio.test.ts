import { describe, expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import { SentAudio } from './sent-audio';
import { FakeMixContext, FakeStream, FakeTrack } from './web-audio.fake';

/** The agent's computer: calls to Alice and Bob, microphones that can be unplugged, and what each party hears. */
class Desk {
    readonly audio: SentAudio;
    readonly microphones: FakeTrack[] = [];
    readonly contexts: FakeMixContext[] = [];
    readonly devices = new EventTarget();
    readonly log: LogLine[] = [];
    /** Every track that a call was told to send, by the names of the tracks. */
    readonly replaced: string[] = [];
    pluggedIn = true;
    contextState: AudioContextState = 'running';
    contextProblem: Error | null = null;
    replaceProblem: Error | null = null;
    readonly #sent = new Map<CallId, FakeTrack>();
    readonly #far = new Map<CallId, FakeTrack>();

    constructor() {
        this.audio = new SentAudio({
            openMicrophone: () => this.#openMicrophone(),
            heard: (callId) => (this.#far.get(callId) ?? null) as unknown as MediaStreamTrack | null,
            createContext: () => this.#createContext(),
            createStream: (track) => new FakeStream(track as unknown as FakeTrack).asStream(),
            devices: this.devices,
            logger: new Logger('media', new SimulatedClock(), (line) => this.log.push(line))
        });
    }

    /** A connected call, as the SIP room sets it up. */
    async call(callId: CallId): Promise<FakeTrack> {
        const stream = await this.audio.open(callId, { replace: (track) => this.#replace(callId, track as unknown as FakeTrack) });
        const track = onlyTrack(stream);
        this.#sent.set(callId, track);
        this.#far.set(callId, new FakeTrack(callId));
        this.audio.update();
        return track;
    }

    hears(callId: CallId): readonly string[] {
        return this.#sent.get(callId)?.voices ?? [];
    }

    get liveTracks(): number {
        const mixes = this.contexts.flatMap((context) => context.mixes);
        return [...this.microphones, ...mixes].filter(({ readyState }) => readyState === 'live').length;
    }

    async #openMicrophone(): Promise<MediaStream> {
        await Promise.resolve();
        if (!this.pluggedIn) throw new Error('no-device');
        const track = new FakeTrack(`agent ${this.microphones.length + 1}`);
        this.microphones.push(track);
        return new FakeStream(track).asStream();
    }

    #createContext(): AudioContext {
        if (this.contextProblem) throw this.contextProblem;
        const context = new FakeMixContext(this.contextState);
        this.contexts.push(context);
        return context as unknown as AudioContext;
    }

    async #replace(callId: CallId, track: FakeTrack): Promise<void> {
        await Promise.resolve();
        if (this.replaceProblem) throw this.replaceProblem;
        this.replaced.push(`${callId}: ${track.name}`);
        this.#sent.set(callId, track);
    }
}

function onlyTrack(stream: MediaStream): FakeTrack {
    const [track] = (stream as unknown as FakeStream).getTracks();
    if (!track) throw new Error('No track');
    return track;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const open = (callId: CallId): CallSound => ({ callId, microphone: true, speaker: true, joined: false });
const shut = (callId: CallId): CallSound => ({ callId, microphone: false, speaker: false, joined: false });
const joined = (callId: CallId, microphone = true): CallSound => ({ callId, microphone, speaker: true, joined: true });

async function conference(): Promise<Desk> {
    const desk = new Desk();
    await desk.call('alice');
    await desk.call('bob');
    desk.audio.sound([joined('alice'), joined('bob')]);
    await settled();
    return desk;
}

describe('mute', () => {
    test('a call that was muted before its microphone came is muted', async () => {
        const desk = new Desk();
        desk.audio.sound([shut('alice')]);
        const microphone = onlyTrack(await desk.audio.open('alice', { replace: () => Promise.resolve() }));
        expect(microphone.enabled).toBe(false);
        desk.audio.sound([open('alice')]);
        expect(microphone.enabled).toBe(true);
    });

    test('a call that was muted while its microphone was on its way is muted', async () => {
        const desk = new Desk();
        desk.audio.sound([open('alice')]);
        const microphone = desk.audio.open('alice', { replace: () => Promise.resolve() });
        desk.audio.sound([shut('alice')]);
        expect(onlyTrack(await microphone).enabled).toBe(false);
    });

    test('each call has its own, and one that is not named is not heard', async () => {
        const desk = new Desk();
        await desk.call('alice');
        await desk.call('bob');
        desk.audio.sound([open('alice'), shut('bob')]);
        expect([desk.hears('alice'), desk.hears('bob')]).toEqual([['agent 1'], []]);
        desk.audio.sound([open('bob')]);
        expect([desk.hears('alice'), desk.hears('bob')]).toEqual([[], ['agent 2']]);
        expect(desk.replaced).toEqual([]);
    });
});

describe('the end of a call', () => {
    test('switches its microphone off, and no other', async () => {
        const desk = new Desk();
        const alice = await desk.call('alice');
        const bob = await desk.call('bob');
        desk.audio.stop('alice');
        desk.audio.stop('alice');
        expect([alice.readyState, bob.readyState]).toEqual(['ended', 'live']);
        desk.audio.sound([open('alice'), open('bob')]);
        expect(alice.enabled).toBe(false);
    });

    test('switches a microphone off that comes too late', async () => {
        const desk = new Desk();
        const late = desk.call('alice');
        desk.audio.stop('alice');
        expect((await late).readyState).toBe('ended');
        expect(desk.liveTracks).toBe(0);
    });

    test('a second microphone of the same call takes the place of the first', async () => {
        const desk = new Desk();
        await desk.call('alice');
        await desk.call('alice');
        expect(desk.microphones.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
    });

    test('a call without a microphone leaves nothing behind', async () => {
        const desk = new Desk();
        desk.pluggedIn = false;
        await expect(desk.call('alice')).rejects.toThrow('no-device');
        desk.pluggedIn = true;
        desk.devices.dispatchEvent(new Event('devicechange'));
        await settled();
        expect(desk.microphones).toEqual([]);
    });
});

describe('three-way call', () => {
    test('each party hears the agent and the other party', async () => {
        const desk = await conference();
        expect(desk.hears('alice')).toEqual(['agent 1', 'bob']);
        expect(desk.hears('bob')).toEqual(['agent 2', 'alice']);
    });

    test('of a muted agent leaves the others to hear each other', async () => {
        const desk = await conference();
        desk.audio.sound([joined('alice', false), joined('bob', false)]);
        expect([desk.hears('alice'), desk.hears('bob')]).toEqual([['bob'], ['alice']]);
    });

    test('that is told again changes nothing', async () => {
        const desk = await conference();
        desk.audio.sound([joined('alice'), joined('bob')]);
        desk.audio.update();
        await settled();
        expect(desk.replaced).toEqual(['alice: mix 1', 'bob: mix 2']);
        expect(desk.contexts).toHaveLength(1);
        expect(desk.contexts[0]?.sources).toBe(4);
    });

    test('that is taken apart gives each party the microphone back, and releases the mix', async () => {
        const desk = await conference();
        desk.audio.sound([shut('alice'), open('bob')]);
        await settled();
        expect(desk.replaced.slice(2)).toEqual(['alice: agent 1', 'bob: agent 2']);
        expect([desk.hears('alice'), desk.hears('bob')]).toEqual([[], ['agent 2']]);
        expect(desk.contexts[0]).toMatchObject({ state: 'closed' });
        expect(desk.liveTracks).toBe(2);
    });

    test('whose one party leaves becomes an ordinary call with the other', async () => {
        const desk = await conference();
        desk.audio.stop('alice');
        await settled();
        expect(desk.hears('bob')).toEqual(['agent 2']);
        desk.audio.stop('bob');
        await settled();
        expect(desk.liveTracks).toBe(0);
        expect(desk.contexts.map(({ state }) => state)).toEqual(['closed']);
    });

    test('of which one of four leaves goes on among the others, without a new track', async () => {
        const desk = await conference();
        await desk.call('carol');
        desk.audio.sound([joined('alice'), joined('bob'), joined('carol')]);
        await settled();
        expect(desk.hears('bob')).toEqual(['agent 2', 'alice', 'carol']);
        desk.audio.stop('alice');
        await settled();
        expect([desk.hears('bob'), desk.hears('carol')]).toEqual([
            ['agent 2', 'carol'],
            ['agent 3', 'bob']
        ]);
        expect(desk.replaced).toEqual(['alice: mix 1', 'bob: mix 2', 'carol: mix 3']);
        expect(desk.liveTracks).toBe(4);
    });

    test('that the browser cannot mix leaves every party with the agent', async () => {
        const desk = new Desk();
        desk.contextProblem = new Error('no output');
        await desk.call('alice');
        await desk.call('bob');
        desk.audio.sound([joined('alice'), joined('bob')]);
        await settled();
        expect([desk.hears('alice'), desk.hears('bob')]).toEqual([['agent 1'], ['agent 2']]);
        expect(desk.log).toMatchObject([{ level: 'error', message: 'The calls cannot be joined' }]);
    });

    test('whose mix the browser withholds is sent after a press', async () => {
        const desk = new Desk();
        desk.contextState = 'suspended';
        await desk.call('alice');
        await desk.call('bob');
        desk.audio.sound([joined('alice'), joined('bob')]);
        await settled();
        expect(desk.hears('alice')).toEqual(['agent 1']);
        for (const context of desk.contexts) context.allowed = true;
        desk.audio.unlock();
        await settled();
        expect(desk.hears('alice')).toEqual(['agent 1', 'bob']);
    });

    test('whose track could not be put in place is tried again', async () => {
        const desk = new Desk();
        await desk.call('alice');
        await desk.call('bob');
        desk.replaceProblem = new DOMException('', 'InvalidStateError');
        desk.audio.sound([joined('alice'), joined('bob')]);
        await settled();
        expect(desk.log.filter(({ level }) => level === 'error')).toHaveLength(2);
        desk.replaceProblem = null;
        desk.audio.sound([joined('alice'), joined('bob')]);
        await settled();
        expect(desk.hears('bob')).toEqual(['agent 2', 'alice']);
    });
});

describe('unplugged', () => {
    test('another microphone takes over, muted if the agent was', async () => {
        const desk = new Desk();
        const first = await desk.call('alice');
        desk.audio.sound([shut('alice')]);
        first.unplug();
        await settled();
        expect(desk.replaced).toEqual(['alice: agent 2']);
        expect(desk.hears('alice')).toEqual([]);
        desk.audio.sound([open('alice')]);
        expect(desk.hears('alice')).toEqual(['agent 2']);
    });

    test('with none left the call goes on, until one is plugged in', async () => {
        const desk = new Desk();
        const first = await desk.call('alice');
        desk.audio.sound([open('alice')]);
        desk.pluggedIn = false;
        first.unplug();
        await settled();
        desk.devices.dispatchEvent(new Event('devicechange'));
        await settled();
        expect(desk.hears('alice')).toEqual([]);
        expect(desk.log.map(({ message }) => message)).toContain('The call goes on without a microphone');
        desk.pluggedIn = true;
        desk.devices.dispatchEvent(new Event('devicechange'));
        desk.devices.dispatchEvent(new Event('devicechange'));
        await settled();
        expect(desk.hears('alice')).toEqual(['agent 2']);
        expect(desk.microphones).toHaveLength(2);
    });

    test('a microphone that was not lost is left alone', async () => {
        const desk = new Desk();
        await desk.call('alice');
        desk.devices.dispatchEvent(new Event('devicechange'));
        await settled();
        expect(desk.microphones).toHaveLength(1);
    });

    test('in a three-way call: the new one is mixed in, and the same mix is sent', async () => {
        const desk = await conference();
        for (const microphone of [...desk.microphones]) microphone.unplug();
        await settled();
        expect(desk.hears('alice')).toEqual(['agent 3', 'bob']);
        expect(desk.hears('bob')).toEqual(['agent 4', 'alice']);
        expect(desk.replaced).toEqual(['alice: mix 1', 'bob: mix 2']);
    });

    test('in a three-way call with none left: the others still hear each other, and each its own after the end', async () => {
        const desk = await conference();
        desk.pluggedIn = false;
        for (const microphone of [...desk.microphones]) microphone.unplug();
        await settled();
        desk.audio.sound([joined('alice'), joined('bob')]);
        expect([desk.hears('alice'), desk.hears('bob')]).toEqual([['bob'], ['alice']]);
        desk.audio.stop('alice');
        desk.audio.stop('bob');
        expect(desk.liveTracks).toBe(0);
    });

    test('a call that ends while its microphone comes back keeps none', async () => {
        const desk = new Desk();
        (await desk.call('alice')).unplug();
        desk.devices.dispatchEvent(new Event('devicechange'));
        desk.audio.stop('alice');
        await settled();
        expect(desk.liveTracks).toBe(0);
        expect(desk.microphones).toHaveLength(2);
        expect(desk.replaced).toEqual([]);
    });
});
