import { activityText, evidenceText, recordIcon, recordText } from 'c/denwaRecordText';
import { aMatch } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Record_Named', () => ({ default: '{0}: {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Match_Activity', () => ({ default: 'active {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_Match_Open_Cases', () => ({ default: '{0} open' }), { virtual: true });

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

describe('c/denwaRecordText', () => {
    it.each([
        [{ id: '1', objectType: 'Contact', name: 'Bob' }, 'c.Denwa_Record_Contact: Bob', 'standard:contact'],
        [{ id: '1', objectType: 'Account', name: 'Bob', contactId: '2' }, 'c.Denwa_Record_Person_Account: Bob', 'standard:account'],
        [{ id: '1', objectType: 'Loan_Request__c', name: 'L-1' }, 'Loan Request: L-1', 'standard:record']
    ])('has kind, name and icon of a record: %j', (record, text, icon) => {
        expect([recordText(record), recordIcon(record)]).toEqual([text, icon]);
    });

    it('says where a match holds which number, and how sure that is', () => {
        expect(evidenceText(aMatch())).toBe('c.Denwa_Field_Mobile 090-1234-5678 · c.Denwa_Match_Same');
        expect(evidenceText(aMatch({ field: 'PersonHomePhone', certainty: 'maybe' }))).toBe(
            'c.Denwa_Field_Home 090-1234-5678 · c.Denwa_Match_Maybe'
        );
        expect(evidenceText(aMatch({ field: 'Direct_Line__c' }))).toBe('Direct Line 090-1234-5678 · c.Denwa_Match_Same');
    });

    it('says what has been going on, as far as anything has', () => {
        expect(activityText(aMatch({ lastActivity: '2026-11-01', openCases: 2 }), dates)).toBe('active Nov 1, 2026 · 2 open');
        expect(activityText(aMatch(), dates)).toBe('');
        expect(activityText(aMatch({ lastActivity: 'yesterday' }), dates)).toBe('');
    });
});
