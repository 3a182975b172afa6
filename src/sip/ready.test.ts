import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Inviter } from 'sip.js/lib/api/inviter.js';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import { answers, Conversation, rings } from './conversation.fake';

let line: Conversation;
/** The calls that are waited for, and how to let them go on. */
let held: { readonly callId: string; readonly release: () => void }[];

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
    held = [];
    line.ready = (callId) => new Promise((resolve) => held.push({ callId, release: resolve }));
});

afterEach(() => Conversation.end());

/** Lets what is held go on. */
async function release(): Promise<void> {
    for (const { release: resolve } of held.splice(0)) resolve();
    await line.settle();
}

describe('Alice calls Bob', () => {
    test('INVITE leaves when the call is written down', async () => {
        const called = line.dial(answers);
        await line.settle();
        expect(held.map(({ callId }) => callId)).toEqual(['c1']);
        expect(line.network.messages).toEqual([]);
        await release();
        await called;
        await line.until(() => line.saw('call-connected'));
        expect(line.network.messages).toEqual(['> INVITE', '< 100 INVITE', '< 200 INVITE', '> ACK']);
        expect(held).toEqual([]);
    });

    test('the microphone opens meanwhile, and INVITE waits for both', async () => {
        let open: () => void = () => undefined;
        line.media.microphone = () => new Promise((resolve) => (open = resolve));
        void line.dial(rings);
        expect(held).toHaveLength(1);
        await release();
        expect(line.network.messages).toEqual([]);
        open();
        await line.until(() => line.network.messages.includes('> INVITE'));
    });

    test.each(['she hangs up', 'the connection breaks'])(
        '%s before it is: nobody is called, and the microphone is off at once',
        async (what) => {
            line.alice.dial('c1', '1002', null, null);
            await line.settle();
            if (what === 'she hangs up') line.alice.hangUp('c1');
            else line.network.drop();
            expect(line.endings).toHaveLength(1);
            expect(line.media.streams[0]?.stopped).toBe(true);
            await release();
            expect(line.network.messages).toEqual([]);
            expect(line.endings).toHaveLength(1);
        }
    );

    test('without a microphone it ends before it is', async () => {
        line.media.microphone = () => Promise.reject(new Error('denied'));
        line.alice.dial('c1', '1002', null, null);
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([{ by: 'system', cause: 'microphone-unavailable' }]);
        await release();
        expect(line.network.messages).toEqual([]);
    });

    test('hold needs no waiting', async () => {
        const called = line.dial(answers);
        await release();
        await called;
        await line.until(() => line.saw('call-connected'));
        line.alice.hold('c1');
        await line.until(() => line.saw('call-held'));
        expect(held).toEqual([]);
    });
});

describe('Bob calls Alice', () => {
    /** The phone knows of the call, and Bob of nothing yet. */
    async function offered(): Promise<Inviter> {
        const bob = line.bob.call();
        await bob.invite();
        await line.until(() => line.saw('call-offered'));
        await line.settle();
        expect(held.map(({ callId }) => callId)).toEqual(['inbound-1']);
        expect(line.network.messages).toEqual(['< INVITE', '> 100 INVITE']);
        return bob;
    }

    test('180 and 200 leave when the call is written down', async () => {
        await offered();
        await release();
        expect(line.network.messages.slice(2)).toEqual(['> 180 INVITE']);
        line.alice.answer('inbound-1');
        await line.settle();
        expect(held).toHaveLength(1);
        expect(line.network.messages.slice(2)).toEqual(['> 180 INVITE']);
        await release();
        expect(line.network.messages.slice(2)).toEqual(['> 180 INVITE', '> 200 INVITE', '< ACK']);
        expect(line.types).toEqual(['call-offered', 'call-connected']);
    });

    test('she answers before it rings at his side: it need not', async () => {
        await offered();
        line.alice.answer('inbound-1');
        await line.settle();
        expect(line.network.messages).toHaveLength(2);
        await release();
        await line.until(() => line.saw('call-connected'));
        expect(line.network.messages.slice(2)).toEqual(['> 200 INVITE', '< ACK']);
        expect(line.log.map(({ message }) => message)).not.toContain('The caller could not be told that it rings');
    });

    test.each<['declined' | 'busy', string]>([
        ['declined', '> 603 INVITE'],
        ['busy', '> 486 INVITE']
    ])('she is found %s before it rings at his side', async (cause, answer) => {
        const bob = await offered();
        line.alice.decline('inbound-1', cause);
        await line.until(() => bob.state === SessionState.Terminated);
        await release();
        expect(line.network.messages.slice(2)).toEqual([answer, '< ACK']);
        expect(line.endings).toMatchObject([{ cause }]);
    });

    test.each(['before it rings', 'while she answers'])('he gives up %s', async (when) => {
        const bob = await offered();
        if (when === 'while she answers') {
            await release();
            line.alice.answer('inbound-1');
            await line.settle();
        }
        line.forget();
        await bob.cancel();
        await line.until(() => line.saw('call-ended') && bob.state === SessionState.Terminated);
        expect(line.media.streams.every(({ stopped }) => stopped)).toBe(true);
        await release();
        expect(line.network.messages).toEqual(['< CANCEL', '> 200 CANCEL', '> 487 INVITE', '< ACK']);
        expect(line.endings).toEqual([{ by: 'remote', cause: 'cancelled' }]);
    });

    test.each(['before it rings', 'while she answers'])('the connection breaks %s', async (when) => {
        await offered();
        if (when === 'while she answers') {
            await release();
            line.alice.answer('inbound-1');
            await line.settle();
        }
        line.forget();
        line.network.drop();
        await release();
        expect(line.endings).toEqual([{ by: 'system', cause: 'connection-lost' }]);
        expect(line.media.streams.every(({ stopped }) => stopped)).toBe(true);
        expect(line.network.messages).toEqual([]);
    });
});
