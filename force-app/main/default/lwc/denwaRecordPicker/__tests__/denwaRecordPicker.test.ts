import DenwaRecordPicker from 'c/denwaRecordPicker';
import { aMatch, anInboundCall, clearPage, find, listen, mount, pressKey } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Match_Evidence', () => ({ default: '{0} {1} · {2}' }), { virtual: true });

const carol = { id: '004', objectType: 'Lead', name: 'Carol' };
const matches = [aMatch({ company: 'Acme', lastActivity: '2026-11-01', openCases: 1 }), aMatch({ record: carol, certainty: 'maybe' })];

function showPicker(): HTMLElement {
    return mount('c-denwa-record-picker', DenwaRecordPicker, { call: anInboundCall({ matches, record: carol }) });
}

function rows(picker: HTMLElement): readonly HTMLElement[] {
    return [...picker.querySelectorAll<HTMLElement>('.match')];
}

describe('c-denwa-record-picker', () => {
    afterEach(clearPage);

    it('shows each match with what speaks for it, in the order given, and which one it is now', () => {
        const picker = showPicker();
        const lines = rows(picker).map((row) => [...row.querySelectorAll('.words > span')].length);
        expect(lines).toEqual([4, 2]);
        expect(rows(picker).map((row) => row.getAttribute('aria-current'))).toEqual(['false', 'true']);
        expect(rows(picker)[1]?.textContent).toContain('c.Denwa_Match_Maybe');
    });

    it.each([true, false])('chooses a record and closes; for the next time, too: %s', (remember) => {
        const picker = showPicker();
        const commands = listen(picker, 'command');
        const closed = listen(picker, 'close');
        if (remember) find<HTMLInputElement>(picker, 'input').click();
        rows(picker)[0]?.click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'choose-record', callId: 'call-1', recordId: '003', remember }]);
        expect(closed).toHaveBeenCalledTimes(1);
    });

    it('closes by its button and by Escape, without a choice', () => {
        const picker = showPicker();
        const commands = listen(picker, 'command');
        const closed = listen(picker, 'close');
        find(picker, '.denwa-close').click();
        pressKey(find(picker, 'input'), 'Escape');
        expect([closed.mock.calls.length, commands.mock.calls.length]).toEqual([2, 0]);
    });

    it('takes the focus, but to no record', () => {
        const picker = showPicker();
        picker.focus();
        expect(document.activeElement?.tagName).toBe('SECTION');
    });

    it('is accessible', async () => {
        await expect(showPicker()).toBeAccessible();
    });
});
