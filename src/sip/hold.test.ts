import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import { answersNext, Conversation } from './conversation.fake';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
});

afterEach(() => Conversation.end());

const directions = (): readonly string[] => line.mediaSessions[0]?.directions ?? [];

describe('Alice puts Bob on hold', () => {
    test('and resumes', async () => {
        const bob = await line.talk();
        line.alice.hold('c1');
        expect(line.types).toEqual([]); // not before he agreed
        await line.until(() => line.saw('call-held'));
        expect(line.bob.mediaSessions[0]?.directions).toEqual(['sendrecv', 'recvonly']);
        line.alice.resume('c1');
        await line.until(() => line.saw('call-resumed'));
        await line.settle();

        expect(directions()).toEqual(['sendrecv', 'sendonly', 'sendrecv']);
        expect(line.bob.mediaSessions[0]?.directions).toEqual(['sendrecv', 'recvonly', 'sendrecv']);
        expect(line.types).toEqual(['call-held', 'call-resumed']);
        expect(line.network.messages).toEqual(['> INVITE', '< 200 INVITE', '> ACK', '> INVITE', '< 200 INVITE', '> ACK']);
        expect(bob.state).toBe(SessionState.Established);
        expect(line.media.streams).toHaveLength(1);
    });

    test('in one breath: one offer at a time', async () => {
        await line.talk();
        line.alice.hold('c1');
        line.alice.resume('c1');
        line.alice.hold('c1');
        await line.until(() => line.types.length === 3);
        expect(line.types).toEqual(['call-held', 'call-resumed', 'call-held']);
    });

    test.each([
        ['her own call', 0, 2_100],
        ['his call', 0, 0],
        ['her own call', 0.999999, 4_000],
        ['his call', 0.999999, 2_000]
    ])('both ask at once, in %s (random %d): she asks again after %i ms', async (whose, random, delay) => {
        line.random = random;
        const bob = whose === 'his call' ? await line.talkInbound() : await line.talk();
        const callId = whose === 'his call' ? 'inbound-1' : 'c1';
        answersNext(bob, 'onInvite', 491);
        line.alice.hold(callId);
        await line.until(() => line.network.messages.includes('< 491 INVITE'));
        await line.settle();
        expect(line.types).toEqual([]);
        line.clock.advance(delay - 1);
        await line.settle();
        if (delay > 0) expect(line.network.messages.filter((message) => message === '> INVITE')).toHaveLength(1);
        line.clock.advance(1);
        await line.until(() => line.saw('call-held'));
        expect(line.network.messages).toEqual(['> INVITE', '< 491 INVITE', '> ACK', '> INVITE', '< 200 INVITE', '> ACK']);
    });

    test('he stays busy with his own offers: she gives up', async () => {
        const bob = await line.talk();
        answersNext(bob, 'onInvite', 491, 491, 491, 491);
        line.alice.hold('c1');
        for (let attempt = 1; attempt <= 4; attempt += 1) {
            await line.until(() => line.network.messages.filter((message) => message === '< 491 INVITE').length === attempt);
            await line.settle();
            line.clock.advance(4_000);
        }
        await line.until(() => line.saw('call-hold-failed'));
        expect(line.events).toEqual([{ type: 'call-hold-failed', callId: 'c1', statusCode: 491 }]);
    });

    test.each([500, 503, 488])('refused with %i: the call is as it was, and can be held later', async (statusCode) => {
        const bob = await line.talk();
        answersNext(bob, 'onInvite', statusCode);
        line.alice.hold('c1');
        await line.until(() => line.saw('call-hold-failed'));
        expect(line.events).toEqual([{ type: 'call-hold-failed', callId: 'c1', statusCode }]);

        await bob.invite();
        await line.settle();
        expect(directions().at(-1)).toBe('sendrecv'); // the answer to Bob's offer, not that to hold
        line.alice.hold('c1');
        await line.until(() => line.saw('call-held'));
        expect(bob.state).toBe(SessionState.Established);
    });

    test('redirected, which sip.js would keep to itself', async () => {
        const bob = await line.talk();
        answersNext(bob, 'onInvite', 302);
        line.alice.hold('c1');
        await line.until(() => line.saw('call-hold-failed'));
        expect(line.events).toEqual([{ type: 'call-hold-failed', callId: 'c1', statusCode: 302 }]);
    });

    test('while his own offer is not settled: hers waits', async () => {
        const bob = await line.talk();
        const media = line.mediaSessions[0];
        const answer = media?.setDescription.bind(media);
        let settle: () => void = () => undefined;
        if (media && answer) {
            media.setDescription = async (sdp) => {
                await new Promise<void>((resolve) => (settle = resolve));
                await answer(sdp);
            };
        }
        await bob.invite();
        await line.until(() => line.network.messages.includes('< INVITE'));
        line.alice.hold('c1');
        await line.settle();
        expect(line.network.messages).not.toContain('> INVITE');
        if (media && answer) media.setDescription = answer;
        settle();
        await line.settle();
        line.clock.advance(2_100);
        await line.until(() => line.saw('call-held'));
        expect(line.network.messages).toEqual(['< INVITE', '> 200 INVITE', '< ACK', '> INVITE', '< 200 INVITE', '> ACK']);
    });

    test('and the offer cannot be sent: it can be tried again', async () => {
        await line.talk();
        const media = line.mediaSessions[0];
        const offer = media?.getDescription.bind(media);
        if (media) media.getDescription = () => Promise.reject(new Error('not now'));
        line.alice.hold('c1');
        await line.until(() => line.saw('call-hold-failed'));
        if (media && offer) media.getDescription = offer;
        line.alice.hold('c1');
        await line.until(() => line.saw('call-held'));
        expect(line.types).toEqual(['call-hold-failed', 'call-held']);
    });

    test('a refused resume leaves him on hold, also in the answers to his offers', async () => {
        const bob = await line.talk();
        line.alice.hold('c1');
        await line.until(() => line.saw('call-held'));
        answersNext(bob, 'onInvite', 500);
        line.alice.resume('c1');
        await line.until(() => line.saw('call-hold-failed'));
        await bob.invite();
        await line.settle();
        expect(directions().at(-1)).toBe('sendonly');
    });

    test.each([481, 408])('the PBX answers %i: it does not know the call any more', async (statusCode) => {
        const bob = await line.talk();
        answersNext(bob, 'onInvite', statusCode);
        line.alice.hold('c1');
        await line.until(() => line.saw('call-ended'));
        expect(line.types).toEqual(['call-ended']);
        expect(line.endings).toEqual([{ by: 'remote', cause: 'hung-up' }]);
        expect(line.media.streams[0]?.stopped).toBe(true);
    });

    test('the connection breaks before he answers: the call stays as it was', async () => {
        const bob = await line.talk();
        const held = answersNext(bob, 'onInvite', 'nothing');
        line.alice.hold('c1');
        await line.until(() => held.length === 1);
        line.network.drop();
        await line.until(() => line.saw('call-hold-failed'));
        expect(line.events.find(({ type }) => type === 'call-hold-failed')).toEqual({
            type: 'call-hold-failed',
            callId: 'c1',
            statusCode: null
        });
        expect(line.saw('call-ended')).toBe(false);
    });

    test('he says that he is trying, and never answers: she gives up', async () => {
        const bob = await line.talk();
        const held = answersNext(bob, 'onInvite', 'nothing');
        line.alice.hold('c1');
        await line.until(() => held.length === 1);
        const [request] = held;
        if (request) bob.userAgent.userAgentCore.replyStateless(request.message, { statusCode: 100 });
        await line.pass(31_999);
        expect(line.types).toEqual([]);
        line.clock.advance(1);
        await line.until(() => line.saw('call-hold-failed'));
        expect(line.events).toEqual([{ type: 'call-hold-failed', callId: 'c1', statusCode: null }]);
        request?.reject({ statusCode: 500 });
        line.alice.hold('c1');
        await line.until(() => line.saw('call-held'));
    });

    test('and neither can the offer be sent nor taken back: it can be tried again', async () => {
        await line.talk();
        const media = line.mediaSessions[0];
        const offer = media?.getDescription.bind(media);
        if (media) media.getDescription = () => Promise.reject(new Error('not now'));
        if (media) media.rollbackDescription = () => Promise.reject(new Error('not this either'));
        line.alice.hold('c1');
        await line.until(() => line.saw('call-hold-failed'));
        if (media && offer) media.getDescription = offer;
        line.alice.hold('c1');
        await line.until(() => line.saw('call-held'));
    });

    test('and he never acknowledged the answer to his own offer', async () => {
        const bob = await line.talk();
        line.network.swallows = /^ACK /;
        await bob.invite();
        await line.until(() => line.network.messages.includes('> 200 INVITE'));
        await line.settle();
        line.network.swallows = null;
        jest.advanceTimersByTime(32_000); // RFC 6026 timer L
        line.alice.hold('c1');
        await line.until(() => line.saw('call-held'));
    });

    test('he hangs up before he answers', async () => {
        const bob = await line.talk();
        const held = answersNext(bob, 'onInvite', 'nothing');
        line.alice.hold('c1');
        line.alice.resume('c1');
        await line.until(() => held.length === 1);
        await bob.bye();
        await line.until(() => line.saw('call-ended'));
        await line.settle();
        expect(line.types).toEqual(['call-ended']);
        expect(line.endings).toEqual([{ by: 'remote', cause: 'hung-up' }]);
        expect(line.network.messages).toEqual(['> INVITE', '< BYE', '> 200 BYE']);
    });

    test('she hangs up while operations wait: they are dropped', async () => {
        const bob = await line.talk();
        const held = answersNext(bob, 'onInvite', 'nothing');
        line.alice.hold('c1');
        line.alice.resume('c1');
        await line.until(() => held.length === 1);
        line.alice.hangUp('c1');
        await line.settle();
        expect(line.types).toEqual(['call-ended']);
        expect(line.network.messages).toEqual(['> INVITE', '> BYE', '< 200 BYE']);
    });

    test('an answer that no media can be made of ends the call', async () => {
        await line.talk();
        const media = line.mediaSessions[0];
        if (media) media.setDescription = () => Promise.reject(new Error('nonsense'));
        line.alice.hold('c1');
        await line.until(() => line.saw('call-ended'));
        await line.settle();
        expect(line.types).toEqual(['call-ended']);
        expect(line.endings).toEqual([{ by: 'system', cause: 'media-failed' }]);
    });

    test.each(['hold', 'resume'] as const)('%s of a call that is not there does nothing', (command) => {
        line.alice[command]('nobody');
        expect(line.events).toEqual([]);
    });
});

