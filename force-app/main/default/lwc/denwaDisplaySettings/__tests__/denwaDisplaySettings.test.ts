import DenwaDisplaySettings from 'c/denwaDisplaySettings';
import { defaultPreferences, type Preferences } from '../../../../../../src/telephony/preferences';
import { clearPage, find, holds, listen, mount } from '../../../../../test/fixtures';

function show(preferences: Partial<Preferences> = {}): HTMLElement {
    return mount('c-denwa-display-settings', DenwaDisplaySettings, { preferences: { ...defaultPreferences, ...preferences } });
}

function choose(settings: HTMLElement, name: string, value: string): void {
    const select = find<HTMLSelectElement>(settings, `[data-name=${name}]`);
    select.value = value;
    select.dispatchEvent(new CustomEvent('change'));
}

describe('c-denwa-display-settings', () => {
    afterEach(clearPage);

    it.each([
        ['zoom', '200', { zoom: 200 }],
        ['theme', 'dark', { theme: 'dark' }],
        ['theme', '', { theme: null }],
        ['language', 'en', { language: 'en' }],
        ['language', '', { language: null }]
    ])('sets %s to “%s”', (name, value, preferences) => {
        const settings = show();
        const commands = listen(settings, 'command');
        choose(settings, name, value);
        expect(commands.mock.calls.flat()).toEqual([{ type: 'set-preferences', preferences }]);
    });

    it('goes from 50 to 200 per cent', () => {
        const values = [...find<HTMLSelectElement>(show(), '[data-name=zoom]').options].map(({ value }) => value);
        expect(values.at(0)).toBe('50');
        expect(values.at(-1)).toBe('200');
    });

    it('says that another language waits for the next load', () => {
        document.documentElement.lang = 'ja';
        expect(holds(show({ language: 'en' }), '[role=status]')).toBe(true);
        clearPage();
        expect(holds(show({ language: 'ja' }), '[role=status]')).toBe(false);
        document.documentElement.removeAttribute('lang');
    });

    it('is accessible', async () => {
        await expect(show()).toBeAccessible();
    });
});
