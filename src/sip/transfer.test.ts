import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import type { CallEnding } from '../telephony/call-ending';
import { answersNext, Conversation, notifies, referredTo, rings, transferFailure } from './conversation.fake';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
});

afterEach(() => Conversation.end());

const calls = (): unknown[] => line.events.filter(({ type }) => type.startsWith('call'));

describe('Alice transfers Bob blindly', () => {
    test('Carol answers, and Alice hangs up at once', async () => {
        const bob = await line.talk();
        const refer = answersNext(bob, 'onRefer', 202);
        line.alice.transfer('c1', '1003#', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        for (const status of ['100 Trying', '180 Ringing', '180 Ringing']) notifies(bob, `SIP/2.0 ${status}\r\n`);
        await line.until(() => line.saw('call-transfer-progressing'));
        notifies(bob, 'SIP/2.0 200 OK\r\n');
        await line.until(() => bob.state === SessionState.Terminated);

        expect(referredTo(refer)).toBe('sip:1003%23@pbx.example');
        expect(refer[0]?.message.getHeader('referred-by')).toBe('<sip:1001@pbx.example>');
        expect(line.types).toEqual(['call-transfer-accepted', 'call-transfer-progressing', 'call-ended']);
        expect(line.endings).toEqual([{ by: 'local', cause: 'transferred' }]);
        expect(line.network.messages).toEqual([
            ...['> REFER', '< 202 REFER'],
            ...['< NOTIFY', '< NOTIFY', '< NOTIFY', '> 200 NOTIFY', '> 200 NOTIFY', '> 200 NOTIFY'],
            ...['< NOTIFY', '> 200 NOTIFY', '> BYE', '< 200 BYE']
        ]);
        expect(line.clock.pending).toBeLessThanOrEqual(1); // the next REGISTER
    });

    test('the last NOTIFY overtakes the answer to REFER', async () => {
        const bob = await line.talk();
        const refer = answersNext(bob, 'onRefer', 'nothing');
        line.alice.transfer('c1', '1003', null);
        await line.until(() => refer.length === 1);
        notifies(bob, 'SIP/2.0 200 OK');
        await line.until(() => line.saw('call-ended'));
        refer[0]?.accept({ statusCode: 202 });
        await line.settle();
        expect(line.types).toEqual(['call-ended']);
        expect(line.endings).toEqual([{ by: 'local', cause: 'transferred' }]);
    });

    test.each([
        [404, 'not-found'],
        [486, 'busy'],
        [503, 'unavailable'],
        [603, 'declined'],
        [408, 'no-answer'],
        [487, 'refused'],
        [302, 'refused']
    ])('NOTIFY %i: %s, and Bob is still there', async (statusCode, cause) => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', 202);
        line.alice.transfer('c1', '1003', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        notifies(bob, `SIP/2.0 ${statusCode} Whatever\r\nEvil: 1`);
        await line.until(() => line.saw('call-transfer-failed'));
        expect(line.events.at(-1)).toEqual(transferFailure(cause, statusCode));
        notifies(bob, 'SIP/2.0 200 OK');
        await line.pass(60_000);
        expect(line.types).toEqual(['call-transfer-accepted', 'call-transfer-failed']);
        expect(bob.state).toBe(SessionState.Established);
    });

    test.each([
        [403, 'forbidden'],
        [501, 'refused'],
        [302, 'refused']
    ])('REFER is refused with %i: %s', async (statusCode, cause) => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', statusCode, 202);
        line.alice.transfer('c1', '1003', null);
        await line.until(() => line.saw('call-transfer-failed'));
        expect(line.events).toEqual([transferFailure(cause, statusCode)]);
        line.alice.transfer('c1', '1004', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        expect(bob.state).toBe(SessionState.Established);
    });

    test('REFER meets a PBX that does not know the call any more', async () => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', 481);
        line.alice.transfer('c1', '1003', null);
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([{ by: 'remote', cause: 'hung-up' }]);
    });

    test.each(['before', 'after'])('the connection breaks %s the answer to REFER: the call stays', async (when) => {
        const bob = await line.talk();
        const refer = answersNext(bob, 'onRefer', when === 'before' ? 'nothing' : 202);
        line.alice.transfer('c1', '1003', null);
        await line.until(() => (when === 'before' ? refer.length === 1 : line.saw('call-transfer-accepted')));
        line.network.drop();
        await line.until(() => line.saw('call-transfer-failed'));
        expect(calls().at(-1)).toEqual(transferFailure('connection-lost'));
        await line.pass(60_000);
        expect(calls()).toHaveLength(when === 'before' ? 1 : 2);
    });

    test('the PBX never answers REFER: the call stays, and can be put on hold', async () => {
        const bob = await line.talk();
        const refer = answersNext(bob, 'onRefer', 'nothing');
        line.alice.transfer('c1', '1003', null);
        line.alice.hold('c1');
        await line.until(() => refer.length === 1);
        jest.advanceTimersByTime(32_000); // RFC 3261 timer F
        await line.until(() => line.saw('call-held'));
        expect(calls()).toEqual([transferFailure('connection-lost'), { type: 'call-held', callId: 'c1' }]);
    });

    test('the PBX never tells how it went', async () => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', 202);
        line.alice.transfer('c1', '1003', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        await line.pass(59_999);
        expect(line.saw('call-transfer-failed')).toBe(false);
        line.clock.advance(1);
        expect(calls().at(-1)).toEqual(transferFailure('no-reply'));
        expect(bob.state).toBe(SessionState.Established);
    });

    test.each<['nothing' | number, CallEnding]>([
        ['nothing', { by: 'remote', cause: 'hung-up' }],
        [202, { by: 'local', cause: 'transferred' }]
    ])('BYE after the answer %s to REFER', async (answer, ending) => {
        const bob = await line.talk();
        const refer = answersNext(bob, 'onRefer', answer);
        line.alice.transfer('c1', '1003', null);
        await line.until(() => (answer === 'nothing' ? refer.length === 1 : line.saw('call-transfer-accepted')));
        await bob.bye();
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([ending]);
        await line.pass(60_000);
        expect(line.types.filter((type) => type !== 'call-transfer-accepted')).toEqual(['call-ended']);
    });

    test.each([
        ['', 'message/sipfrag'],
        ['200 OK', 'message/sipfrag'],
        ['HTTP/1.1 200 OK', 'message/sipfrag'],
        ['SIP/2.0 2000 OK', 'message/sipfrag'],
        ['SIP/2.0 999', 'message/sipfrag'],
        ['X: 1\r\nSIP/2.0 200 OK', 'message/sipfrag'],
        ['SIP/2.0 200 OK', 'text/html']
    ])('a NOTIFY with %j (%s) is accepted and tells nothing', async (body, contentType) => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', 202);
        line.alice.transfer('c1', '1003', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        notifies(bob, body, contentType);
        await line.until(() => line.network.messages.includes('> 200 NOTIFY'));
        await line.settle();
        expect(line.types).toEqual(['call-transfer-accepted']);
    });

    test('to something that cannot be dialled', async () => {
        await line.talk();
        line.alice.transfer('c1', '1003@elsewhere', null);
        expect(line.events).toEqual([transferFailure('refused')]);
        expect(line.network.messages).toEqual([]);
    });

    test('asked for twice, REFER is sent once', async () => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', 202);
        line.alice.transfer('c1', '1003', null);
        line.alice.transfer('c1', '1003', null);
        await line.settle();
        expect(line.network.messages.filter((message) => message === '> REFER')).toHaveLength(1);
    });

    test('a REFER waits for the hold before it', async () => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', 202);
        line.alice.hold('c1');
        line.alice.transfer('c1', '1003', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        expect(line.network.messages).toEqual(['> INVITE', '< 200 INVITE', '> ACK', '> REFER', '< 202 REFER']);
    });

    test('Bob cannot transfer Alice', async () => {
        const bob = await line.talk();
        await bob.refer(bob.remoteIdentity.uri);
        await line.until(() => line.network.messages.includes('> 603 REFER'));
        expect(line.types).toEqual([]);
    });
});

