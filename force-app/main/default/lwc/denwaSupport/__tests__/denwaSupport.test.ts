import DenwaSupport from 'c/denwaSupport';
import { aSnapshot, clearPage, find, listen, mount, rendered } from '../../../../../test/fixtures';

function show(): HTMLElement {
    return mount('c-denwa-support', DenwaSupport, { snapshot: aSnapshot() });
}

describe('c-denwa-support', () => {
    afterEach(clearPage);

    it('saves the log, with masked numbers unless somebody wants them', async () => {
        const support = show();
        const commands = listen(support, 'command');
        find(support, '.log').click();
        const mask = find<HTMLInputElement>(support, 'input');
        mask.checked = false;
        mask.dispatchEvent(new CustomEvent('change'));
        await rendered();
        find(support, '.log').click();
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'download-log', maskNumbers: true },
            { type: 'download-log', maskNumbers: false }
        ]);
    });

    it('saves the file for a support case, with one press', () => {
        const support = show();
        const commands = listen(support, 'command');
        find(support, '.bundle').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'download-bundle', maskNumbers: true }]);
    });

    it('copies what it shows', () => {
        const support = show();
        const commands = listen(support, 'command');
        find(support, '.copy').click();
        const [{ type, text }] = commands.mock.calls.flat() as [{ type: string; text: string }];
        expect(type).toBe('copy-text');
        expect(text.split('\n')).toHaveLength(support.querySelectorAll('.fact').length);
    });

    it('leads to the check list', () => {
        const support = show();
        const wanted = listen(support, 'checklist');
        find(support, '.check-list').click();
        expect(wanted).toHaveBeenCalledTimes(1);
    });

    it('is accessible', async () => {
        await expect(show()).toBeAccessible();
    });
});
