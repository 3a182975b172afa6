import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openOffice, type Office } from './person.fake';

describe('Pickup', () => {
    let office: Office;

    beforeEach(() => {
        office = openOffice();
    });

    it.each([
        ['of the group', undefined, '*8'],
        ['of a colleague', '1002', '*81002'],
        ['of a colleague, typed in full width', '１００２', '*81002']
    ])('%s answers what rings there, and names the caller', (_name, extension, dialled) => {
        const { alice, bob, carol, exchange } = office;
        carol.dial('1002');
        alice.send({ type: 'pick-up', ...(extension && { extension }) });
        expect(exchange.journal.at(-1)).toBe(`1001 dial ${dialled}`);
        expect(alice.call).toMatchObject({ phase: 'connected', remote: { number: '1003' } });
        expect(alice.factTypes.slice(-2)).toEqual(['call-connected by remote', 'call-identified by remote']);
        expect(bob.call.ending?.cause).toBe('answered-elsewhere');
        expect(bob.phone.snapshot.history).toMatchObject([{ result: 'answered-elsewhere' }]);
    });

    it.each(['the button', 'the keys'])('says that nothing rings (by %s)', (way) => {
        const { alice } = office;
        if (way === 'the button') alice.send({ type: 'pick-up' });
        else alice.dial('*81002');
        expect(alice.call.ending).toEqual({ by: 'remote', cause: 'nothing-to-pick-up', statusCode: 404 });
        expect(alice.notices).toEqual([]);
    });

    it.each([
        ['hangs up after its error tone', 2_000, false, 'nothing-to-pick-up'],
        ['hangs up later', 4_000, false, 'hung-up'],
        ['names somebody who hangs up at once', 1_000, true, 'hung-up']
    ])('of a PBX that answers and %s', (_name, after, isIdentified, cause) => {
        const { alice, clock } = office;
        jest.spyOn(office.exchange, 'dial').mockImplementation(() => undefined);
        const { id: callId } = alice.dial('*8');
        alice.signalling.report({ type: 'call-connected', callId, dialog: { callId: 'x', localTag: null, remoteTag: null } });
        if (isIdentified) alice.signalling.report({ type: 'call-identified', callId, remote: { number: '1003', displayName: null } });
        clock.advance(after);
        alice.signalling.report({ type: 'call-ended', callId, ending: { by: 'remote', cause: 'hung-up' }, dialog: null });
        expect(alice.call.ending?.cause).toBe(cause);
    });

    it.each([401, 407, 408, 488, 500, 503])('does not blame an empty group for a %i', (statusCode) => {
        const { alice } = office;
        jest.spyOn(office.exchange, 'dial').mockImplementation(() => undefined);
        const { id: callId } = alice.dial('*8');
        alice.signalling.report({ type: 'call-ended', callId, ending: { by: 'remote', cause: 'refused', statusCode }, dialog: null });
        expect(alice.call.ending?.cause).toBe('refused');
        expect(alice.notices).toEqual([]);
    });

    it.each(['*801', '*8110234567', '*8#', '*81'])('is something else than dialling %s', (dialled) => {
        const { alice } = office;
        jest.spyOn(office.exchange, 'dial').mockImplementation(() => undefined);
        const { id: callId } = alice.dial(dialled);
        alice.signalling.report({
            type: 'call-ended',
            callId,
            ending: { by: 'remote', cause: 'not-found', statusCode: 404 },
            dialog: null
        });
        expect(alice.call.ending?.cause).toBe('not-found');
    });

    it.each(['10;02', '0312345678', '*81', 'Bob'])('refuses what is no extension: %s', (extension) => {
        const { alice, exchange } = office;
        alice.send({ type: 'pick-up', extension });
        expect(alice.notices).toEqual(['number-not-dialable']);
        expect(exchange.journal).toEqual([]);
    });
});
