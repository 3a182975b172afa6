import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openOffice, type Office } from './person.fake';

const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 太郎' };

let office: Office;

beforeEach(() => {
    office = openOffice();
});

function dialled(): readonly string[] {
    return office.exchange.journal.filter((line) => line.includes(' dial '));
}

describe('the preview of a number', () => {
    const preview = (number: string) => {
        office.alice.send({ type: 'preview-number', number });
        return office.alice.phone.snapshot.dialPad.preview;
    };

    it('tells what would be dialled, and as what', () => {
        expect(preview('+81 90-1234-5678')).toMatchObject({
            number: '+81 90-1234-5678',
            option: { dialString: '09012345678', shown: '090-1234-5678', kind: 'mobile' },
            problem: null,
            needsConfirmation: false
        });
    });

    it('follows the text, and goes with it', () => {
        preview('110');
        expect(preview('0570-000-123')?.option).toMatchObject({ kind: '0570', warnings: ['charged'] });
        expect(preview(' ')).toBeNull();
    });

    it('tells that it will ask', () => {
        expect(preview('+1 212 555 0147')?.needsConfirmation).toBe(true);
        expect(preview('03-1234-5678 / 090-1234-5678')).toMatchObject({
            option: null,
            problem: 'number-ambiguous',
            candidates: [{ dialString: '0312345678' }, { dialString: '09012345678' }]
        });
    });

    it('offers the keys as typed only where they are something else', () => {
        expect(preview('0312345678')?.exactly).toBeNull();
        expect(preview('81312345678')?.exactly).toMatchObject({ dialString: '81312345678' });
    });
});

describe('a number that needs a decision', () => {
    it('is asked about, and the chosen one is dialled for the clicked record', () => {
        const { alice } = office;
        alice.phone.send({ type: 'dial', number: '03-1234-5678 / 1002', record }, 'crm');
        const { question } = alice.phone.snapshot.dialPad;
        expect(question).toMatchObject({ reason: 'ambiguous', number: '03-1234-5678 / 1002' });
        expect(dialled()).toEqual([]);
        expect(alice.notices).toEqual([]);

        alice.send({ type: 'choose-number', questionId: question?.id ?? '', dialString: '0312345678' });
        expect(dialled()).toEqual(['1001 dial 0312345678']);
        expect(alice.call).toMatchObject({ record, recordSource: 'click' });
        expect(alice.phone.snapshot.dialPad.question).toBeNull();
    });

    it('is confirmed where it costs', () => {
        const { alice } = office;
        alice.send({ type: 'dial', number: '+1 212 555 0147' });
        const { question } = alice.phone.snapshot.dialPad;
        expect(question).toMatchObject({ reason: 'confirm', options: [{ dialString: '01012125550147', kind: 'international' }] });
        expect(dialled()).toEqual([]);
        alice.send({ type: 'choose-number', questionId: question?.id ?? '', dialString: '01012125550147' });
        expect(dialled()).toEqual(['1001 dial 01012125550147']);
    });

    it('is dialled by no answer that does not belong to the question', () => {
        const { alice } = office;
        alice.send({ type: 'dial', number: '+1 212 555 0147' });
        const id = alice.phone.snapshot.dialPad.question?.id ?? '';
        alice.send({ type: 'choose-number', questionId: id, dialString: '0312345678' });
        alice.send({ type: 'choose-number', questionId: 'another', dialString: '01012125550147' });
        expect(dialled()).toEqual([]);
        alice.send({ type: 'dismiss-question', questionId: id });
        alice.send({ type: 'choose-number', questionId: id, dialString: '01012125550147' });
        expect(dialled()).toEqual([]);
        expect(alice.phone.snapshot.dialPad.question).toBeNull();
    });

    it('is forgotten when another one is dialled, and at sign-out', () => {
        const { alice } = office;
        alice.send({ type: 'dial', number: '+1 212 555 0147' });
        alice.dial('1002');
        expect(alice.phone.snapshot.dialPad.question).toBeNull();
        alice.send({ type: 'dial', number: '+1 212 555 0147' });
        alice.send({ type: 'sign-out' });
        expect(alice.phone.snapshot.dialPad.question).toBeNull();
    });

    it.each(['110', '119', '184110'])('is never %s: nothing stands between a person and an emergency number', (number) => {
        const { alice } = office;
        alice.settings = { ...alice.settings, confirmedKinds: ['emergency', 'international'] };
        alice.dialPlan = { ...alice.dialPlan, outsideLinePrefix: '0' };
        alice.send({ type: 'dial', number });
        expect(dialled()).toEqual([`1001 dial ${number}`]);
    });

    it('may be the target of a consultation', () => {
        const { alice, bob } = office;
        bob.dial('1001');
        alice.answer();
        alice.send({ type: 'consult', callId: alice.call.id, number: '1003 / 1004' });
        const id = alice.phone.snapshot.dialPad.question?.id ?? '';
        alice.send({ type: 'choose-number', questionId: id, dialString: '1003' });
        expect(alice.with(office.carol)).toMatchObject({ consultationOf: alice.with(bob).id });
    });
});

