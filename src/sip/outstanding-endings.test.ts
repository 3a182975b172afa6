import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Invitation } from 'sip.js/lib/api/invitation.js';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import { answers, Conversation, refuses, rings } from './conversation.fake';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
});

afterEach(() => Conversation.end());

/** The connection breaks, and what was lost is forgotten. */
function breaks(): void {
    line.network.drop();
    line.network.swallows = null;
    line.network.messages.length = 0;
}

async function isBack(): Promise<void> {
    line.clock.advance(500);
    await line.settle();
}

/** What was said over the new connection, except for signing in. */
function said(): string[] {
    return line.network.messages.filter((message) => !message.includes('REGISTER'));
}

async function ringing(): Promise<Invitation> {
    const bob = await line.dial(rings);
    await line.until(() => line.saw('call-ringing'));
    return bob;
}

describe('Alice calls Bob, and the connection breaks', () => {
    test('while it rings: he stops ringing when it is back', async () => {
        const bob = await ringing();
        breaks();
        expect(line.endings).toEqual([{ by: 'system', cause: 'connection-lost' }]);
        await line.settle();
        expect(bob.state).toBe(SessionState.Initial);

        await isBack();
        expect(bob.state).toBe(SessionState.Terminated);
        expect(said()).toEqual(['> CANCEL', '< 200 CANCEL', '< 487 INVITE', '> BYE', '< 200 BYE']);
        breaks();
        await isBack();
        expect(said()).toEqual([]);
    });

    test('before anything comes back', async () => {
        line.network.swallows = /^SIP\/2.0 1/;
        const bob = await line.dial(rings);
        await line.settle();
        breaks();
        expect(line.endings).toEqual([{ by: 'system', cause: 'connection-lost' }]);
        await isBack();
        expect(bob.state).toBe(SessionState.Terminated);
        expect(said()[0]).toBe('> CANCEL');
    });

    test('before the INVITE has left: he hears nothing of it', async () => {
        let open: () => void = () => undefined;
        line.media.microphone = () => new Promise((resolve) => (open = resolve));
        line.alice.dial('c1', '1002', null, null);
        await line.settle();
        breaks();
        await isBack();
        open();
        await line.settle();
        expect(said()).toEqual([]);
    });

    test('while he answers: his call ends when it is back', async () => {
        const bob = await ringing();
        breaks();
        answers(bob);
        await line.settle();
        expect(bob.state).toBe(SessionState.Established);

        await isBack();
        expect(bob.state).toBe(SessionState.Terminated);
        expect(said().filter((message) => !message.endsWith('200 INVITE'))).toEqual(['> CANCEL', '< 200 CANCEL', '> BYE', '< 200 BYE']);
    });

    test('while he answers without ringing: the answer to the CANCEL tells whose call is to end', async () => {
        line.network.swallows = /^SIP\/2.0 200/;
        const bob = await line.dial(answers);
        await line.settle();
        breaks();
        line.network.swallows = /^SIP\/2.0 200(?=[^]*CSeq: \d+ CANCEL)/i;
        await isBack();
        expect(said()).toContain('> CANCEL');
        const { request } = bob;
        line.network.deliver(
            [
                'SIP/2.0 200 OK',
                `Via: ${request.getHeader('via')}`,
                `To: ${request.getHeader('to')};tag=${request.toTag}`,
                `From: ${request.getHeader('from')}`,
                `Call-ID: ${request.callId}`,
                `CSeq: ${request.cseq} CANCEL`,
                'Content-Length: 0\r\n\r\n'
            ].join('\r\n')
        );
        await line.settle();
        expect(bob.state).toBe(SessionState.Terminated);
        expect(said().slice(-2)).toEqual(['> BYE', '< 200 BYE']);
    });

    test('with her CANCEL: he stops ringing when it is back, even if it breaks once more', async () => {
        const bob = await ringing();
        line.network.swallows = /^CANCEL/;
        line.alice.hangUp('c1');
        await line.settle();
        line.network.drop();
        await isBack();
        expect(bob.state).toBe(SessionState.Initial);

        breaks();
        await isBack();
        expect(bob.state).toBe(SessionState.Terminated);
        expect(line.endings).toEqual([{ by: 'local', cause: 'cancelled' }]);
    });

    test('without anybody noticing, and she hangs up: he stops ringing when it is back', async () => {
        const bob = await ringing();
        line.network.blackHole = true;
        line.alice.hangUp('c1');
        await line.settle();
        line.network.blackHole = false;
        breaks();
        await isBack();
        expect(bob.state).toBe(SessionState.Terminated);
    });

    test('after he has stopped ringing: he hears nothing more', async () => {
        const bob = await ringing();
        line.alice.hangUp('c1');
        await line.until(() => bob.state === SessionState.Terminated);
        await line.settle();
        await line.dial(refuses(486), 'c2');
        await line.until(() => line.endings.length === 2);
        breaks();
        await isBack();
        expect(said()).toEqual([]);
    });
});

describe('Bob calls Alice, she answers, and the connection breaks', () => {
    test('before she hears that he knows: his call ends when it is back', async () => {
        line.network.swallows = /^ACK /;
        const bob = line.bob.call();
        await bob.invite();
        await line.until(() => line.saw('call-offered'));
        line.alice.answer('inbound-1');
        await line.until(() => bob.state === SessionState.Established);
        breaks();
        expect(line.endings).toEqual([{ by: 'system', cause: 'connection-lost' }]);
        await line.settle();
        expect(bob.state).toBe(SessionState.Established);

        await isBack();
        expect(bob.state).toBe(SessionState.Terminated);
        expect(said()).toEqual(['> BYE', '< 200 BYE']);
        breaks();
        await isBack();
        expect(said()).toEqual([]);
    });

    test('after it has ended: he hears nothing more', async () => {
        line.network.swallows = /^ACK /;
        const bob = line.bob.call();
        await bob.invite();
        await line.until(() => line.saw('call-offered'));
        line.alice.answer('inbound-1');
        await line.until(() => bob.state === SessionState.Established);
        line.alice.hangUp('inbound-1');
        line.network.swallows = null;
        jest.advanceTimersByTime(500); // T1: she repeats her answer, he his ACK
        await line.until(() => bob.state === SessionState.Terminated);
        await line.settle();
        breaks();
        await isBack();
        expect(said()).toEqual([]);
    });
});
