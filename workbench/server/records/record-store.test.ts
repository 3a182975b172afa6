import { beforeEach, describe, expect, it } from '@jest/globals';
import { recordName } from '../../shared/records';
import { knownCustomers } from './known-customers';
import { RecordError } from './record-error';
import { makeRecordId } from './record-id';
import { RecordStore } from './record-store';
import { seedRecords } from './seed';

const { contactWithMobile: tanaka, accountWithFixedLine: aoba, lead } = knownCustomers;

function seededStore(): RecordStore {
    const store = new RecordStore(() => Date.parse('2026-04-01T09:00:00Z'));
    seedRecords(store);
    return store;
}

describe('record ids', () => {
    it('carry the case checksum of the platform', () => {
        expect(makeRecordId('003', 1)).toBe('0035h0000000001AAA');
        // a capital at the fifth place of the last group sets bit 4: Q
        expect(makeRecordId('001', 10)).toMatch(/^0015h000000000AAAQ$/);
    });
});

describe('the seeded store', () => {
    it('holds every known customer under its id, and a few hundred others', () => {
        const store = seededStore();
        for (const customer of Object.values(knownCustomers)) {
            const record = store.get(customer.id);
            expect(record && recordName(record)).toBe(customer.name);
            expect(Object.values(record?.fields ?? {})).toContain(customer.phone);
        }
        expect(store.list('Contact').length).toBeGreaterThan(200);
    });

    it('is the same each time', () => {
        expect(seededStore().list('Contact')).toEqual(seededStore().list('Contact'));
    });

    it('holds the spellings of real orgs', () => {
        const phones = seededStore()
            .list('Contact')
            .flatMap(({ fields }) => [fields['Phone'], fields['MobilePhone']])
            .join('\n');
        for (const spelling of [/^０/m, /^\+81 \d/m, /^\+81\d/m, /^\(0/m, /^0\d+$/m, /内線/, /\(代\)/, /^\d+\.\d+\./m, /^\+44/m]) {
            expect(phones).toMatch(spelling);
        }
    });
});

describe('a person account', () => {
    const { id, contactId } = knownCustomers.personAccount;

    it('is an account and a contact, which follows it', () => {
        const store = seededStore();
        expect(store.get(id)?.fields).toMatchObject({ Name: '森 由紀', IsPersonAccount: true, PersonContactId: contactId });
        store.update(id, { PersonMobilePhone: '080-3333-0199', FirstName: '由美' });
        expect(store.get(contactId)?.fields).toMatchObject({
            Name: '森 由美',
            MobilePhone: '080-3333-0199',
            AccountId: id,
            IsPersonAccount: true
        });
    });

    it('is found once by a search for its name, and has the tasks of its contact', () => {
        const store = seededStore();
        expect(store.search('森 由紀', { objects: ['Contact', 'Account'], limit: 9 }).map((record) => record.id)).toEqual([id]);
        const task = store.create('Task', { WhoId: contactId, Status: 'Completed', ActivityDate: '2026-03-01' });
        expect(store.activitiesOf(id)[0]?.id).toBe(task.id);
        expect(store.lastActivityOf(id)).toBe('2026-03-01');
    });
});

describe('saving a call log', () => {
    let store: RecordStore;
    const save = (fields: Readonly<Record<string, unknown>>): string => store.save({ entityApiName: 'Task', ...fields }).id;
    const errorsOf = (fields: Readonly<Record<string, unknown>>): unknown => {
        try {
            save(fields);
        } catch (error) {
            return error instanceof RecordError ? error.errors.map(({ field, statusCode }) => [field, statusCode]) : error;
        }
        return [];
    };

    beforeEach(() => {
        store = seededStore();
    });

    it('puts the task on the timelines of the person, the account and the account behind the person', () => {
        const id = save({ Subject: 'Call', WhoId: tanaka.id, CallType: 'Inbound', CallDurationInSeconds: '61', CallObject: 'abc@pbx' });
        expect(store.activitiesOf(tanaka.id)[0]).toMatchObject({ id, fields: { CallDurationInSeconds: 61, CallObject: 'abc@pbx' } });
        expect(store.activitiesOf(aoba.id)[0]?.id).toBe(id);
        expect(id).toMatch(/^00T\w{15}$/);
    });

    it('accepts a task without a subject, and changes one by its Id', () => {
        const id = save({});
        store.save({ Id: id, Subject: 'Later' });
        expect(store.get(id)?.fields['Subject']).toBe('Later');
    });

    it.each([
        [{ CallType: 'Sideways' }, [['CallType', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']]],
        [{ CallObject: 'x'.repeat(256) }, [['CallObject', 'STRING_TOO_LONG']]],
        [{ WhoId: lead.id, WhatId: aoba.id }, [['WhatId', 'FIELD_INTEGRITY_EXCEPTION']]],
        [{ WhoId: aoba.id }, [['WhoId', 'FIELD_INTEGRITY_EXCEPTION']]],
        [{ WhoId: 'nobody' }, [['WhoId', 'MALFORMED_ID']]],
        [{ WhoId: makeRecordId('003', 9999) }, [['WhoId', 'FIELD_INTEGRITY_EXCEPTION']]],
        [{ CallDurationInSeconds: 1.5 }, [['CallDurationInSeconds', 'INVALID_TYPE_ON_FIELD_IN_RECORD']]],
        [{ ActivityDate: 'today' }, [['ActivityDate', 'INVALID_TYPE_ON_FIELD_IN_RECORD']]],
        [{ Nonsense: 1 }, [[undefined, 'INVALID_FIELD']]],
        [{ Subject: { toString: 'x' } }, [['Subject', 'INVALID_TYPE_ON_FIELD_IN_RECORD']]]
    ])('refuses %j', (fields, errors) => {
        const before = store.list('Task').length;
        expect(errorsOf(fields)).toEqual(errors);
        expect(store.list('Task')).toHaveLength(before);
    });

    it('refuses an unknown entity, and names the required fields of a known one', () => {
        expect(() => store.save({ entityApiName: 'Nothing' })).toThrow(RecordError);
        expect(() => store.save({ entityApiName: 'constructor' })).toThrow(RecordError);
        expect(() => store.save({ entityApiName: 'Lead', LastName: '山' })).toThrow('Required fields are missing: [Company]');
    });

    it('reports errors in the shape of the platform', () => {
        const error = new RecordError([
            { field: 'Subject', statusCode: 'STRING_TOO_LONG', message: 'too long' },
            { statusCode: 'INVALID_FIELD', message: 'no such field' }
        ]);
        expect(error.detail()).toMatchObject({
            pageErrors: [{ statusCode: 'INVALID_FIELD' }],
            fieldErrors: { Subject: [{ statusCode: 'STRING_TOO_LONG', field: 'Subject' }] }
        });
    });
});
