import DenwaInboundCall from 'c/denwaInboundCall';
import { anInboundCall, clearPage, find, listen, mount, textOf } from '../../../../../test/fixtures';

describe('c-denwa-inbound-call', () => {
    afterEach(clearPage);

    it('offers to answer and to decline', () => {
        const inbound = mount('c-denwa-inbound-call', DenwaInboundCall, { call: anInboundCall() });
        const answered = listen(inbound, 'answer');
        const declined = listen(inbound, 'decline');
        expect(textOf(inbound, 'h2')).toBe('c.Denwa_Phase_Inbound');
        find(inbound, '.answer').click();
        expect(answered).toHaveBeenCalledTimes(1);
        find(inbound, '.decline').click();
        expect(declined).toHaveBeenCalledTimes(1);
    });

    it('takes the focus to its answer button', () => {
        const inbound = mount('c-denwa-inbound-call', DenwaInboundCall, { call: anInboundCall() });
        inbound.focus();
        expect(inbound.shadowRoot?.activeElement).toBe(find(inbound, '.answer'));
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-inbound-call', DenwaInboundCall, { call: anInboundCall() })).toBeAccessible();
    });
});
