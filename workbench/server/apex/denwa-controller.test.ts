import { describe, expect, it } from '@jest/globals';
import { matchSpellings } from '../../../src/phone-number/match-spellings';
import { defaultUsers } from '../options';
import { knownCustomers } from '../records/known-customers';
import { RecordStore } from '../records/record-store';
import { seedRecords } from '../records/seed';
import { ApexException, type ApexContext } from './apex-class';
import { denwaController, type SipAccount } from './denwa-controller';

const account: SipAccount = { extension: '1001', authorizationName: 'auth', password: 'secret', displayName: 'Sato' };

function context(): ApexContext {
    const store = new RecordStore(() => 0);
    seedRecords(store);
    return { user: defaultUsers[3], store };
}

const controller = denwaController((userId) => (userId === defaultUsers[0].id ? account : null));

describe('DenwaController', () => {
    it('gives the running user the own account, if there is one', () => {
        const { getSettings } = controller.remoteActions;
        expect(getSettings?.(context(), [])).toEqual({});
        expect(getSettings?.({ ...context(), user: defaultUsers[0] }, [])).toEqual({ sipAccount: account });
    });

    it('tells the language as a tag', () => {
        expect(controller.properties['language']?.(context())).toBe('en-US');
    });

    it('finds people by any of the spellings, contacts before accounts before leads', () => {
        const { accountWithFixedLine, contactWithMobile, lead } = knownCustomers;
        const found = controller.remoteActions['findByPhone']?.(context(), [
            [lead.phone, accountWithFixedLine.phone, contactWithMobile.phone]
        ]);
        expect(found).toEqual([
            {
                id: contactWithMobile.id,
                objectType: 'Contact',
                name: '田中 太郎',
                phones: [{ field: 'MobilePhone', value: '+81 90-1234-5678' }]
            },
            expect.objectContaining({ id: accountWithFixedLine.id, objectType: 'Account' }),
            expect.objectContaining({ id: lead.id, objectType: 'Lead' })
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
        '０３－９８７６－５４３２ 内線１２'
    ])('finds a contact stored as %s by the spellings of the caller', (stored) => {
        const store = new RecordStore(() => 0);
        const contact = store.create('Contact', { LastName: '全角', Phone: stored });
        store.create('Contact', { LastName: '別人', Phone: '０３－９８７６－５４３３' });
        expect(controller.remoteActions['findByPhone']?.({ store, user: defaultUsers[0] }, [matchSpellings('+81398765432')])).toEqual([
            expect.objectContaining({ id: contact.id })
        ]);
    });

    it('never finds a converted lead, nor more than 50 records', () => {
        const { store, user } = context();
        store.create('Lead', { LastName: '済', Company: 'X', Phone: '044-000-0000' }, { IsConverted: true });
        for (let index = 0; index < 60; index++) {
            store.create('Contact', { LastName: `同${index}`, Phone: '044-000-0000' });
        }
        const found = controller.remoteActions['findByPhone']?.({ store, user }, [['044-000-0000']]) as readonly { objectType: string }[];
        expect(found).toHaveLength(50);
        expect(found.filter(({ objectType }) => objectType === 'Lead')).toEqual([]);
    });

    it('refuses what is no list of texts', () => {
        expect(() => controller.remoteActions['findByPhone']?.(context(), ['0312345678'])).toThrow(ApexException);
    });
});
