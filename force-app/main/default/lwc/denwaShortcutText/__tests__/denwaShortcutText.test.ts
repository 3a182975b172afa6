import { keyShortcuts, withShortcut } from 'c/denwaShortcutText';

jest.mock('@salesforce/label/c.Denwa_With_Shortcut', () => ({ default: '{0} [{1}]' }), { virtual: true });

describe('the words for a shortcut', () => {
    it('stands beside what it does, where there is one', () => {
        expect(withShortcut('Answer', 'Ctrl+Alt+A')).toBe('Answer [Ctrl+Alt+A]');
        expect(withShortcut('Answer', '')).toBe('Answer');
    });

    it('is spelt out for the accessibility tree', () => {
        expect(keyShortcuts('Ctrl+Alt+A')).toBe('Control+Alt+A');
        expect(keyShortcuts('F4')).toBe('F4');
        expect(keyShortcuts('')).toBeUndefined();
    });
});
