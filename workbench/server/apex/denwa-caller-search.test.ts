import { describe, expect, it } from '@jest/globals';
import { matchSpellings } from '../../../src/phone-number/match-spellings';
import { defaultUsers } from '../options';
import { knownCustomers } from '../records/known-customers';
import { RecordStore } from '../records/record-store';
import { seedRecords } from '../records/seed';
import { ApexException } from './apex-class';
import { findCallers } from './denwa-caller-search';
import { denwaController } from './denwa-controller';

const { accountWithFixedLine, contactWithMobile, lead, personAccount } = knownCustomers;

function seededStore(): RecordStore {
    const store = new RecordStore(() => 0);
    seedRecords(store);
    return store;
}

describe('the search for a caller', () => {
    it('finds people by any of the spellings, contacts before accounts before leads, with what speaks for them', () => {
        expect(findCallers(seededStore(), [lead.phone, accountWithFixedLine.phone, contactWithMobile.phone])).toEqual([
            {
                id: contactWithMobile.id,
                objectType: 'Contact',
                name: '田中 太郎',
                company: '株式会社あおば商事',
                lastActivity: '2026-03-27',
                openCases: 1,
                phones: [{ field: 'MobilePhone', value: '+81 90-1234-5678' }]
            },
            expect.objectContaining({ id: accountWithFixedLine.id, objectType: 'Account', lastActivity: '2026-03-27', openCases: 1 }),
            expect.objectContaining({ id: lead.id, objectType: 'Lead', company: 'みさき食品株式会社', openCases: 0 })
        ]);
    });

    it('takes a person account as the account alone, by the fields that a person has', () => {
        const { id, phone, contactId } = personAccount;
        expect(findCallers(seededStore(), [phone])).toEqual([
            {
                id,
                objectType: 'Account',
                name: '森 由紀',
                openCases: 0,
                contactId,
                phones: [{ field: 'PersonMobilePhone', value: phone }]
            }
        ]);
    });

    it.each([
        '03-9876-5432',
        '0398765432',
        '+81 (0)3-9876-5432',
        '０３－９８７６－５４３２',
        '０３ー９８７６ー５４３２',
        '０３‐９８７６‐５４３２',
        '（０３）９８７６－５４３２',
        '０３９８７６５４３２',
        '0398765432x12',
        '０３－９８７６－５４３２ 内線１２'
    ])('finds a contact stored as %s by the spellings of the caller', (stored) => {
        const store = new RecordStore(() => 0);
        const contact = store.create('Contact', { LastName: '全角', Phone: stored });
        store.create('Contact', { LastName: '別人', Phone: '０３－９８７６－５４３３' });
        expect(findCallers(store, matchSpellings('+81398765432'))).toEqual([expect.objectContaining({ id: contact.id })]);
    });

    it('takes no extension for the start of a number', () => {
        const store = new RecordStore(() => 0);
        store.create('Contact', { LastName: '外線', Phone: '1002003004' });
        expect(findCallers(store, ['1002'])).toEqual([]);
    });

    it('counts open cases and closed tasks only', () => {
        const store = new RecordStore(() => 0);
        const { id } = store.create('Contact', { LastName: '林', Phone: '044-000-0000' });
        const task = (Status: string, ActivityDate: string): unknown => store.create('Task', { WhoId: id, Status, ActivityDate });
        task('Completed', '2026-01-02');
        task('Completed', '2026-01-01');
        task('Not Started', '2026-12-31');
        store.create('Case', { ContactId: id, Status: 'New' });
        store.create('Case', { ContactId: id, Status: 'Closed' });
        expect(findCallers(store, ['044-000-0000'])).toEqual([expect.objectContaining({ lastActivity: '2026-01-02', openCases: 1 })]);
    });

    it('never finds a converted lead, nor more than 50 records, nor what was changed to another number', () => {
        const store = new RecordStore(() => 0);
        store.create('Lead', { LastName: '済', Company: 'X', Phone: '044-000-0000' }, { IsConverted: true });
        const moved = store.create('Contact', { LastName: '転居', Phone: '044-000-0000' });
        store.update(moved.id, { Phone: '044-111-1111' });
        for (let index = 0; index < 60; index++) {
            store.create('Contact', { LastName: `同${index}`, Phone: '044-000-0000' });
        }
        const found = findCallers(store, ['044-000-0000']);
        expect(found).toHaveLength(50);
        expect(found.filter(({ id, objectType }) => objectType === 'Lead' || id === moved.id)).toEqual([]);
        expect(findCallers(store, ['044-111-1111'])).toHaveLength(1);
    });

    it('takes no list for an empty one, and refuses what is no list of texts', () => {
        const findByPhone = denwaController(() => null).remoteActions['findByPhone'];
        const context = { store: new RecordStore(() => 0), user: defaultUsers[0], now: () => 0 };
        expect(findByPhone?.run(context, [null])).toEqual([]);
        expect(() => findByPhone?.run(context, ['0312345678'])).toThrow(ApexException);
    });
});
