import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import { answersNext, Conversation, notifies, referredTo, transferFailure } from './conversation.fake';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
});

afterEach(() => Conversation.end());

describe('Alice parks Bob', () => {
    test('the PBX names the slot by MESSAGE', async () => {
        const bob = await line.talk();
        const refer = answersNext(bob, 'onRefer', 202);
        line.alice.park('c1', '778');
        await line.until(() => line.saw('call-transfer-accepted'));
        await line.bob.write('parked 701 300');
        notifies(bob, 'SIP/2.0 200 OK');
        await line.until(() => line.saw('call-ended'));
        await line.settle();
        expect(referredTo(refer)).toBe('sip:778@pbx.example');
        expect(line.events).toContainEqual({ type: 'slot-announced', slot: { slot: '701', recallAfter: 300 } });
        expect(line.endings).toEqual([{ by: 'local', cause: 'parked' }]);
        expect(line.network.messages).toContain('> 200 MESSAGE');
        expect(bob.state).toBe(SessionState.Terminated);
    });

    test('the slot may be named in the call', async () => {
        const bob = await line.talk();
        const body = { contentDisposition: 'render', contentType: 'text/plain', content: 'parked 702' };
        await bob.message({ requestOptions: { body } });
        await line.until(() => line.saw('slot-announced'));
        expect(line.events).toEqual([{ type: 'slot-announced', slot: { slot: '702', recallAfter: null } }]);
    });

    test('accepted, and nothing more is heard: it is parked', async () => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', 202);
        line.alice.park('c1', '700');
        await line.until(() => line.saw('call-transfer-accepted'));
        line.clock.advance(4_999);
        expect(line.saw('call-ended')).toBe(false);
        line.clock.advance(1);
        expect(line.endings).toEqual([{ by: 'local', cause: 'parked' }]);
        await line.until(() => bob.state === SessionState.Terminated);
    });

    test('the PBX hangs up after it accepted', async () => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', 202);
        line.alice.park('c1', '700');
        await line.until(() => line.saw('call-transfer-accepted'));
        await bob.bye();
        await line.until(() => line.saw('call-ended'));
        expect(line.endings).toEqual([{ by: 'local', cause: 'parked' }]);
    });

    test('all slots are taken', async () => {
        const bob = await line.talk();
        answersNext(bob, 'onRefer', 202);
        line.alice.park('c1', '778');
        await line.until(() => line.saw('call-transfer-accepted'));
        notifies(bob, 'SIP/2.0 486 Busy Here');
        await line.until(() => line.saw('call-transfer-failed'));
        expect(line.events.at(-1)).toEqual(transferFailure('busy', 486));
        expect(bob.state).toBe(SessionState.Established);
    });
});

describe('text messages', () => {
    test.each([
        ['parked', 'text/plain'],
        ['parked 701 300 1', 'text/plain'],
        ['parked <b>701</b>', 'text/plain'],
        [`parked ${'7'.repeat(21)}`, 'text/plain'],
        ['parked 701 999999', 'text/plain'],
        ['hello\nparked 701', 'text/plain'],
        ['parked 701', 'text/html'],
        ['', 'text/plain']
    ])('%j (%s) is accepted and ignored, and not logged', async (body, contentType) => {
        await line.bob.write(body, contentType);
        await line.until(() => line.network.messages.includes('> 200 MESSAGE'));
        await line.settle();
        expect(line.events).toEqual([]);
        expect(line.log.filter(({ name }) => name !== 'sip.stack').map(({ message }) => message)).toEqual(
            expect.arrayContaining(['A text message was ignored'])
        );
    });
});
