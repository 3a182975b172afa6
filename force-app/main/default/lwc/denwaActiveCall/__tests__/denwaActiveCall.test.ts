import DenwaActiveCall from 'c/denwaActiveCall';
import { aCall, clearPage, find, holds, listen, mount, rendered, textOf } from '../../../../../test/fixtures';

const hangUp = 'button';

describe('c-denwa-active-call', () => {
    afterEach(clearPage);

    it('says what the call is doing, with a timer from the answer on', async () => {
        const active = mount('c-denwa-active-call', DenwaActiveCall, { call: aCall() });
        expect(textOf(active, 'h2')).toBe('c.Denwa_Phase_Dialing');
        expect(holds(active, 'c-denwa-timer')).toBe(false);
        active.call = aCall({ phase: 'connected', connectedAt: 1000 });
        await rendered();
        expect(textOf(active, 'h2')).toBe('c.Denwa_Phase_Connected');
        expect(holds(active, 'c-denwa-timer')).toBe(true);
    });

    it('hangs up once: not while the call is already ending', async () => {
        const active = mount('c-denwa-active-call', DenwaActiveCall, { call: aCall() });
        const hungUp = listen(active, 'hangup');
        find(active, hangUp).click();
        active.call = aCall({ phase: 'ending', can: { answer: false, decline: false, hangUp: false } });
        await rendered();
        find(active, hangUp).click();
        expect(hungUp).toHaveBeenCalledTimes(1);
    });

    it('warns while the audio is interrupted', async () => {
        const active = mount('c-denwa-active-call', DenwaActiveCall, { call: aCall({ phase: 'connected', media: 'connected' }) });
        expect(holds(active, '[role=alert]')).toBe(false);
        active.call = aCall({ phase: 'connected', media: 'disconnected' });
        await rendered();
        expect(textOf(active, '[role=alert]')).toBe('c.Denwa_Audio_Interrupted');
    });

    it('never takes the focus to the button that hangs up', () => {
        const active = mount('c-denwa-active-call', DenwaActiveCall, { call: aCall() });
        active.focus();
        expect(active.shadowRoot?.activeElement).toBe(find(active, 'section'));
    });

    it('is accessible', async () => {
        const call = aCall({ phase: 'connected', connectedAt: 1000, media: 'disconnected' });
        await expect(mount('c-denwa-active-call', DenwaActiveCall, { call })).toBeAccessible();
    });
});
