import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TransferFailureCause } from '../telephony/transfer';
import { openOffice, type Office } from './person.fake';

const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 太郎' };

describe('Parking', () => {
    let office: Office;

    /** Bob calls Alice, who answers. */
    beforeEach(() => {
        office = openOffice();
        office.bob.dial('1001');
        office.alice.answer();
        office.alice.isAbout(record);
    });

    function park(): Office {
        office.alice.send({ type: 'park', callId: office.alice.call.id });
        return office;
    }

    function announce(slot: string, recallAfter: number | null = 60): void {
        office.alice.signalling.report({ type: 'slot-announced', slot: { slot, recallAfter } });
    }

    it.each(['before', 'after'] as const)('shows the slot that the PBX names %s it took the call', (order) => {
        office.exchange.announcesSlots = order;
        const { alice, bob, clock, exchange } = park();
        expect(exchange.journal.at(-1)).toBe('1001 park 1002 778');
        expect(alice.calls).toEqual(['1002 parked']);
        expect(alice.phone.snapshot.parkedCalls).toMatchObject([
            { slot: '701', numberText: '1002', record, parkedAt: 1_000, recallAt: 301_000 }
        ]);
        clock.advance(10_000);
        expect(alice.notices).toEqual([]);
        expect(bob.call.phase).toBe('connected');
    });

    it('says so when the slot stays unknown, but not before it could have come', () => {
        office.exchange.announcesSlots = 'never';
        const { alice, clock } = park();
        expect(alice.phone.snapshot.parkedCalls).toMatchObject([{ slot: null, recallAt: 301_000 }]);
        clock.advance(2_900);
        expect(alice.notices).toEqual([]);
        clock.advance(200);
        expect(alice.phone.snapshot.notices).toMatchObject([{ code: 'slot-unknown', detail: '1002' }]);
    });

    it('that is refused leaves the caller with the agent', () => {
        office.exchange.refusal = { cause: 'unavailable', statusCode: 503, foreseen: false };
        const { alice } = park();
        expect(alice.call).toMatchObject({ phase: 'connected', transfer: { kind: 'park', status: 'failed' } });
        expect(alice.phone.snapshot.parkedCalls).toEqual([]);
    });

    it('is not offered where the settings know no extension for it', () => {
        office.alice.settings = { ...office.alice.settings, parkExtension: null };
        const { alice, exchange } = park();
        expect(alice.call.can.park).toBe(false);
        expect(exchange.journal).toHaveLength(2);
    });

    it.each(['one press', 'the keys'])('retrieves the caller by %s: shown as who it is, and off the list when connected', (way) => {
        const { alice, bob } = park();
        const [parked] = alice.phone.snapshot.parkedCalls;
        if (way === 'one press') alice.send({ type: 'retrieve', parkedId: parked?.id ?? '' });
        else alice.dial('701');
        expect(alice.call).toMatchObject({ phase: 'connected', direction: 'outbound', remote: { number: '1002' }, record });
        expect(alice.phone.snapshot.parkedCalls).toEqual([]);
        expect(bob.calls).toEqual(['1001 connected']);
    });

    it('keeps a call in the list that cannot be retrieved, until the agent dismisses it', () => {
        const { alice, bob } = park();
        bob.hangUp();
        const parkedId = alice.phone.snapshot.parkedCalls[0]?.id ?? '';
        alice.send({ type: 'retrieve', parkedId });
        expect(alice.call.ending).toMatchObject({ cause: 'not-found' });
        expect(alice.phone.snapshot.parkedCalls).toHaveLength(1);
        alice.send({ type: 'dismiss-parked', parkedId });
        alice.send({ type: 'retrieve', parkedId });
        expect(alice.phone.snapshot.parkedCalls).toEqual([]);
        expect(alice.log.at(-1)?.message).toBe('Command came too late');
    });

    it('gives the slot to the call that still lacks one, and logs one that belongs to none', () => {
        office.exchange.announcesSlots = 'never';
        const { alice, clock } = park();
        announce('705', null);
        expect(alice.phone.snapshot.parkedCalls).toMatchObject([{ slot: '705', recallAt: 301_000 }]);
        clock.advance(3_100);
        announce('706');
        expect(alice.phone.snapshot.parkedCalls).toMatchObject([{ slot: '705', recallAt: 301_000 }]);
        expect(alice.log.at(-1)?.message).toBe('A parking slot of no call');
    });

    it('follows a PBX that names another slot at once, because somebody took the first one', () => {
        const { alice, clock } = park();
        clock.advance(1_000);
        announce('702', 60);
        expect(alice.phone.snapshot.parkedCalls).toMatchObject([{ slot: '702', remote: { number: '1002' }, record, recallAt: 62_000 }]);
    });

    it('follows it also while the PBX has not yet taken the call, and does not mistake a repetition for another call', () => {
        const { alice } = office;
        jest.spyOn(office.exchange, 'park').mockImplementation(() => undefined);
        const { id } = park().alice.call;
        for (const slot of ['701', '702', '702']) announce(slot);
        expect(alice.call.transfer?.slot?.slot).toBe('702');
        alice.signalling.end(id, { by: 'local', cause: 'parked' });
        announce('702');
        expect(alice.phone.snapshot.parkedCalls).toMatchObject([{ id, slot: '702' }]);
    });

    it.each(['7 01', 'lot', '', '7'.repeat(17)])('takes nothing for a slot that nobody can dial: %j', (slot) => {
        office.exchange.announcesSlots = 'never';
        const { alice } = park();
        announce(slot);
        expect(alice.phone.snapshot.parkedCalls).toMatchObject([{ slot: null }]);
    });

    it('knows that a slot that is named for another call has been left', () => {
        const { alice, carol, clock, exchange } = park();
        clock.advance(10_000);
        exchange.announcesSlots = 'never';
        carol.dial('1001');
        alice.answer();
        announce('701');
        expect(alice.phone.snapshot.parkedCalls).toMatchObject([{ slot: '701', remote: { number: '1002' } }]);
        park();
        announce('701');
        expect(alice.phone.snapshot.parkedCalls).toMatchObject([{ slot: '701', remote: { number: '1003' } }]);
    });

    it('that finds the lot full before the PBX has said more than that it tries leaves nothing here either', () => {
        const { alice, bob, exchange } = office;
        jest.spyOn(alice.signalling, 'park').mockImplementation(() => undefined);
        park();
        exchange.nextOffer = { returned: { kind: 'transfer', target: '778', cause: 'busy' } };
        bob.dial('1001');
        expect(alice.calls).toEqual(['1002 ringing']);
        expect(alice.call.record).toEqual(record);
        expect(alice.phone.snapshot.parkedCalls).toEqual([]);
    });

    it('that finds the lot full brings the caller back with the record, and leaves nothing in the list', () => {
        office.exchange.announcesSlots = 'never';
        const { alice, bob, clock, exchange } = park();
        exchange.nextOffer = { returned: { kind: 'transfer', target: '778', cause: 'busy' } };
        bob.hangUp();
        bob.dial('1001');
        expect(alice.call).toMatchObject({ phase: 'ringing', returned: { kind: 'transfer', target: '778', cause: 'busy' }, record });
        expect(alice.phone.snapshot.parkedCalls).toEqual([]);
        alice.send({ type: 'decline', callId: alice.call.id });
        announce('702');
        clock.advance(10_000);
        expect(alice.phone.snapshot.parkedCalls).toEqual([]);
        expect(alice.notices).toEqual([]);
    });

    it.each<[string, string, TransferFailureCause]>([
        ['a transfer to somebody else', '1003', 'busy'],
        ['a park extension that failed in another way', '778', 'no-answer']
    ])('is not undone by the return of %s', (_name, target, cause) => {
        office.exchange.announcesSlots = 'never';
        const { alice, carol, exchange } = park();
        exchange.nextOffer = { returned: { kind: 'transfer', target, cause } };
        carol.dial('1001');
        expect(alice.call.record).toBeNull();
        expect(alice.phone.snapshot.parkedCalls).toHaveLength(1);
    });

    it.each([
        ['a minute', 60_000, { remote: { number: '1002' }, record }],
        ['more than a minute', 60_100, { remote: { number: '701' }, record: null }]
    ])('takes whoever is in the slot for the caller until %s after the recall', (_name, late, shown) => {
        const { alice, clock } = park();
        clock.advance(300_000 + late);
        alice.dial('701');
        expect(alice.call).toMatchObject({ dialString: '701', ...shown });
    });

    describe('when nobody retrieves the call', () => {
        it('recognises the recall by its header and gives it the record', () => {
            const { alice, exchange } = park();
            exchange.recall('701');
            expect(alice.call).toMatchObject({ phase: 'ringing', returned: { kind: 'park', slot: '701' }, record });
            expect(alice.phone.snapshot.parkedCalls).toEqual([]);
        });

        it('recognises the recall of a PBX that says nothing by caller and time', () => {
            const { alice, exchange, clock } = park();
            clock.advance(295_000);
            exchange.recall('701', null);
            expect(alice.call).toMatchObject({ returned: { kind: 'park', slot: '701' }, record });
        });

        it('takes a caller who calls anew for what it is', () => {
            const { alice, bob, clock } = park();
            clock.advance(150_000);
            bob.hangUp();
            bob.dial('1001');
            expect(alice.call.returned).toBeNull();
            expect(alice.phone.snapshot.parkedCalls).toHaveLength(1);
        });

        it.each([true, false])('shows the call again that the PBX parks again (call waiting: %s)', (callWaiting) => {
            const { alice, carol, clock, exchange } = park();
            alice.settings = { ...alice.settings, callWaiting };
            carol.dial('1001');
            alice.answer();
            exchange.recall('701');
            if (callWaiting) alice.send({ type: 'decline', callId: alice.call.id });
            expect(alice.phone.snapshot.parkedCalls).toEqual([]);
            clock.advance(5_000);
            announce('702');
            expect(alice.phone.snapshot.parkedCalls).toMatchObject([{ slot: '702', remote: { number: '1002' }, record, recallAt: 66_000 }]);
        });
    });

    it('is nothing to the next agent at this computer', () => {
        const { alice } = park();
        alice.send({ type: 'sign-out' });
        expect(alice.phone.snapshot.parkedCalls).toEqual([]);
    });
});
