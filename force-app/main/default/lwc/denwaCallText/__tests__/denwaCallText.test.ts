import { endingText, partyName, phaseText } from 'c/denwaCallText';
import { aCall } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Ending_Refused_Status', () => ({ default: 'refused ({0})' }), { virtual: true });

describe('phaseText', () => {
    it('tells a phone that rings here from one that rings there', () => {
        expect(phaseText({ direction: 'inbound', phase: 'ringing' })).toBe('c.Denwa_Phase_Inbound');
        expect(phaseText({ direction: 'outbound', phase: 'ringing' })).toBe('c.Denwa_Phase_Ringing');
    });
});

describe('endingText', () => {
    it.each([
        ['hung-up', 'c.Denwa_Ending_Hung_Up', 'c.Denwa_Ending_Hung_Up_Remote'],
        ['cancelled', 'c.Denwa_Ending_Cancelled', 'c.Denwa_Ending_Missed'],
        ['declined', 'c.Denwa_Ending_Declined', 'c.Denwa_Ending_Declined_Remote'],
        ['busy', 'c.Denwa_Ending_Busy', 'c.Denwa_Ending_Busy']
    ] as const)('says who ended it where that matters: %s', (cause, byAgent, byRemote) => {
        expect(endingText({ by: 'local', cause })).toBe(byAgent);
        expect(endingText({ by: 'remote', cause })).toBe(byRemote);
    });

    it('names the status of a refusal that has no word of its own', () => {
        expect(endingText({ by: 'remote', cause: 'refused', statusCode: 580 })).toBe('refused (580)');
        expect(endingText({ by: 'remote', cause: 'refused' })).toBe('c.Denwa_Ending_Refused');
    });
});

describe('partyName', () => {
    const record = { id: '003', objectType: 'Contact', name: 'Bob Record' };

    it('prefers the record, then the display name, then the number', () => {
        const remote = { number: '0312345678', displayName: 'BOB' };
        expect(partyName(aCall({ record, remote }))).toBe('Bob Record');
        expect(partyName(aCall({ remote }))).toBe('BOB');
        expect(partyName(aCall({ remote: { ...remote, displayName: null }, numberText: '03-1234-5678' }))).toBe('03-1234-5678');
    });

    it('says so when the number is withheld', () => {
        expect(partyName(aCall({ remote: { number: null, displayName: null }, numberText: null }))).toBe('c.Denwa_Withheld_Number');
    });
});
