import { recordIcon, recordText } from 'c/denwaRecordText';

jest.mock('@salesforce/label/c.Denwa_Record_Named', () => ({ default: '{0}: {1}' }), { virtual: true });

describe('c/denwaRecordText', () => {
    it.each([
        [{ id: '1', objectType: 'Contact', name: 'Bob' }, 'c.Denwa_Record_Contact: Bob', 'standard:contact'],
        [{ id: '1', objectType: 'Account', name: 'Bob', contactId: '2' }, 'c.Denwa_Record_Person_Account: Bob', 'standard:account'],
        [{ id: '1', objectType: 'Loan_Request__c', name: 'L-1' }, 'Loan Request: L-1', 'standard:record']
    ])('has kind, name and icon of a record: %j', (record, text, icon) => {
        expect([recordText(record), recordIcon(record)]).toEqual([text, icon]);
    });
});
