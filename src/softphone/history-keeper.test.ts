import { beforeEach, describe, expect, it } from '@jest/globals';
import { openOffice, type Office } from './person.fake';

const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 太郎' };

describe('History', () => {
    let office: Office;

    beforeEach(() => {
        office = openOffice();
    });

    const settled = async (): Promise<void> => {
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    };

    function missCall(): Office {
        office.bob.dial('1001');
        office.bob.hangUp();
        return office;
    }

    it('keeps what became of each call, newest first, in the panel and in the store', () => {
        const { alice, bob, clock } = missCall();
        bob.dial('1001');
        alice.answer();
        clock.advance(61_400);
        bob.hangUp();
        bob.dial('1001');
        alice.send({ type: 'decline', callId: alice.call.id });
        alice.dial('1002');
        alice.hangUp();
        const { history } = alice.phone.snapshot;
        expect(history.map(({ result, talkSeconds }) => [result, talkSeconds])).toEqual([
            ['dialled', null],
            ['declined', null],
            ['answered', 61],
            ['missed', null]
        ]);
        expect(alice.history.stored.get('1001')).toEqual(history);
    });

    it('adds the record that is found after the end, though the next call has begun', () => {
        const { alice, bob } = missCall();
        const { id } = alice.call;
        bob.dial('1001');
        alice.phone.attachRecord(id, record);
        expect(alice.phone.snapshot.history).toMatchObject([{ id, record }]);
        expect(alice.history.stored.get('1001')).toMatchObject([{ id, record }]);
    });

    it('is there again after signing in, and nobody else sees it meanwhile', async () => {
        const { alice } = missCall();
        alice.send({ type: 'sign-out' });
        expect(alice.phone.snapshot.history).toEqual([]);
        alice.send({ type: 'sign-in', extension: '1009', password: 'x' });
        await settled();
        expect(alice.phone.snapshot.history).toEqual([]);
        alice.send({ type: 'sign-in', extension: '1001', password: 'x' });
        await settled();
        expect(alice.phone.snapshot.history).toMatchObject([{ number: '1002', result: 'missed' }]);
    });

    it('keeps the call that signing out ended, without showing it', () => {
        const { alice, bob } = office;
        alice.dial('1002');
        bob.answer();
        alice.send({ type: 'sign-out' });
        expect(alice.phone.snapshot.history).toEqual([]);
        expect(alice.history.stored.get('1001')).toMatchObject([{ number: '1002', result: 'dialled' }]);
    });

    it('does not come back by a load that was under way when it was cleared or the agent left', async () => {
        const { alice } = missCall();
        alice.send({ type: 'sign-in', extension: '1001', password: 'x' });
        alice.send({ type: 'clear-history' });
        await settled();
        expect(alice.phone.snapshot.history).toEqual([]);
        expect(alice.history.stored.has('1001')).toBe(false);
    });

    it('that cannot be stored is told of once in a sign-in, and no call suffers', async () => {
        const { alice } = office;
        alice.history.isBroken = true;
        missCall();
        missCall();
        await settled();
        expect(alice.notices).toEqual(['history-unavailable']);
        expect(alice.phone.snapshot.history).toHaveLength(2);
        const [notice] = alice.phone.snapshot.notices;
        alice.send({ type: 'dismiss-notice', noticeId: notice?.id ?? '' });
        missCall();
        await settled();
        expect(alice.notices).toEqual([]);
        alice.send({ type: 'sign-in', extension: '1001', password: 'x' });
        await settled();
        expect(alice.notices).toEqual(['history-unavailable']);
    });

    it('has no more calls than the settings allow', () => {
        const { alice } = office;
        alice.settings = { ...alice.settings, historyLimit: 2 };
        for (let call = 0; call < 4; call++) missCall();
        expect(alice.phone.snapshot.history).toHaveLength(2);
        expect(alice.history.stored.get('1001')).toHaveLength(2);
    });
});