describe('Bob puts Alice on hold', () => {
    test('and resumes; what does not change is not told', async () => {
        const bob = await line.talk();
        const offer = async (hold: boolean): Promise<void> => {
            const sessionDescriptionHandlerOptions = { hold } as object;
            await bob.invite({ sessionDescriptionHandlerOptions });
            await line.settle();
        };
        await offer(true);
        await offer(true);
        await offer(false);
        expect(line.events).toEqual([
            { type: 'call-remote-hold', callId: 'c1', held: true },
            { type: 'call-remote-hold', callId: 'c1', held: false }
        ]);
        expect(directions()).toEqual(['sendrecv', 'recvonly', 'recvonly', 'sendrecv']);
    });

    test('while he is on hold himself: neither hears the other, and hers stays after his ends', async () => {
        const bob = await line.talk();
        line.alice.hold('c1');
        await line.until(() => line.saw('call-held'));
        await bob.invite({ sessionDescriptionHandlerOptions: { hold: true } as object });
        await line.settle();
        expect(line.types).toEqual(['call-held', 'call-remote-hold']);
        expect(directions().at(-1)).toBe('inactive');
        await bob.invite({ sessionDescriptionHandlerOptions: { hold: false } as object });
        await line.settle();
        expect(directions().at(-1)).toBe('sendonly');
    });
});
