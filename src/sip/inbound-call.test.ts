import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import { Conversation } from './conversation.fake';
import { FakeMediaSession } from './media.fake';
import type { FakePbx } from './pbx.fake';
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

describe('Bob calls Alice', () => {
    async function ring(headers: string[] = []): Promise<ReturnType<FakePbx['call']>> {
        const bob = line.bob.call(headers);
        await bob.invite();
        await line.until(() => line.saw('call-offered') && line.network.messages.includes('> 180 INVITE'));
        return bob;
    }

    test('she answers, they talk, she hangs up', async () => {
        const bob = await ring();
        expect(line.events[0]).toMatchObject({ callId: 'inbound-1', remote: { number: 'bob', displayName: 'Bob' } });
        line.alice.answer('inbound-1');
        await line.until(() => line.saw('call-connected'));
        expect(bob.state).toBe(SessionState.Established);
        expect(line.media.playing).toEqual(new Set(['inbound-1']));
        line.alice.hangUp('inbound-1');
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.types).toEqual(['call-offered', 'call-connected', 'call-ended']);
        expect(line.network.messages).toEqual(['< INVITE', '> 100 INVITE', '> 180 INVITE', '> 200 INVITE', '< ACK', '> BYE', '< 200 BYE']);
    });

    test('the PBX knows his number better than he does', async () => {
        await ring(['P-Asserted-Identity: "Robert" <sip:09012345678@pbx>']);
        expect(line.events[0]).toMatchObject({ remote: { number: '09012345678', displayName: 'Robert' } });
    });

    test('she declines', async () => {
        const bob = await ring();
        line.alice.decline('inbound-1', 'declined');
        expect(line.endings).toEqual([{ by: 'local', cause: 'declined' }]);
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.network.messages.slice(3)).toEqual(['> 603 INVITE', '< ACK']);
    });

    test('she is on another call', async () => {
        const bob = await ring();
        line.alice.decline('inbound-1', 'busy');
        expect(line.endings).toEqual([{ by: 'system', cause: 'busy' }]);
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.network.messages.slice(3)).toEqual(['> 486 INVITE', '< ACK']);
    });

    test('she is on another call, and is so before it could ring', async () => {
        line.alice.subscribe((event) => {
            if (event.type === 'call-offered') line.alice.decline(event.callId, 'busy');
        });
        const bob = line.bob.call();
        await bob.invite();
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.network.messages).toEqual(['< INVITE', '> 100 INVITE', '> 486 INVITE', '< ACK']);
        expect(line.log.filter(({ message }) => message === 'The caller could not be told that it rings')).toEqual([]);
    });

    test('he gives up', async () => {
        const bob = await ring();
        await bob.cancel();
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([{ by: 'remote', cause: 'cancelled' }]);
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.network.messages.slice(3)).toEqual(['< CANCEL', '> 200 CANCEL', '> 487 INVITE', '< ACK']);
    });

    test('another phone takes the call', async () => {
        const bob = await ring();
        await bob.cancel({ statusCode: 200, reasonPhrase: 'Call completed elsewhere' });
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([{ by: 'remote', cause: 'answered-elsewhere' }]);
    });

    test('he gives up while her microphone opens', async () => {
        let open: () => void = () => undefined;
        line.media.microphone = () => new Promise((resolve) => (open = resolve));
        const bob = await ring();
        line.alice.answer('inbound-1');
        await line.settle();
        await bob.cancel();
        await line.until(() => line.saw('call-ended'));
        open();
        await line.settle();
        expect(line.endings).toEqual([{ by: 'remote', cause: 'cancelled' }]);
        expect(line.media.streams[0]?.stopped).toBe(true);
    });

    test('without a microphone she cannot answer, and he is told so', async () => {
        line.media.microphone = () => Promise.reject(new Error('denied'));
        const bob = await ring();
        line.alice.answer('inbound-1');
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.endings).toEqual([{ by: 'system', cause: 'microphone-unavailable' }]);
        expect(line.network.messages.slice(3)).toEqual(['> 480 INVITE', '< ACK']);
    });

    test('without an address for the audio she cannot answer, and he is told so', async () => {
        const bob = await ring();
        jest.spyOn(FakeMediaSession.prototype, 'getDescription').mockRejectedValueOnce(new SipError('no-address', 'No address'));
        line.alice.answer('inbound-1');
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.endings).toEqual([{ by: 'system', cause: 'media-failed' }]);
        expect(line.network.messages.slice(3)).toEqual(['> 480 INVITE', '< ACK']);
    });

    test('the connection breaks while it rings', async () => {
        await ring();
        line.network.drop();
        expect(line.endings).toEqual([{ by: 'system', cause: 'connection-lost' }]);
        await line.settle();
        line.alice.answer('inbound-1');
        await line.settle();
        expect(line.types.filter((type) => type === 'call-ended')).toHaveLength(1);
    });

    test('the connection breaks while her microphone opens: that is switched off again', async () => {
        let opened: () => void = () => undefined;
        line.media.microphone = () => new Promise((resolve) => (opened = resolve));
        await line.bob.call().invite();
        await line.until(() => line.saw('call-offered'));
        line.alice.answer('inbound-1');
        await line.settle();
        line.network.drop();
        expect(line.endings).toEqual([{ by: 'system', cause: 'connection-lost' }]);
        opened();
        await line.settle();
        expect(line.media.streams[0]?.stopped).toBe(true);
        expect(line.endings).toHaveLength(1);
    });

    test.each(['the connection breaks', 'nothing comes'])('she answers, and before he confirms it %s: it ends', async (what) => {
        line.network.swallows = /^ACK /;
        await line.bob.call().invite();
        await line.until(() => line.saw('call-offered'));
        line.alice.answer('inbound-1');
        await line.until(() => line.network.messages.includes('> 200 INVITE'));
        await line.settle();
        expect(line.saw('call-connected')).toBe(false);
        if (what === 'the connection breaks') line.network.drop();
        else jest.advanceTimersByTime(32_000); // RFC 6026 timer L
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([{ by: 'system', cause: 'connection-lost' }]);
        expect(line.media.streams[0]?.stopped).toBe(true);
    });
});
