import { beforeEach, describe, expect, it } from '@jest/globals';
import { openOffice, type Office } from './person.fake';

const dialog = { callId: 'x', localTag: null, remoteTag: null };

describe('The notified number', () => {
    let office: Office;

    beforeEach(() => {
        office = openOffice();
        const { alice } = office;
        alice.dialPlan = { ...alice.dialPlan, outsideLinePrefix: '0' };
        alice.settings = {
            ...alice.settings,
            echoExtension: '*43',
            confirmedKinds: [],
            notifiedNumbers: [
                { number: '0312345678', label: '代表', prefix: null },
                { number: '0120123456', label: 'サポート', prefix: '*81' }
            ]
        };
    });

    const dialled = (number: string, notifiedNumber: string | null): string | undefined => {
        const { alice, exchange } = office;
        alice.send({ type: 'set-preferences', preferences: { notifiedNumber } });
        alice.dial(number);
        return exchange.journal.at(-1);
    };

    it.each([
        ['as the PBX decides', '09012345678', null, '1001 dial 009012345678'],
        ['by identity', '09012345678', '0312345678', '1001 dial 009012345678 as 0312345678'],
        ['by prefix, in front of the outside line', '09012345678', '0120123456', '1001 dial *81009012345678'],
        ['by identity, beside 184', '18409012345678', '0312345678', '1001 dial 018409012345678 as 0312345678'],
        ['by prefix, 184 staying with its number', '18409012345678', '0120123456', '1001 dial *81018409012345678'],
        ['abroad', '+14155550123', '0120123456', '1001 dial *81001014155550123'],
        ['to an emergency number by identity', '110', '0312345678', '1001 dial 110 as 0312345678'],
        ['to an emergency number never by keys in front of it', '110', '0120123456', '1001 dial 110'],
        ['to a service by identity', '117', '0312345678', '1001 dial 117 as 0312345678'],
        ['to a service never by keys in front of it', '117', '0120123456', '1001 dial 117'],
        ['never to a colleague', '1002', '0312345678', '1001 dial 1002'],
        ['never to a colleague', '1002', '0120123456', '1001 dial 1002'],
        ['never to a code', '*451', '0120123456', '1001 dial *451'],
        ['never to a slot', '701', '0312345678', '1001 dial 701']
    ])('is told %s: %s', (_how, number, notifiedNumber, asked) => {
        expect(dialled(number, notifiedNumber)).toBe(asked);
    });

    it('is told of numbers that the plan does not know where they are too long for the PBX itself', () => {
        const { alice } = office;
        alice.dialPlan = { ...alice.dialPlan, ownCountry: '1', outsideLinePrefix: '' };
        expect(dialled('4155550123', '0312345678')).toBe('1001 dial 4155550123 as 0312345678');
        expect(dialled('41555501', '0312345678')).toBe('1001 dial 41555501');
    });

    it('is told of a consultation, and of none of the calls that are no dialled number', () => {
        const { alice, bob, exchange } = office;
        alice.dial('1002');
        bob.answer();
        alice.send({ type: 'set-preferences', preferences: { notifiedNumber: '0120123456' } });
        alice.send({ type: 'consult', callId: alice.call.id, number: '09012345678' });
        expect(exchange.journal.at(-1)).toBe('1001 dial *81009012345678');
        alice.send({ type: 'pick-up' });
        expect(exchange.journal.at(-1)).toBe('1001 dial *8');
        alice.send({ type: 'echo-call' });
        expect(exchange.journal.at(-1)).toBe('1001 dial *43');
    });

    it('is in the call, and the number that was dialled is what the history keeps and the next call dials', () => {
        const { alice, exchange } = office;
        dialled('09012345678', '0120123456');
        expect(alice.call).toMatchObject({ notifiedNumber: '0120123456', remote: { number: '09012345678' } });
        const [{ number } = { number: null }] = alice.phone.snapshot.history;
        expect(number).toBe('09012345678');
        alice.dial(number ?? '');
        expect(exchange.journal.at(-1)).toBe('1001 dial *81009012345678');
    });

    it('does not become part of the callee where the PBX names them as they were dialled', () => {
        const { alice, exchange } = office;
        exchange.dial = () => undefined;
        dialled('09012345678', '0120123456');
        const { id: callId } = alice.call;
        alice.signalling.report({ type: 'call-ringing', callId, dialog });
        alice.signalling.report({ type: 'call-identified', callId, remote: { number: '*81009012345678', displayName: '山田' } });
        expect(alice.call.remote).toEqual({ number: '09012345678', displayName: '山田' });
        alice.signalling.report({ type: 'call-identified', callId, remote: { number: '0398765432', displayName: null } });
        expect(alice.call.remote.number).toBe('0398765432');
    });
});
