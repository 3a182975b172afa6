import { describe, expect, it } from '@jest/globals';
import { defaultUsers } from '../options';
import { RecordStore } from '../records/record-store';
import type { ApexContext } from './apex-class';
import { denwaController, type SipAccount } from './denwa-controller';

const account: SipAccount = { extension: '1001', authorizationName: 'auth', password: 'secret', displayName: 'Sato' };
const [sato, , , smith] = defaultUsers;
const controller = denwaController((userId) => (userId === sato.id ? account : null));

function getSettings(user: ApexContext['user'], dispositionField: string | null): unknown {
    return controller.remoteActions['getSettings']?.run({ user, store: new RecordStore(() => 0), now: () => 0 }, [dispositionField]);
}

describe('DenwaController', () => {
    it('tells the running user the own account, if there is one', () => {
        expect(getSettings(smith, null)).toEqual({ dispositions: [] });
        expect(getSettings(sato, null)).toEqual({ sipAccount: account, dispositions: [] });
    });

    it('tells the values of a picklist in the language of the user, and none of another field', () => {
        expect(getSettings(sato, 'Call_Result__c')).toMatchObject({
            dispositions: expect.arrayContaining([{ value: 'Call Back', label: '折り返し' }])
        });
        expect(getSettings(smith, 'Call_Result__c')).toMatchObject({
            dispositions: expect.arrayContaining([{ value: 'Call Back', label: 'Call back' }])
        });
        for (const field of ['CallDisposition', 'Nonsense__c', '']) {
            expect(getSettings(sato, field)).toMatchObject({ dispositions: [] });
        }
    });

    it('tells the page the language as a tag, and who the agent is', () => {
        const context: ApexContext = { user: smith, store: new RecordStore(() => 0), now: () => 0 };
        const told = Object.entries(controller.properties).map(([name, read]) => [name, read(context)]);
        expect(Object.fromEntries(told)).toEqual({ language: 'en-US', userId: smith.id, userName: 'John Smith' });
    });

    it('has the parameters of the class', () => {
        const counts = Object.entries(controller.remoteActions).map(([name, { parameters }]) => [name, parameters]);
        expect(Object.fromEntries(counts)).toEqual({ getSettings: 1, findByPhone: 1, saveLog: 1 });
    });
});
