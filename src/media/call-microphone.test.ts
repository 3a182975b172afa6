import { describe, expect, test } from '@jest/globals';
import { conference, Desk, joined, open, settled, shut } from './sent-audio.fake';

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
        desk.audio.restoreMicrophones();
        await settled();
        expect(desk.hears('alice')).toEqual([]);
        expect(desk.log.map(({ message }) => message)).toContain('The call goes on with the microphone it had, if any');
        desk.pluggedIn = true;
        desk.audio.restoreMicrophones();
        desk.audio.restoreMicrophones();
        await settled();
        expect(desk.hears('alice')).toEqual(['agent 2']);
        expect(desk.microphones).toHaveLength(2);
    });

    test('a microphone that was not lost is left alone', async () => {
        const desk = new Desk();
        await desk.call('alice');
        desk.audio.restoreMicrophones();
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
        desk.audio.restoreMicrophones();
        desk.audio.stop('alice');
        await settled();
        expect(desk.liveTracks).toBe(0);
        expect(desk.microphones).toHaveLength(2);
        expect(desk.replaced).toEqual([]);
    });
});

describe('another microphone is chosen', () => {
    test('it takes over, muted if the agent was, and the former one goes off only then', async () => {
        const desk = new Desk();
        const first = await desk.call('alice');
        desk.audio.sound([shut('alice')]);
        desk.audio.changeMicrophones();
        expect(first.readyState).toBe('live');
        await settled();
        expect(desk.replaced).toEqual(['alice: agent 2']);
        expect(first.readyState).toBe('ended');
        expect(desk.hears('alice')).toEqual([]);
        desk.audio.sound([open('alice')]);
        expect(desk.hears('alice')).toEqual(['agent 2']);
        expect(desk.inputs).toEqual([{ type: 'microphone-input', input: 'heard' }]);
    });

    test('which does not open: the call keeps the one it has', async () => {
        const desk = new Desk();
        await desk.call('alice');
        desk.audio.sound([open('alice')]);
        desk.pluggedIn = false;
        desk.audio.changeMicrophones();
        await settled();
        expect(desk.hears('alice')).toEqual(['agent 1']);
        expect(desk.liveTracks).toBe(1);
    });

    test('which cannot be put in place: the call is heard through the former one, and mute still works', async () => {
        const desk = new Desk();
        await desk.call('alice');
        desk.audio.sound([open('alice')]);
        desk.replaceProblem = new DOMException('', 'InvalidStateError');
        desk.audio.changeMicrophones();
        await settled();
        expect(desk.hears('alice')).toEqual(['agent 1']);
        desk.audio.sound([shut('alice')]);
        expect(desk.hears('alice')).toEqual([]);
        desk.audio.stop('alice');
        expect(desk.liveTracks).toBe(0);
    });

    test('twice in a row: the last one stays, and no other is open', async () => {
        const desk = new Desk();
        await desk.call('alice');
        desk.audio.changeMicrophones();
        desk.audio.changeMicrophones();
        await settled();
        desk.audio.changeMicrophones();
        await settled();
        expect(desk.liveTracks).toBe(1);
        expect(desk.replaced.at(-1)).toBe(`alice: agent ${desk.microphones.length}`);
    });

    test('in a three-way call: it is mixed in, the mix stays, and the former ones go off', async () => {
        const desk = await conference();
        desk.audio.changeMicrophones();
        await settled();
        expect(desk.hears('alice')).toEqual(['agent 3', 'bob']);
        expect(desk.hears('bob')).toEqual(['agent 4', 'alice']);
        expect(desk.replaced).toEqual(['alice: mix 1', 'bob: mix 2']);
        expect(desk.microphones.map(({ readyState }) => readyState)).toEqual(['ended', 'ended', 'live', 'live']);
    });

    test('while the call ends: none stays open', async () => {
        const desk = new Desk();
        await desk.call('alice');
        desk.audio.changeMicrophones();
        desk.audio.stop('alice');
        await settled();
        expect(desk.liveTracks).toBe(0);
    });
});

describe('what the microphone of a call brings', () => {
    test('the system switches it off and on', async () => {
        const desk = new Desk();
        const microphone = await desk.call('alice');
        microphone.muteBySystem(true);
        desk.clock.advance(1_000);
        microphone.muteBySystem(false);
        desk.audio.stop('alice');
        expect(desk.inputs.map((event) => 'input' in event && event.input)).toEqual(['heard', 'muted-by-system', 'heard', 'idle']);
    });

    test('it is lost until there is another one; the devices are looked at first', async () => {
        const desk = new Desk();
        const microphone = await desk.call('alice');
        desk.pluggedIn = false;
        microphone.unplug();
        await settled();
        expect(desk.looks).toBe(1);
        desk.clock.advance(1_000);
        desk.pluggedIn = true;
        desk.audio.restoreMicrophones();
        await settled();
        expect(desk.inputs.map((event) => 'input' in event && event.input)).toEqual(['heard', 'lost', 'heard']);
    });
});
