import { describe, expect, it } from '@jest/globals';
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
    it('gives the running user settings, with the account only if there is one', () => {
        const { getSettings } = controller.remoteActions;
        expect(getSettings?.(context(), [])).toEqual({ userId: defaultUsers[3].id, userName: 'John Smith', language: 'en-US' });
        expect(getSettings?.({ ...context(), user: defaultUsers[0] }, [])).toMatchObject({ language: 'ja', sipAccount: account });
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
