import DenwaCallDetails from 'c/denwaCallDetails';
import { anInboundCall, clearPage, holds, mount } from '../../../../../test/fixtures';

const call = anInboundCall({
    dialledNumberText: '03-1234-5678',
    details: { dialledNumber: '0312345678', businessLabel: 'Support', queue: null }
});

describe('c-denwa-call-details', () => {
    afterEach(clearPage);

    it('shows what the PBX tells, and nothing else', () => {
        const details = mount('c-denwa-call-details', DenwaCallDetails, { call });
        const texts = [...details.querySelectorAll('dt, dd')].map(({ textContent }) => textContent);
        expect(texts).toEqual(['c.Denwa_Dialled_Number', '03-1234-5678', 'c.Denwa_Business_Label', 'Support']);
        expect(holds(mount('c-denwa-call-details', DenwaCallDetails, { call: anInboundCall() }), 'dl')).toBe(false);
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-call-details', DenwaCallDetails, { call })).toBeAccessible();
    });
});