describe('Alice transfers Bob to Carol, whom she asked first', () => {
    test('both calls end, whichever way the PBX clears up', async () => {
        const bob = await line.talk();
        const carol = await line.talk('c2', '1003');
        const refer = answersNext(bob, 'onRefer', 202);
        line.alice.completeTransfer('c1', 'c2', '1003', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        const { callId, fromTag, toTag } = carol.request;
        expect(referredTo(refer)).toContain(`?Replaces=${encodeURIComponent(`${callId};to-tag=${toTag};from-tag=${fromTag}`)}>`);
        expect(referredTo(refer)).toMatch(/<sip:[^<>?]+\?/);

        await carol.bye(); // as Asterisk does
        await line.until(() => line.saw('call-ended'));
        notifies(bob, 'SIP/2.0 200 OK');
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.events.flatMap((event) => (event.type === 'call-ended' ? [[event.callId, event.ending]] : []))).toEqual([
            ['c2', { by: 'local', cause: 'transferred' }],
            ['c1', { by: 'local', cause: 'transferred' }]
        ]);
    });

    test('the NOTIFY comes first', async () => {
        const bob = await line.talk();
        const carol = await line.talk('c2', '1003');
        answersNext(bob, 'onRefer', 202);
        line.alice.completeTransfer('c1', 'c2', '1003', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        notifies(bob, 'SIP/2.0 200 OK');
        await line.until(() => bob.state === SessionState.Terminated && carol.state === SessionState.Terminated);
        expect(line.endings).toEqual(Array(2).fill({ by: 'local', cause: 'transferred' }));
    });

    test('it fails: both calls stay, and Carol may hang up', async () => {
        const bob = await line.talk();
        const carol = await line.talk('c2', '1003');
        answersNext(bob, 'onRefer', 202);
        line.alice.completeTransfer('c1', 'c2', '1003', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        notifies(bob, 'SIP/2.0 481 Gone');
        await line.until(() => line.saw('call-transfer-failed'));
        expect([bob.state, carol.state]).toEqual([SessionState.Established, SessionState.Established]);
        await carol.bye();
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([{ by: 'remote', cause: 'hung-up' }]);
    });

    test('Carol hangs up before the PBX took it on', async () => {
        const bob = await line.talk();
        const carol = await line.talk('c2', '1003');
        const refer = answersNext(bob, 'onRefer', 'nothing');
        line.alice.completeTransfer('c1', 'c2', '1003', null);
        await line.until(() => refer.length === 1);
        await carol.bye();
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([{ by: 'remote', cause: 'hung-up' }]);
    });

    test('Carol hung up in this moment', async () => {
        await line.talk();
        line.alice.completeTransfer('c1', 'c2', '1003', null);
        expect(line.events).toEqual([transferFailure('unavailable')]);
    });

    test('Carol still rings: she is called by the PBX instead', async () => {
        const bob = await line.talk();
        const carol = await line.dial(rings, 'c2', '1003');
        await line.until(() => line.saw('call-ringing'));
        line.forget();
        const refer = answersNext(bob, 'onRefer', 202);
        line.alice.completeTransfer('c1', 'c2', '1003', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        expect(carol.state).toBe(SessionState.Terminated);
        expect(line.endings).toEqual([{ by: 'local', cause: 'cancelled' }]);
        expect(referredTo(refer)).toBe('sip:1003@pbx.example');
        expect(line.network.messages).toEqual(['> CANCEL', '< 200 CANCEL', '< 487 INVITE', '> ACK', '> REFER', '< 202 REFER']);
    });

    test('Carol answers in the moment in which she is given up', async () => {
        const bob = await line.talk();
        const carol = await line.dial(rings, 'c2', '1003');
        await line.until(() => line.saw('call-ringing'));
        line.forget();
        answersNext(bob, 'onRefer', 202);
        void carol.accept();
        line.alice.completeTransfer('c1', 'c2', '1003', null);
        await line.until(() => line.saw('call-transfer-accepted'));
        await line.until(() => carol.state === SessionState.Terminated);
        expect(line.endings).toEqual([{ by: 'local', cause: 'cancelled' }]);
    });

    test('Carol still rings and the PBX does not say that it stopped: two seconds are enough', async () => {
        const bob = await line.talk();
        await line.dial(rings, 'c2', '1003');
        await line.until(() => line.saw('call-ringing'));
        answersNext(bob, 'onRefer', 202);
        line.network.blackHole = true;
        line.alice.completeTransfer('c1', 'c2', '1003', null);
        await line.settle();
        line.network.blackHole = false;
        line.clock.advance(1_999);
        await line.settle();
        expect(line.network.messages).not.toContain('> REFER');
        line.clock.advance(1);
        await line.until(() => line.saw('call-transfer-accepted'));
    });
});
