import { describe, expect, test } from '@jest/globals';
import { conference, Desk, joined, onlyTrack, open, settled, shut } from './sent-audio.fake';

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
        desk.audio.restoreMicrophones();
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
