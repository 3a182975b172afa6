import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LineState } from '../telephony/transfer';
import { openOffice, type Office } from './person.fake';

describe('Transfers', () => {
    let office: Office;

    /** Bob calls Alice, who answers. */
    beforeEach(() => {
        office = openOffice();
        office.bob.dial('1001');
        office.alice.answer();
    });

    const settled = async (): Promise<void> => {
        for (let turn = 0; turn < 3; turn++) await Promise.resolve();
    };

    async function transfer(number: string, anyway = false): Promise<Office> {
        office.alice.send({ type: 'transfer', callId: office.alice.with(office.bob).id, number, anyway });
        await settled();
        return office;
    }

    describe('blind', () => {
        it('goes to a free extension, and ends here when the target answers', async () => {
            const { alice, bob, carol, exchange } = await transfer('1003');
            expect(alice.call.transfer).toMatchObject({ kind: 'blind', target: '1003', status: 'progressing' });
            carol.answer();
            expect(alice.call).toMatchObject({ phase: 'ended', ending: { cause: 'transferred' } });
            expect(alice.phone.snapshot.history[0]).toMatchObject({ number: '1002', result: 'transferred' });
            expect(bob.calls).toEqual(['1003 connected']);
            expect(carol.calls).toEqual(['1002 connected']);
            expect(exchange.journal).toEqual(['1002 dial 1001', '1001 answer', '1001 transfer 1002 1003', '1003 answer']);
        });

        it.each<[LineState, string | null]>([
            ['busy', 'busy'],
            ['ringing', 'busy'],
            ['offline', 'unavailable'],
            ['unknown', null],
            ['idle', null]
        ])('looks first: a line that is %s', async (line, cause) => {
            jest.spyOn(office.alice.signalling, 'lineState').mockResolvedValue(line);
            const { alice, exchange } = await transfer('1003');
            const isAsked = exchange.journal.includes('1001 transfer 1002 1003');
            expect(isAsked).toBe(cause === null);
            expect(alice.call.transfer?.failure ?? null).toEqual(cause === null ? null : { cause, foreseen: true });
            expect(alice.hears).toEqual(['1002']);
        });

        it('goes to a taken target all the same when the agent says so', async () => {
            jest.spyOn(office.alice.signalling, 'lineState').mockResolvedValue('busy');
            await transfer('1003');
            const { exchange } = await transfer('1003', true);
            expect(exchange.journal.at(-1)).toBe('1001 transfer 1002 1003');
        });

        it('goes to an outside number at once, written as the dial plan wants it', async () => {
            const lineState = jest.spyOn(office.alice.signalling, 'lineState');
            const { exchange } = await transfer('+81 3-1234-5678');
            expect(lineState).not.toHaveBeenCalled();
            expect(exchange.journal.at(-1)).toBe('1001 transfer 1002 0312345678');
        });

        it('asks nothing of the PBX for a number that is none', async () => {
            const { alice, exchange } = await transfer('call me');
            expect(alice.notices).toEqual(['number-not-dialable']);
            expect(alice.call.transfer).toBeNull();
            expect(exchange.journal).toHaveLength(2);
        });

        it.each(['rejects', 'is silent'])('is asked for though the look at the line %s', async (fault) => {
            const lineState = jest.spyOn(office.alice.signalling, 'lineState');
            if (fault === 'rejects') lineState.mockRejectedValue(new Error('no answer'));
            else lineState.mockResolvedValue('unknown');
            const { exchange } = await transfer('1003');
            expect(exchange.journal.at(-1)).toBe('1001 transfer 1002 1003');
        });

        it('comes to nothing when the caller hangs up during the look', async () => {
            let tell: (line: LineState) => void = () => undefined;
            jest.spyOn(office.alice.signalling, 'lineState').mockReturnValue(new Promise((resolve) => (tell = resolve)));
            const { alice, bob, exchange } = await transfer('1003');
            expect(alice.call.transfer?.status).toBe('checking');
            bob.hangUp();
            tell('idle');
            await settled();
            expect(exchange.journal).not.toContain('1001 transfer 1002 1003');
            expect(alice.calls).toEqual(['1002 hung-up']);
        });

        it('that the PBX refuses leaves the caller here, and may be tried again', async () => {
            office.exchange.refusal = { cause: 'not-found', statusCode: 404, foreseen: false };
            const { alice, exchange } = await transfer('1003');
            expect(alice.call).toMatchObject({ phase: 'connected', transfer: { status: 'failed', failure: { statusCode: 404 } } });
            expect(alice.hears).toEqual(['1002']);
            exchange.refusal = null;
            await transfer('1003');
            expect(alice.call.transfer?.status).toBe('progressing');
        });

        it('whose target does not answer fails with its reason', async () => {
            office.exchange.givesBack = false;
            const { alice, carol } = await transfer('1003');
            carol.send({ type: 'decline', callId: carol.call.id });
            expect(alice.call.transfer).toMatchObject({ status: 'failed', failure: { cause: 'declined' } });
        });

        it('whose caller comes back replaces the call that nobody is on any more', async () => {
            const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 太郎' };
            office.alice.isAbout(record);
            office.alice.settings = { ...office.alice.settings, callWaiting: false };
            const { alice, bob, carol } = await transfer('1003');
            carol.send({ type: 'decline', callId: carol.call.id });
            expect(alice.call).toMatchObject({
                phase: 'ringing',
                returned: { kind: 'transfer', target: '1003', cause: 'declined' },
                record
            });
            expect(alice.audio.heard.at(-1)).toBe('ring');
            expect(alice.calls).toEqual(['1002 ringing']);
            alice.answer();
            expect(alice.hears).toEqual(['1002']);
            expect(bob.call.phase).toBe('connected');
        });

        it('whose caller comes back after the PBX had let go of the agent brings the record along', () => {
            const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 太郎' };
            const { alice, bob, exchange } = office;
            alice.isAbout(record);
            alice.signalling.end(alice.call.id, { by: 'local', cause: 'transferred' });
            expect(alice.calls).toEqual(['1002 transferred']);
            exchange.nextOffer = { returned: { kind: 'transfer', target: '1003', cause: 'no-answer' } };
            bob.dial('1001');
            expect(alice.call).toMatchObject({ phase: 'ringing', remote: { number: '1002' }, record });
        });

        it('that failed never costs a caller who is still here: somebody else comes back from the same target', async () => {
            office.exchange.refusal = { cause: 'busy', statusCode: 486, foreseen: false };
            const { alice, carol, exchange } = await transfer('1003', true);
            exchange.nextOffer = { returned: { kind: 'transfer', target: '1003', cause: 'no-answer' } };
            carol.dial('1001');
            expect(alice.calls).toEqual(['1002 connected', '1003 ringing']);
        });

        it('whose caller comes back by another number is known by its target', async () => {
            const { alice, exchange } = await transfer('1003');
            const dave = exchange.phone();
            dave.signIn({ server: '', domain: '', extension: '1004', authorizationName: '', password: '', displayName: null });
            dave.registers();
            exchange.nextOffer = { returned: { kind: 'transfer', target: '1003', cause: 'no-answer' } };
            dave.dial('dave-1', '1001');
            expect(alice.calls).toEqual(['1004 ringing']);
        });

        it('can be left by hanging up: the caller goes on ringing at the target', async () => {
            const { alice, bob, carol } = await transfer('1003');
            alice.hangUp();
            carol.answer();
            expect([alice.call.phase, bob.call.phase, carol.call.phase]).toEqual(['ended', 'connected', 'connected']);
        });
    });

    describe('attended', () => {
        /** Alice has Bob on hold and asks Carol. */
        function consult(): Office {
            office.alice.send({ type: 'consult', callId: office.alice.call.id, number: '1003' });
            return office;
        }

        it('puts the caller on hold, dials the target, and leaves the two to each other', () => {
            const { alice, bob, carol, exchange } = consult();
            expect(alice.calls).toEqual(['1002 connected held', '1003 ringing']);
            expect(alice.with(carol).consultationOf).toBe(alice.with(bob).id);
            carol.answer();
            alice.send({ type: 'complete-transfer', callId: alice.with(carol).id });
            expect(alice.calls).toEqual(['1002 transferred', '1003 transferred']);
            expect([bob.calls, carol.calls]).toEqual([['1003 connected'], ['1002 connected']]);
            expect(exchange.journal.slice(2)).toEqual([
                '1001 hold 1002',
                '1001 dial 1003',
                '1003 answer',
                '1001 complete-transfer 1002 1003'
            ]);
            expect(bob.factTypes.at(-1)).toBe('call-identified by remote');
        });

        it('to a target that still rings becomes a blind one', () => {
            const { alice, bob, carol } = consult();
            alice.send({ type: 'complete-transfer', callId: alice.with(bob).id });
            expect(alice.with(bob).transfer).toMatchObject({ kind: 'blind', target: '1003', status: 'progressing' });
            carol.answer();
            expect(bob.calls).toEqual(['1003 connected']);
            expect(alice.calls).toEqual(['1002 transferred', '1003 cancelled']);
        });

        it('can be called off: the target goes, the caller stays on hold until one press', () => {
            const { alice, bob, carol } = consult();
            carol.answer();
            alice.hangUp(alice.with(carol));
            expect(alice.calls).toEqual(['1002 connected held', '1003 hung-up']);
            alice.send({ type: 'resume', callId: alice.with(bob).id });
            expect(alice.hears).toEqual(['1002']);
        });

        it('turns between the two, from either side', () => {
            const { alice, bob, carol } = consult();
            carol.answer();
            alice.send({ type: 'swap', callId: alice.with(carol).id });
            expect(alice.calls).toEqual(['1002 connected', '1003 connected held']);
            alice.send({ type: 'swap', callId: alice.with(carol).id });
            expect(alice.calls).toEqual(['1002 connected held', '1003 connected']);
            expect(alice.hears).toEqual(['1003']);
            expect(bob.call.phase).toBe('connected');
        });

        it('that is refused leaves both calls as they were', () => {
            const { alice, bob, carol, exchange } = consult();
            carol.answer();
            exchange.refusal = { cause: 'refused', statusCode: 481, foreseen: false };
            alice.send({ type: 'complete-transfer', callId: alice.with(bob).id });
            expect(alice.calls).toEqual(['1002 connected held', '1003 connected']);
            expect(alice.with(bob).transfer?.failure).toMatchObject({ statusCode: 481 });
        });

        it('is not begun when the caller cannot be put on hold', () => {
            office.alice.signalling.reinvites = 'refused';
            const { alice, exchange } = consult();
            expect(alice.calls).toEqual(['1002 connected', '1003 hold-failed']);
            expect(exchange.journal).not.toContain('1001 dial 1003');
        });

        it('becomes an ordinary call when the caller gives up meanwhile', () => {
            const { alice, bob, carol } = consult();
            carol.answer();
            bob.hangUp();
            expect(alice.with(carol).consultationOf).toBeNull();
            expect(alice.with(carol).can).toMatchObject({
                transfer: true,
                consult: true,
                park: true,
                swap: false,
                completeTransfer: false
            });
        });

        it('works to whom the agent called without calling it a consultation', () => {
            const { alice, bob, carol } = office;
            alice.dial('1003');
            carol.answer();
            expect(alice.with(carol).consultationOf).toBeNull();
            alice.send({ type: 'complete-transfer', callId: alice.with(carol).id });
            expect([bob.calls, carol.calls]).toEqual([['1003 connected'], ['1002 connected']]);
        });

        it('never joins two callers who both called here', () => {
            const { alice, bob, carol, exchange } = office;
            carol.dial('1001');
            alice.answer();
            for (const caller of [bob, carol]) {
                expect(alice.with(caller).can).toMatchObject({ completeTransfer: false, swap: true, merge: true });
                alice.send({ type: 'complete-transfer', callId: alice.with(caller).id });
            }
            expect(alice.calls).toEqual(['1002 connected held', '1003 connected']);
            expect(exchange.journal.at(-1)).toBe('1001 answer');
        });
    });

    describe('a three-way call', () => {
        function merge(): Office {
            office.alice.send({ type: 'consult', callId: office.alice.call.id, number: '1003' });
            office.carol.answer();
            office.alice.send({ type: 'merge', callId: office.alice.with(office.carol).id });
            return office;
        }

        it('brings the call on hold back while the other goes on', () => {
            const { alice, exchange } = merge();
            expect(alice.calls).toEqual(['1002 connected', '1003 connected']);
            expect(alice.hears).toEqual(['1002', '1003']);
            expect(alice.audio.sounds.at(-1)?.every(({ joined }) => joined)).toBe(true);
            expect(exchange.journal.at(-1)).toBe('1001 resume 1002');
        });

        it('is none when the call on hold does not come back', () => {
            office.alice.send({ type: 'consult', callId: office.alice.call.id, number: '1003' });
            const { alice, carol } = office;
            carol.answer();
            alice.signalling.reinvites = 'refused';
            alice.send({ type: 'merge', callId: alice.with(carol).id });
            expect(alice.phone.snapshot.calls.map(({ inConference }) => inConference)).toEqual([false, false]);
            expect(alice.calls).toEqual(['1002 connected held', '1003 connected']);
            expect(alice.hears).toEqual(['1003']);
            expect(alice.notices).toEqual(['merge-failed']);
        });

        it.each(['bob', 'carol'] as const)('goes on as an ordinary call when %s leaves', (leaver) => {
            const { alice } = merge();
            office[leaver].hangUp();
            const left = alice.phone.snapshot.calls.find(({ phase }) => phase === 'connected');
            expect(left).toMatchObject({ inConference: false, localHold: 'none' });
            expect(left?.can.hold).toBe(true);
            expect(alice.hears).toHaveLength(1);
        });

        it('hears nothing of an agent who is muted, before or in it, until the agent is unmuted', () => {
            const { alice, carol } = office;
            alice.send({ type: 'consult', callId: alice.call.id, number: '1003' });
            carol.answer();
            const microphones = (): readonly boolean[] => (alice.audio.sounds.at(-1) ?? []).map(({ microphone }) => microphone);
            const [bob, consultation] = [alice.with(office.bob).id, alice.with(carol).id];
            alice.send({ type: 'mute', callId: consultation, muted: true });
            alice.send({ type: 'merge', callId: consultation });
            expect(microphones()).toEqual([false, false]);
            alice.send({ type: 'mute', callId: bob, muted: false });
            expect(microphones()).toEqual([true, true]);
            alice.send({ type: 'mute', callId: consultation, muted: true });
            expect(microphones()).toEqual([false, false]);
        });

        it('goes on without the agent, who leaves it', () => {
            const { alice, bob, carol } = merge();
            alice.send({ type: 'complete-transfer', callId: alice.with(bob).id });
            expect(alice.hears).toEqual([]);
            expect([bob.calls, carol.calls]).toEqual([['1003 connected'], ['1002 connected']]);
        });

        it('waits as a whole while the agent talks to somebody else, and comes back as a whole', () => {
            const { alice, bob, exchange } = merge();
            const dave = exchange.phone();
            dave.signIn({ server: '', domain: '', extension: '1004', authorizationName: '', password: '', displayName: null });
            dave.registers();
            dave.dial('dave-1', '1001');
            alice.answer();
            expect(alice.calls).toEqual(['1002 connected held', '1003 connected held', '1004 connected']);
            expect(alice.hears).toEqual(['1004']);
            alice.send({ type: 'resume', callId: alice.with(bob).id });
            expect(alice.calls).toEqual(['1002 connected', '1003 connected', '1004 connected held']);
            expect(alice.hears).toEqual(['1002', '1003']);
        });
    });
});
