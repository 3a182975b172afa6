import DenwaShortcutSettings from 'c/denwaShortcutSettings';
import { defaultPreferences, type Preferences } from '../../../../../../src/telephony/preferences';
import { clearPage, find, listen, mount, pressKey, rendered, textOf } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Shortcut_Taken', () => ({ default: '{0} is {1}' }), { virtual: true });

const { shortcuts } = defaultPreferences;

function show(preferences: Partial<Preferences> = {}): HTMLElement {
    return mount('c-denwa-shortcut-settings', DenwaShortcutSettings, { preferences: { ...defaultPreferences, ...preferences } });
}

describe('c-denwa-shortcut-settings', () => {
    afterEach(clearPage);

    it('takes the keys that are pressed', () => {
        const settings = show();
        const commands = listen(settings, 'command');
        pressKey(find(settings, 'input[data-action=answer]'), 'F9', { code: 'F9' });
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'set-preferences', preferences: { shortcuts: { ...shortcuts, answer: 'F9' } } }
        ]);
    });

    it('leaves Tab and plain typing alone', () => {
        const settings = show();
        const commands = listen(settings, 'command');
        for (const key of ['Tab', 'a', 'Escape']) pressKey(find(settings, 'input[data-action=answer]'), key);
        expect(commands).not.toHaveBeenCalled();
    });

    it('does not give the same keys to two actions, and says who has them', async () => {
        const settings = show();
        const commands = listen(settings, 'command');
        pressKey(find(settings, 'input[data-action=answer]'), 'h', { code: 'KeyH', ctrlKey: true, altKey: true });
        await rendered();
        expect(commands).not.toHaveBeenCalled();
        expect(textOf(settings, '[role=status]')).toBe('Ctrl+Alt+H is c.Denwa_Hold');
    });

    it('takes a shortcut away', () => {
        const settings = show();
        const commands = listen(settings, 'command');
        find(settings, 'button[data-action=mute]').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'set-preferences', preferences: { shortcuts: { ...shortcuts, mute: '' } } }]);
    });

    it('is accessible', async () => {
        await expect(show({ shortcuts: { ...shortcuts, mute: '' } })).toBeAccessible();
    });
});
