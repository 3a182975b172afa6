import { beforeEach, describe, expect, it, jest } from '@jest/globals';
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
        alice.isAbout(record, id);
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

    it.each([
        ['an extension whose call somebody else took', '1002', { number: '1003', displayName: 'Carol' }, '1002', null],
        ['an extension, named', '1002', { number: '1002', displayName: 'Bob' }, '1002', 'Bob'],
        [
            'an outside number that the PBX writes in its own way',
            '0312345678',
            { number: '+81312345678', displayName: 'Acme' },
            '0312345678',
            'Acme'
        ],
        [
            'an outside number behind which there is another',
            '0312345678',
            { number: '0398765432', displayName: 'Acme' },
            '0312345678',
            null
        ],
        ['a pickup', '*81002', { number: '0312345678', displayName: 'Acme' }, '0312345678', 'Acme'],
        ['a pickup of nobody known', '*8', { number: null, displayName: null }, '*8', null]
    ])('keeps %s under what the agent would dial again', (_name, dialled, remote, number, displayName) => {
        const { alice, exchange } = office;
        jest.spyOn(exchange, 'dial').mockImplementation(() => undefined);
        const { id: callId } = alice.dial(dialled);
        alice.signalling.report({ type: 'call-connected', callId, dialog: { callId: 'x', localTag: null, remoteTag: null } });
        alice.signalling.report({ type: 'call-identified', callId, remote });
        alice.signalling.end(callId, { by: 'remote', cause: 'hung-up' });
        expect(alice.call.dialString).toBe(dialled);
        expect(alice.phone.snapshot.history).toMatchObject([{ number, displayName }]);
    });

    it('keeps a retrieved call under its caller, for the slot may be anybody’s the next time', () => {
        const { alice, bob } = office;
        bob.dial('1001');
        alice.answer();
        alice.send({ type: 'park', callId: alice.call.id });
        alice.dial('701');
        alice.hangUp();
        expect(alice.phone.snapshot.history[0]).toMatchObject({ direction: 'outbound', number: '1002' });
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

    it('counts the missed calls until the agent has seen them', () => {
        const { alice, bob } = missCall();
        missCall();
        expect(alice.phone.snapshot.missedCalls).toBe(2);
        expect(bob.phone.snapshot.missedCalls).toBe(0);
        alice.send({ type: 'see-missed' });
        expect(alice.phone.snapshot.missedCalls).toBe(0);
        bob.dial('1001');
        alice.answer();
        bob.hangUp();
        bob.dial('1001');
        alice.send({ type: 'decline', callId: alice.call.id });
        expect(alice.phone.snapshot.missedCalls).toBe(0);
        expect(alice.phone.snapshot.history).toHaveLength(4);
    });

    it.each(['sign-out', 'clear-history'] as const)('counts nothing that is out of sight: %s', (type) => {
        const { alice } = missCall();
        alice.send({ type });
        expect(alice.phone.snapshot.missedCalls).toBe(0);
    });

    it('has no more calls than the settings allow', () => {
        const { alice } = office;
        alice.settings = { ...alice.settings, historyLimit: 2 };
        for (let call = 0; call < 4; call++) missCall();
        expect(alice.phone.snapshot.history).toHaveLength(2);
        expect(alice.history.stored.get('1001')).toHaveLength(2);
    });
});
