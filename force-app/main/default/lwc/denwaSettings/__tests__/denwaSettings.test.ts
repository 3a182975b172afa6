import DenwaSettings from 'c/denwaSettings';
import type { SoftphoneSnapshot } from '../../../../../../src/telephony/snapshot';
import { aSnapshot, clearPage, find, hasFocus, holds, listen, mount, rendered, whyDisabled } from '../../../../../test/fixtures';

function show(snapshot: SoftphoneSnapshot = aSnapshot()): HTMLElement & { snapshot: SoftphoneSnapshot; focus(): void } {
    return mount('c-denwa-settings', DenwaSettings, { snapshot });
}

describe('c-denwa-settings', () => {
    afterEach(clearPage);

    it('offers automatic answers only where the administrator allows them', () => {
        expect(holds(show(), 'c-denwa-inbound-settings')).toBe(true);
        clearPage();
        const { options } = aSnapshot();
        expect(holds(show(aSnapshot({ options: { ...options, autoAnswer: false } })), 'c-denwa-inbound-settings')).toBe(false);
    });

    it('names what an administrator has to put right, where there is something', () => {
        expect(holds(show(), 'c-denwa-setting-problems')).toBe(false);
        clearPage();
        const problem = { key: '/a/b', title: 'PBX › Address', value: '', takes: { form: 'address' }, standIn: null } as const;
        const { about } = aSnapshot();
        expect(holds(show(aSnapshot({ about: { ...about, settingProblems: [problem] } })), 'c-denwa-setting-problems')).toBe(true);
    });

    it('says why the echo cannot be called: the line is at something else, or not ready', async () => {
        const { options } = aSnapshot();
        const busy = aSnapshot({ can: { dial: false }, options: { ...options, echoCall: true } });
        const settings = show(busy);
        expect(whyDisabled(find(settings, '.echo'))).toBe('c.Denwa_Notice_Line_Busy');
        settings.snapshot = { ...busy, registration: { status: 'registering' } };
        await rendered();
        expect(whyDisabled(find(settings, '.echo'))).toBe('c.Denwa_Dial_Not_Ready');
    });

    it('takes the focus, and closes', () => {
        const settings = show();
        settings.focus();
        expect(hasFocus(settings)).toBe(true);
        const closed = listen(settings, 'close');
        find(settings, '.close').click();
        expect(closed).toHaveBeenCalledTimes(1);
    });

    // The largest screen: axe takes its time.
    it('is accessible', async () => {
        await expect(show()).toBeAccessible();
    }, 30_000);
});