describe('dialling exactly as typed', () => {
    it('asks nothing and rewrites nothing', () => {
        const { alice } = office;
        alice.dialPlan = { ...alice.dialPlan, outsideLinePrefix: '0' };
        alice.send({ type: 'dial', number: '8190-1234-5678', exactly: true });
        expect(dialled()).toEqual(['1001 dial 819012345678']);
    });

    it('needs something to dial', () => {
        const { alice } = office;
        alice.send({ type: 'dial', number: '山田', exactly: true });
        expect(dialled()).toEqual([]);
        expect(alice.notices).toEqual(['number-not-dialable']);
    });
});

describe('an extension behind the number', () => {
    it('is kept for the agent, who keys it in by one press once somebody answered', () => {
        const { alice, exchange } = office;
        jest.spyOn(exchange, 'dial').mockImplementation(() => undefined);
        const { id: callId } = alice.dial('03-1234-5678 内線123');
        expect(alice.call).toMatchObject({ dialString: '0312345678', extension: '123' });
        alice.send({ type: 'send-extension', callId });
        alice.signalling.report({ type: 'call-connected', callId, dialog: { callId: 'x', localTag: null, remoteTag: null } });
        alice.send({ type: 'send-extension', callId });
        expect(exchange.journal).toEqual(['1001 dial 0312345678', '1001 digits 123']);
        expect(alice.call.digits).toBe('123');
    });

    it('that was dialled itself is not keyed in again', () => {
        const { alice, bob } = office;
        alice.dial('内線1002');
        bob.answer();
        expect(alice.call).toMatchObject({ dialString: '1002', extension: null });
        alice.send({ type: 'send-extension', callId: alice.call.id });
        expect(alice.call.digits).toBe('');
        expect(alice.notices).toEqual([]);
    });
});

describe('the outside-line prefix', () => {
    it('is dialled, but is no part of the number: not on the screen, not in the history, not twice', () => {
        const { alice } = office;
        alice.dialPlan = { ...alice.dialPlan, outsideLinePrefix: '0' };
        alice.dial('03-1234-5678');
        expect(alice.call).toMatchObject({ dialString: '00312345678', remote: { number: '0312345678' }, numberText: '03-1234-5678' });
        alice.hangUp();
        const [entry] = alice.phone.snapshot.history;
        expect(entry?.number).toBe('0312345678');
        alice.dial(entry?.number ?? '');
        expect(alice.call.dialString).toBe('00312345678');
    });
});

describe('the record of a call', () => {
    it('goes to the colleague who is consulted, and stays when the caller is transferred', () => {
        const { alice, bob, carol } = office;
        bob.dial('1001');
        alice.answer();
        alice.isAbout(record);
        alice.send({ type: 'consult', callId: alice.call.id, number: '1003' });
        expect(carol.call).toMatchObject({ remote: { number: '1001' }, record, recordSource: 'carried' });
        carol.answer();
        alice.send({ type: 'complete-transfer', callId: alice.call.id });
        expect(carol.call).toMatchObject({ remote: { number: '1002' }, record });
    });

    it('goes along with a blind transfer', () => {
        const { alice, bob, carol } = office;
        bob.dial('1001');
        alice.answer();
        alice.isAbout(record);
        alice.send({ type: 'transfer', callId: alice.call.id, number: '1003', anyway: true });
        expect(carol.call).toMatchObject({ remote: { number: '1002' }, record, recordSource: 'carried' });
    });
});
