import { beforeEach, describe, expect, it } from '@jest/globals';
import { openOffice, type Office } from './person.fake';

describe('Inbound calls', () => {
    let office: Office;

    beforeEach(() => {
        office = openOffice();
        office.alice.settings = { ...office.alice.settings, autoAnswer: true };
    });

    it('tell what the PBX knows of them', () => {
        const { alice, bob, exchange } = office;
        const details = { dialledNumber: '0312345678', businessLabel: '修理受付', queue: 'support' };
        exchange.nextOffer = { details, remote: { number: null, displayName: null } };
        bob.dial('1001');
        expect(alice.call).toMatchObject({ details, dialledNumberText: '03-1234-5678', numberText: null });
    });

    it('are at most four, and the next caller hears busy', () => {
        const { alice, bob, carol, exchange } = office;
        for (const extension of ['1004', '1005', '1006']) {
            const phone = exchange.phone();
            phone.signIn({ server: '', domain: '', extension, authorizationName: '', password: '', displayName: null });
            phone.registers();
            phone.dial(`${extension}-1`, '1001');
        }
        bob.dial('1001');
        carol.dial('1001');
        expect(alice.phone.snapshot.calls).toHaveLength(4);
        expect(carol.call.ending?.cause).toBe('busy');
        expect(alice.facts.at(-1)).toMatchObject({ type: 'call-ended', call: { remote: { number: '1003' } } });
    });

    it('that come while this phone dials wait until the dialled call is up', () => {
        const { alice, bob, carol } = office;
        alice.dial('1002');
        carol.dial('1001');
        expect(alice.call.can).toMatchObject({ answer: false, decline: true });
        alice.answer();
        expect(alice.call.phase).toBe('ringing');
        bob.answer();
        expect(alice.answer().phase).toBe('connected');
        expect(alice.calls).toEqual(['1002 connected held', '1003 connected']);
    });

    it('that arrive after signing out hear busy', () => {
        const { alice, bob, exchange } = office;
        alice.signalling.signOut = () => new Promise(() => undefined);
        alice.send({ type: 'sign-out' });
        bob.dial('1001');
        expect(exchange.journal).toEqual(['1002 dial 1001', '1001 decline busy']);
        expect(alice.phone.snapshot.calls).toEqual([]);
    });

    describe('that answer themselves', () => {
        function ring(seconds: number): Office {
            office.exchange.nextOffer = { autoAnswerAfter: seconds };
            office.bob.dial('1001');
            return office;
        }

        it('do so after the time that the PBX gives, with a beep, and not by the agent', () => {
            const { alice, clock } = ring(2);
            clock.advance(1_900);
            expect(alice.call.phase).toBe('ringing');
            clock.advance(200);
            expect(alice.call.phase).toBe('connected');
            expect(alice.audio.beeps).toBe(1);
            expect(alice.factTypes.at(-1)).toBe('call-connected by remote');
        });

        it('ring like others where the settings forbid it', () => {
            office.alice.settings = { ...office.alice.settings, autoAnswer: false };
            const { alice, clock } = ring(0);
            clock.advance(60_000);
            expect(alice.call.phase).toBe('ringing');
            expect(alice.audio.beeps).toBe(0);
        });

        it('never push another call aside, whether it was there before or came meanwhile', () => {
            const { alice, carol, clock } = office;
            carol.dial('1001');
            ring(0);
            clock.advance(60_000);
            expect(alice.calls).toEqual(['1003 ringing', '1002 ringing']);
            for (const { id } of alice.phone.snapshot.calls) alice.send({ type: 'decline', callId: id });
            ring(2);
            alice.dial('1003');
            clock.advance(60_000);
            expect(alice.calls).toContain('1002 ringing');
            alice.hangUp();
            alice.send({ type: 'decline', callId: alice.with(office.bob).id });
            ring(2);
            carol.dial('1001');
            clock.advance(60_000);
            expect(alice.calls.slice(-2)).toEqual(['1002 ringing', '1003 ringing']);
            expect(alice.audio.beeps).toBe(0);
        });

        it('do not once the caller has given up or the agent was faster', () => {
            const { alice, bob, clock } = ring(2);
            bob.hangUp();
            clock.advance(5_000);
            ring(2);
            alice.answer();
            clock.advance(5_000);
            expect(alice.audio.beeps).toBe(0);
        });
    });

    describe('that the agent lets answer themselves', () => {
        beforeEach(() => {
            office.alice.send({ type: 'set-preferences', preferences: { autoAnswerSeconds: 3 } });
        });

        it('do so after the time that the agent gives, with a beep', () => {
            const { alice, bob, clock } = office;
            bob.dial('1001');
            clock.advance(2_900);
            expect(alice.call.phase).toBe('ringing');
            clock.advance(200);
            expect(alice.call.phase).toBe('connected');
            expect(alice.audio.beeps).toBe(1);
            expect(alice.factTypes.at(-1)).toBe('call-connected by agent');
        });

        it('do so when the PBX says, where it says so', () => {
            const { alice, bob, clock, exchange } = office;
            exchange.nextOffer = { autoAnswerAfter: 1 };
            bob.dial('1001');
            clock.advance(1_100);
            expect(alice.call.phase).toBe('connected');
            expect(alice.factTypes.at(-1)).toBe('call-connected by remote');
        });

        it.each<[string, (office: Office) => void]>([
            ['the settings forbid it', ({ alice }) => (alice.settings = { ...alice.settings, agentAutoAnswer: false })],
            ['the agent is not ready', ({ alice }) => alice.send({ type: 'set-status', status: { kind: 'not-ready', reason: null } })],
            ['the agent has yet to write', ({ alice }) => alice.send({ type: 'set-status', status: { kind: 'wrap-up', reason: null } })],
            ['another call was there', ({ carol }) => carol.dial('1001')],
            ['another call is up', ({ alice, carol }) => (carol.dial('1001'), alice.answer())]
        ])('ring on where %s', (_why, happens) => {
            const { alice, bob, clock } = office;
            const statuses = (['ready', 'not-ready', 'wrap-up'] as const).map((kind) => ({ kind, reason: null, signal: null }));
            alice.settings = { ...alice.settings, statuses };
            alice.send({ type: 'sign-in', extension: '1001', password: 'x' });
            alice.signalling.registers();
            happens(office);
            bob.dial('1001');
            clock.advance(60_000);
            expect(alice.with(bob).phase).toBe('ringing');
        });

        it('ring on where the agent has changed their mind, or another call came meanwhile', () => {
            const { alice, bob, carol, clock } = office;
            bob.dial('1001');
            carol.dial('1001');
            clock.advance(60_000);
            expect(alice.calls).toEqual(['1002 ringing', '1003 ringing']);
            bob.hangUp();
            carol.hangUp();
            bob.dial('1001');
            alice.send({ type: 'set-preferences', preferences: { autoAnswerSeconds: null } });
            clock.advance(60_000);
            expect(alice.call.phase).toBe('ringing');
            expect(alice.audio.beeps).toBe(0);
        });
    });

    describe('whose caller turns out to be somebody else', () => {
        it('are told of again, once for each change, and not after the end', () => {
            const { alice, bob } = office;
            bob.dial('1001');
            alice.answer();
            const { id: callId } = alice.call;
            const remote = { number: '0312345678', displayName: '山田 太郎' };
            alice.signalling.report({ type: 'call-identified', callId, remote });
            alice.signalling.report({ type: 'call-identified', callId, remote: { ...remote } });
            alice.hangUp();
            alice.signalling.report({ type: 'call-identified', callId, remote: { number: '1003', displayName: null } });
            expect(alice.factTypes.filter((type) => type.startsWith('call-identified'))).toEqual(['call-identified by remote']);
            expect(alice.call).toMatchObject({ remote, numberText: '03-1234-5678' });
        });
    });
});
