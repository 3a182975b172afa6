import { expect, it } from '@jest/globals';
import { crmTransition, type CrmState } from './crm';

const contact = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
const crm: CrmState = { viewed: null, dispositions: [], clickToDial: 'off' };

it('knows the record in front of the agent, and does not take the same one for a change', () => {
    const viewing = crmTransition(crm, { type: 'crm-viewed', record: contact });
    expect(viewing.viewed).toEqual(contact);
    expect(crmTransition(viewing, { type: 'crm-viewed', record: { ...contact } })).toBe(viewing);
    expect(crmTransition(viewing, { type: 'crm-viewed', record: null }).viewed).toBeNull();
    expect(crmTransition(crm, { type: 'crm-viewed', record: null })).toBe(crm);
});

it('knows what may be chosen as disposition', () => {
    const dispositions = [{ value: 'Callback', label: '折り返し' }];
    expect(crmTransition(crm, { type: 'crm-dispositions', dispositions })).toEqual({ ...crm, dispositions });
});
