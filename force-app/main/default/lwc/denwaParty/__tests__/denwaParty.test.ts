import DenwaParty from 'c/denwaParty';
import { aCall, anInboundCall, clearPage, find, holds, mount, textOf } from '../../../../../test/fixtures';

const record = { id: '001', objectType: 'Account', name: 'Tanaka & Sons <Ltd>' };

describe('c-denwa-party', () => {
    afterEach(clearPage);

    it('calls the other side caller, callee or target of a transfer', () => {
        const consultation = aCall({ consultationOf: 'call-2' });
        expect(textOf(mount('c-denwa-party', DenwaParty, { call: consultation }), 'p')).toBe('c.Denwa_Transfer_Target');
        expect(textOf(mount('c-denwa-party', DenwaParty, { call: anInboundCall() }), 'p')).toBe('c.Denwa_Caller');
        expect(textOf(mount('c-denwa-party', DenwaParty, { call: aCall() }), 'p')).toBe('c.Denwa_Callee');
    });

    it('shows the record with its icon, and the number below', () => {
        const party = mount('c-denwa-party', DenwaParty, { call: aCall({ record }) });
        expect(textOf(party, '.name')).toBe('Tanaka & Sons <Ltd>');
        expect(textOf(party, '.number')).toBe('090-1234-5678');
        expect(find<HTMLElement & { iconName: string }>(party, 'lightning-icon').iconName).toBe('standard:account');
    });

    it('has an icon for records of any object', () => {
        const party = mount('c-denwa-party', DenwaParty, { call: aCall({ record: { ...record, objectType: 'Shop__c' } }) });
        expect(find<HTMLElement & { iconName: string }>(party, 'lightning-icon').iconName).toBe('standard:record');
    });

    it('does not repeat a number that is all it knows', () => {
        const party = mount('c-denwa-party', DenwaParty, { call: aCall() });
        expect(textOf(party, '.name')).toBe('090-1234-5678');
        expect(holds(party, '.number')).toBe(false);
        expect(holds(party, 'lightning-icon')).toBe(false);
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-party', DenwaParty, { call: aCall({ record }) })).toBeAccessible();
    });
});
