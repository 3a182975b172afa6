import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import { answers, Conversation, refuses, rings } from './conversation.fake';
import { FakeMediaSession } from './media.fake';
import { SipError } from './sip-error';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
});

afterEach(() => {
    jest.restoreAllMocks();
    Conversation.end();
});

describe('Alice calls Bob', () => {
    test('he answers, they talk, he hangs up', async () => {
        const bob = await line.dial(rings);
        await line.until(() => line.saw('call-ringing'));
        answers(bob);
        await line.until(() => line.saw('call-connected'));
        await line.until(() => bob.state === SessionState.Established);
        line.mediaSessions[0]?.becomes('connected');
        expect(line.media.playing).toEqual(new Set(['c1']));
        await bob.bye();
        await line.until(() => line.saw('call-ended'));

        expect(line.types).toEqual(['call-ringing', 'call-connected', 'call-media', 'call-ended']);
        expect(line.network.messages).toEqual(['> INVITE', '< 100 INVITE', '< 180 INVITE', '< 200 INVITE', '> ACK', '< BYE', '> 200 BYE']);
        expect(line.endings).toEqual([{ by: 'remote', cause: 'hung-up' }]);
        expect(bob.state).toBe(SessionState.Terminated);
        expect(line.media.playing.size).toBe(0);
        expect(line.media.streams[0]?.stopped).toBe(true);
    });

    test('what the browser counts of the call is told from the answer to the end', async () => {
        const bob = await line.dial(rings);
        await line.until(() => line.saw('call-ringing'));
        expect(line.media.measured.size).toBe(0);
        answers(bob);
        await line.until(() => line.saw('call-connected'));
        const statistics = line.media.measured.get('c1');
        expect(await statistics?.()).toBeDefined();
        await bob.bye();
        await line.until(() => line.saw('call-ended'));
        expect(line.media.measured.size).toBe(0);
        await expect(statistics?.()).rejects.toMatchObject({ reason: 'call-over' });
    });

    test('the dialog is told so that the call could be taken over', async () => {
        const bob = await line.dial(answers);
        await line.until(() => line.saw('call-connected'));
        const { callId, fromTag, toTag } = bob.request;
        expect(line.events.find(({ type }) => type === 'call-connected')).toMatchObject({
            dialog: { callId, localTag: fromTag, remoteTag: toTag }
        });
    });

    test('she hangs up', async () => {
        const bob = await line.dial(answers);
        await line.until(() => line.saw('call-connected'));
        line.alice.hangUp('c1');
        line.alice.hangUp('c1');
        expect(line.endings).toEqual([{ by: 'local', cause: 'hung-up' }]);
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.network.messages.slice(-2)).toEqual(['> BYE', '< 200 BYE']);
    });

    test('she gives up while it rings', async () => {
        const bob = await line.dial(rings);
        await line.until(() => line.saw('call-ringing'));
        line.alice.hangUp('c1');
        expect(line.endings).toEqual([{ by: 'local', cause: 'cancelled' }]);
        expect(line.media.streams[0]?.stopped).toBe(true);
        await line.until(() => bob.state === SessionState.Terminated);
        await line.settle();
        expect(line.network.messages.slice(3)).toEqual(['> CANCEL', '< 200 CANCEL', '< 487 INVITE', '> ACK']);
        expect(line.types).toEqual(['call-ringing', 'call-ended']);
    });

    test.each([
        [486, undefined, 'busy'],
        [404, undefined, 'not-found'],
        [603, undefined, 'declined'],
        [480, 'Q.850;cause=19', 'no-answer'],
        [480, 'Q.850;cause=20', 'unavailable'],
        [403, 'Q.850;cause=21', 'declined']
    ])('Bob answers %i (%s): %s', async (statusCode, reason, cause) => {
        await line.dial(refuses(statusCode, reason));
        await line.until(() => line.saw('call-ended'));
        expect(line.types).toEqual(['call-ended']);
        expect(line.endings).toEqual([{ by: 'remote', cause, statusCode }]);
        expect(line.media.streams[0]?.stopped).toBe(true);
    });

    test('signs and letters in the number arrive as they were dialled', async () => {
        let dialled: string | undefined;
        line.bob.onCall = ({ request }) => (dialled = request.to.uri.toString());
        line.alice.dial('c1', '*21#', null, null);
        await line.until(() => dialled !== undefined);
        expect(dialled).toBe('sip:*21%23@pbx.example');
    });

    test('her name cannot add a header', async () => {
        const bob = await line.dial(rings);
        expect(bob.request.from.displayName).toBe('Alice AEvil: header');
        expect(bob.request.hasHeader('Evil')).toBe(false);
    });

    test.each(['', '1002@elsewhere', 'a b', '1'.repeat(81), '1\r\nX: y'])('%j is not dialled', (dialString) => {
        line.alice.dial('c1', dialString, null, null);
        expect(line.events).toEqual([{ type: 'call-ended', callId: 'c1', ending: { by: 'system', cause: 'refused' }, dialog: null }]);
    });

    test('without a microphone there is no call', async () => {
        line.media.microphone = () => Promise.reject(new Error('denied'));
        line.alice.dial('c1', '1002', null, null);
        await line.until(() => line.saw('call-ended'));
        await line.settle();
        expect(line.endings).toEqual([{ by: 'system', cause: 'microphone-unavailable' }]);
        expect(line.network.messages).toEqual([]);
    });

    test('without an address for the audio nobody is called', async () => {
        jest.spyOn(FakeMediaSession.prototype, 'getDescription').mockRejectedValueOnce(new SipError('no-address', 'No address'));
        line.alice.dial('c1', '1002', null, null);
        await line.until(() => line.saw('call-ended'));
        await line.settle();
        expect(line.endings).toEqual([{ by: 'system', cause: 'media-failed' }]);
        expect(line.network.messages).toEqual([]);
    });

    test('a microphone that opens after she hung up is switched off again', async () => {
        let open: () => void = () => undefined;
        line.media.microphone = () => new Promise((resolve) => (open = resolve));
        line.alice.dial('c1', '1002', null, null);
        line.alice.hangUp('c1');
        open();
        await line.until(() => line.media.streams.length === 1);
        await line.settle();
        expect(line.media.streams[0]?.stopped).toBe(true);
        expect(line.types).toEqual(['call-ended']);
        expect(line.network.messages).toEqual([]);
    });

    test('no path for the audio ends the call; a path that breaks later does not', async () => {
        await line.dial(answers);
        await line.until(() => line.saw('call-connected'));
        line.mediaSessions[0]?.becomes('failed');
        expect(line.endings).toEqual([{ by: 'system', cause: 'media-failed' }]);
        await line.until(() => line.network.messages.includes('> BYE'));

        line.forget();
        await line.dial(answers);
        await line.until(() => line.saw('call-connected'));
        line.mediaSessions[1]?.becomes('connected');
        line.mediaSessions[1]?.becomes('failed');
        expect(line.types).toEqual(['call-connected', 'call-media', 'call-media']);
    });

    test('the connection breaks while the microphone opens: that is switched off again, and nothing is sent later', async () => {
        let opened: () => void = () => undefined;
        line.media.microphone = () => new Promise((resolve) => (opened = resolve));
        line.alice.dial('c1', '1002', null, null);
        await line.settle();
        line.network.drop();
        expect(line.endings).toEqual([{ by: 'system', cause: 'connection-lost' }]);
        line.clock.advance(500);
        await line.until(() => line.saw('registration-registered'));
        opened();
        await line.settle();
        expect(line.media.streams[0]?.stopped).toBe(true);
        expect(line.network.messages).not.toContain('> INVITE');
        expect(line.endings).toHaveLength(1);
    });

    test('the connection breaks while it rings', async () => {
        await line.dial(rings);
        await line.until(() => line.saw('call-ringing'));
        line.network.drop();
        expect(line.endings).toEqual([{ by: 'system', cause: 'connection-lost' }]);
        expect(line.media.streams[0]?.stopped).toBe(true);
        await line.settle();
        expect(line.types.filter((type) => type === 'call-ended')).toHaveLength(1);
    });

    test('the connection breaks while they talk: the call goes on, and can be hung up when it is back', async () => {
        const bob = await line.dial(answers);
        await line.until(() => line.saw('call-connected') && bob.state === SessionState.Established);
        line.network.drop();
        await line.settle();
        expect(line.saw('call-ended')).toBe(false);
        expect(line.media.streams[0]?.stopped).toBe(false);
        line.clock.advance(500);
        await line.until(() => line.saw('registration-registered'));
        line.alice.hangUp('c1');
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.endings).toEqual([{ by: 'local', cause: 'hung-up' }]);
    });

    test('she hangs up while the connection is broken: it ends for her at once, and for Bob as soon as he can be told', async () => {
        const bob = await line.dial(answers);
        await line.until(() => line.saw('call-connected') && bob.state === SessionState.Established);
        line.forget();
        line.network.drop();
        line.alice.hangUp('c1');
        expect(line.endings).toEqual([{ by: 'local', cause: 'hung-up' }]);
        expect(line.media.streams[0]?.stopped).toBe(true);
        await line.settle();
        expect(line.network.messages).toEqual([]);
        expect(bob.state).toBe(SessionState.Established);

        line.clock.advance(500);
        await line.until(() => bob.state === SessionState.Terminated);
        await line.settle();
        line.forget();
        line.network.drop();
        line.clock.advance(500);
        await line.until(() => line.saw('registration-registered'));
        expect(line.network.messages).not.toContain('> BYE');
    });

    test('she hangs up while nothing comes through: Bob is told over the next connection', async () => {
        const bob = await line.dial(answers);
        await line.until(() => line.saw('call-connected') && bob.state === SessionState.Established);
        line.network.blackHole = true;
        line.alice.hangUp('c1');
        line.clock.advance(40_000);
        await line.settle();
        expect(bob.state).toBe(SessionState.Established);
        line.network.blackHole = false;
        line.clock.advance(8_000);
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.endings).toEqual([{ by: 'local', cause: 'hung-up' }]);
    });

    test('her phone promises no transfers, which it does not know yet', async () => {
        const bob = await line.dial(rings);
        expect(bob.request.getHeader('Supported')).toContain('outbound');
        expect(bob.request.getHeader('Supported')).not.toContain('replaces');
    });

    test('Bob cannot make her phone dial by REFER', async () => {
        const bob = await line.dial(answers);
        await line.until(() => line.saw('call-connected') && bob.state === SessionState.Established);
        const elsewhere = bob.userAgent.configuration.uri;
        await bob.refer(elsewhere);
        await line.until(() => line.network.messages.includes('> 603 REFER'));
        await line.settle();
        expect(line.network.messages.filter((message) => message === '> INVITE')).toHaveLength(1);
    });
});
