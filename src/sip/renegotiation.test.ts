import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import { answersNext, Conversation } from './conversation.fake';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
});

afterEach(() => Conversation.end());

describe('the connection comes back', () => {
    test('Alice asks whether the call is still there', async () => {
        const bob = await line.talk();
        line.network.drop();
        line.clock.advance(0);
        await line.until(() => line.saw('registration-registered'));
        await line.settle();
        expect(line.network.messages.filter((message) => message === '< 200 INVITE')).toHaveLength(1);
        expect(line.types.filter((type) => type.startsWith('call'))).toEqual([]);
        expect(bob.state).toBe(SessionState.Established);
    });

    test('and the ACK of his last offer was lost with the old one', async () => {
        const bob = await line.talk();
        line.network.swallows = /^ACK /;
        await bob.invite();
        await line.until(() => line.network.messages.includes('> 200 INVITE'));
        await line.settle();
        line.network.swallows = null;
        line.network.drop();
        line.clock.advance(0);
        await line.until(() => line.saw('registration-registered'));
        await line.settle();
        line.forget();
        line.alice.hold('c1');
        await line.until(() => line.saw('call-held'));
    });

    test('and her answer to his last offer was lost with the old one: it is repeated', async () => {
        const bob = await line.talk();
        line.network.swallows = /^SIP\/2\.0 200/;
        await bob.invite({ sessionDescriptionHandlerOptions: { hold: true } as object });
        await line.until(() => line.saw('call-remote-hold'));
        await line.settle();
        line.network.drop();
        line.network.swallows = null;
        line.forget();
        line.clock.advance(0);
        await line.until(() => line.network.messages.includes('< ACK'));
        await line.pass(10_000);
        expect(line.network.messages.filter((message) => message === '< 200 INVITE')).toHaveLength(1);
        expect(bob.state).toBe(SessionState.Established);
    });

    describe('after it broke between his answer and her', () => {
        const callMessages = (): string[] => line.network.messages.filter((message) => !message.includes('REGISTER'));

        // The ACKs of the last two offers that she made: the INVITE of the call, or its hold, and the one that broke off.

        /** Bob has agreed, and Alice does not learn it. Nothing was sent over the new connection yet. */
        async function loseTheAnswerTo(command: 'hold' | 'resume'): Promise<void> {
            line.network.swallows = /^SIP\/2\.0 200/;
            line.alice[command]('c1');
            await line.until(() => line.network.messages.includes('> INVITE'));
            await line.settle();
            line.network.drop();
            await line.until(() => line.saw('call-hold-failed'));
            line.network.swallows = null;
            line.forget();
        }

        async function reconnect(): Promise<void> {
            line.clock.advance(0);
            await line.until(() => line.saw('registration-registered'));
            await line.settle();
        }

        test('to a hold: he is told at once that he is not on hold', async () => {
            await line.talk();
            await loseTheAnswerTo('hold');
            expect(line.bob.mediaSessions[0]?.directions.at(-1)).toBe('recvonly');
            await reconnect();
            expect(callMessages()).toEqual(['> ACK', '> ACK', '> INVITE', '< 200 INVITE', '> ACK']);
            expect(line.bob.mediaSessions[0]?.directions.at(-1)).toBe('sendrecv');
            line.forget();
            line.alice.hold('c1');
            await line.until(() => line.saw('call-held'));
            expect(line.types).toEqual(['call-held']);
        });

        test('to a resume: he is told at once that he is still on hold', async () => {
            await line.talk();
            line.alice.hold('c1');
            await line.until(() => line.saw('call-held'));
            await line.settle();
            line.forget();
            await loseTheAnswerTo('resume');
            expect(line.bob.mediaSessions[0]?.directions.at(-1)).toBe('sendrecv');
            await reconnect();
            expect(callMessages()).toEqual(['> ACK', '> ACK', '> INVITE', '< 200 INVITE', '> ACK']);
            expect(line.bob.mediaSessions[0]?.directions.at(-1)).toBe('recvonly');
        });

        test('to a hold, and it breaks again before the next answer: all is acknowledged', async () => {
            await line.talk();
            await loseTheAnswerTo('hold');
            line.network.swallows = /^SIP\/2\.0 200[^]*CSeq: \d+ INVITE/;
            await reconnect();
            line.network.drop();
            await line.settle();
            line.network.swallows = null;
            line.forget();
            await reconnect();
            expect(callMessages()).toEqual(['> ACK', '> ACK', '> ACK', '> INVITE', '< 200 INVITE', '> ACK']);
            expect(line.bob.mediaSessions[0]?.directions.at(-1)).toBe('sendrecv');
        });
    });

    describe('and the PBX is still busy with what it left behind', () => {
        const offers = (): number => line.network.messages.filter((message) => message === '> INVITE').length;

        async function reconnectTo(...statuses: number[]): Promise<void> {
            const bob = await line.talk();
            answersNext(bob, 'onInvite', ...statuses);
            line.network.drop();
            line.clock.advance(0);
            await line.until(() => line.network.messages.some((message) => message === `< ${statuses[0]} INVITE`));
            await line.settle();
            line.forget();
        }

        test.each([
            [500, 2_000],
            [491, 2_100]
        ])('%i: Alice asks again after %i ms, and tells nobody', async (statusCode, delay) => {
            await reconnectTo(statusCode, statusCode);
            line.clock.advance(delay - 1);
            await line.settle();
            expect(offers()).toBe(0);
            line.clock.advance(1);
            await line.until(() => line.network.messages.includes(`< ${statusCode} INVITE`));
            await line.settle();
            line.clock.advance(delay);
            await line.until(() => line.network.messages.includes('< 200 INVITE'));
            await line.pass(60_000);
            expect(offers()).toBe(2);
            expect(line.types.filter((type) => type.startsWith('call'))).toEqual([]);
        });

        test('for as long as it asks her to wait', async () => {
            const bob = await line.talk();
            const reject = answersNext(bob, 'onInvite', 'nothing');
            line.network.drop();
            line.clock.advance(0);
            await line.until(() => reject.length === 1);
            reject[0]?.reject({ statusCode: 500, extraHeaders: ['Retry-After: 7'] });
            await line.settle();
            line.forget();
            line.clock.advance(6_999);
            await line.settle();
            expect(offers()).toBe(0);
            line.clock.advance(1);
            await line.until(() => line.network.messages.includes('< 200 INVITE'));
            await line.settle();
            // The INVITE that he refused was acknowledged then; that of the call may not have been.
            expect(line.network.messages.filter((message) => !message.includes('REGISTER'))).toEqual([
                '> ACK',
                '> INVITE',
                '< 200 INVITE',
                '> ACK'
            ]);
        });

        test('for 40 s and longer: Alice gives up', async () => {
            await reconnectTo(...Array.from({ length: 50 }, () => 500));
            await line.pass(60_000);
            const before = offers();
            await line.pass(60_000);
            expect(offers()).toBe(before);
            expect(line.saw('call-ended')).toBe(false);
        });

        test('a hold does not wait for that, is tried again itself, and takes its place', async () => {
            await reconnectTo(500, 500);
            line.alice.hold('c1');
            await line.until(() => offers() === 1);
            await line.settle();
            expect(line.types).not.toContain('call-hold-failed');
            line.clock.advance(2_000);
            await line.until(() => line.saw('call-held'));
            await line.pass(60_000);
            expect(line.bob.mediaSessions[0]?.directions.at(-1)).toBe('recvonly');
            expect(offers()).toBe(2);
        });

        test('a hold that it does not agree to in time fails', async () => {
            await reconnectTo(...Array.from({ length: 50 }, () => 500));
            line.alice.hold('c1');
            await line.pass(9_000);
            expect(line.saw('call-hold-failed')).toBe(false);
            await line.pass(10_000);
            expect(line.events.filter(({ type }) => type.startsWith('call'))).toEqual([
                { type: 'call-hold-failed', callId: 'c1', statusCode: 500 }
            ]);
        });
    });

    test('the PBX ended the call meanwhile', async () => {
        const bob = await line.talk();
        line.network.drop();
        await bob.bye();
        await line.settle();
        line.clock.advance(0);
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([{ by: 'remote', cause: 'hung-up' }]);
    });
});
