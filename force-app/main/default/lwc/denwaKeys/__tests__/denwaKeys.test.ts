import DenwaKeys from 'c/denwaKeys';
import { clearPage, find, listen, mount, rendered } from '../../../../../test/fixtures';

describe('c-denwa-keys', () => {
    afterEach(clearPage);

    it('has the twelve keys, and says the two that are no digits', () => {
        const keys = [...mount('c-denwa-keys', DenwaKeys, {}).querySelectorAll('.key')];
        expect(keys.map((key) => key.textContent?.trim()).join('')).toBe('123456789*0#');
        expect(keys[9]?.getAttribute('aria-label')).toBe('c.Denwa_Star');
    });

    it('tells which key was pressed, or why nothing comes of it, and keeps the focus', async () => {
        const keys = mount('c-denwa-keys', DenwaKeys, {});
        const digits = listen(keys, 'digit');
        find(keys, "[data-digit='#']").click();
        const key = find(keys, "[data-digit='1']");
        key.focus();
        Object.assign(keys, { reason: 'On hold' });
        await rendered();
        key.click();
        expect([key.getAttribute('aria-disabled'), key.title, document.activeElement]).toEqual(['true', 'On hold', key]);
        expect(digits.mock.calls).toEqual([[{ digit: '#' }]]);
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-keys', DenwaKeys, {})).toBeAccessible();
    });
});
