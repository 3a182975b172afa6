import DenwaConfirm from 'c/denwaConfirm';
import { clearPage, find, listen, mount, pressKey, textOf } from '../../../../../test/fixtures';

function show(): HTMLElement & { focus(): void } {
    return mount('c-denwa-confirm', DenwaConfirm, { text: 'It ends the call.', yes: 'Reload' });
}

describe('c-denwa-confirm', () => {
    afterEach(clearPage);

    it('puts the focus on the way out', () => {
        const confirm = show();
        confirm.focus();
        expect(document.activeElement).toBe(find(confirm, '.cancel'));
    });

    it('tells the answer', () => {
        const confirm = show();
        const yes = listen(confirm, 'yes');
        const cancelled = listen(confirm, 'cancel');
        expect(textOf(confirm, '.yes')).toBe('Reload');
        find(confirm, '.yes').click();
        find(confirm, '.cancel').click();
        pressKey(find(confirm, '.cancel'), 'Escape');
        expect([yes.mock.calls.length, cancelled.mock.calls.length]).toEqual([1, 2]);
    });

    it('is accessible', async () => {
        await expect(show()).toBeAccessible();
    });
});
