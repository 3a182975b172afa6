import DenwaIncomingCall from 'c/denwaIncomingCall';
import { anIncomingCall, clearPage, find, listen, mount, textOf } from '../../../../../test/fixtures';

describe('c-denwa-incoming-call', () => {
    afterEach(clearPage);

    it('offers to answer and to decline', () => {
        const incoming = mount('c-denwa-incoming-call', DenwaIncomingCall, { call: anIncomingCall() });
        const answered = listen(incoming, 'answer');
        const declined = listen(incoming, 'decline');
        expect(textOf(incoming, 'h2')).toBe('c.Denwa_Phase_Incoming');
        find(incoming, '.answer').click();
        expect(answered).toHaveBeenCalledTimes(1);
        find(incoming, '.decline').click();
        expect(declined).toHaveBeenCalledTimes(1);
    });

    it('takes the focus to its answer button', () => {
        const incoming = mount('c-denwa-incoming-call', DenwaIncomingCall, { call: anIncomingCall() });
        incoming.focus();
        expect(incoming.shadowRoot?.activeElement).toBe(find(incoming, '.answer'));
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-incoming-call', DenwaIncomingCall, { call: anIncomingCall() })).toBeAccessible();
    });
});
