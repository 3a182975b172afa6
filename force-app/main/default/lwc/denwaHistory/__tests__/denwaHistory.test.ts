import DenwaHistory from 'c/denwaHistory';
import {
    aHistoryEntry,
    clearPage,
    enterText,
    find,
    hasFocus,
    holds,
    listen,
    mount,
    rendered,
    textOf,
    whyDisabled
} from '../../../../../test/fixtures';
import type { HistoryEntry } from '../../../../../../src/telephony/history';

jest.mock('@salesforce/label/c.Denwa_History_Count', () => ({ default: '{0} calls' }), { virtual: true });
jest.mock('@salesforce/label/c.Denwa_History_Page', () => ({ default: '{0} of {1}' }), { virtual: true });

function manyEntries(count: number): readonly HistoryEntry[] {
    return Array.from({ length: count }, (_, index) => aHistoryEntry({ id: `call-${index}`, number: `${index}`, numberText: `${index}` }));
}

function showHistory(entries: readonly HistoryEntry[]): HTMLElement & { entries: readonly HistoryEntry[] } {
    return mount('c-denwa-history', DenwaHistory, { entries });
}

function names(history: HTMLElement): readonly string[] {
    return [...history.querySelectorAll('.name')].map(({ textContent }) => textContent ?? '');
}

async function filterBy(history: HTMLElement, value: string): Promise<void> {
    const filter = find<HTMLSelectElement>(history, '.filter');
    filter.value = value;
    filter.dispatchEvent(new CustomEvent('change'));
    await rendered();
}

async function press(history: HTMLElement, button: string): Promise<void> {
    find(history, button).click();
    await rendered();
}

describe('c-denwa-history', () => {
    afterEach(clearPage);

    it('says what became of each call', () => {
        const history = showHistory([aHistoryEntry({ result: 'missed', talkSeconds: null }), aHistoryEntry({ id: 'call-2' })]);
        expect(textOf(history, '.result')).toBe('c.Denwa_History_Result_Missed');
        expect(holds(history, 'li:first-child .name_missed')).toBe(true);
        expect(holds(history, 'li:last-child .name_missed')).toBe(false);
        expect(textOf(history, 'li:last-child .when')).toContain('01:05');
    });

    it('hands out the number to dial; says where there is none', () => {
        const history = showHistory([aHistoryEntry(), aHistoryEntry({ id: 'call-2', number: null, numberText: null })]);
        const chosen = listen(history, 'choose');
        find(history, 'li:first-child .entry').click();
        const withheld = find(history, 'li:last-child .entry');
        withheld.focus();
        withheld.click();
        expect([whyDisabled(withheld), hasFocus(withheld)]).toEqual(['c.Denwa_History_No_Number', true]);
        expect(whyDisabled(find(history, 'li:first-child .entry'))).toBeUndefined();
        expect(chosen.mock.calls).toEqual([[{ number: '09012345678' }]]);
    });

    it('shows nine entries a page, however many there are', async () => {
        const history = showHistory(manyEntries(200));
        expect(names(history)).toHaveLength(9);
        expect(textOf(history, '.page')).toBe('1 of 23');
        expect(find<HTMLButtonElement>(history, '.previous').disabled).toBe(true);
        await press(history, '.next');
        expect(names(history)[0]).toBe('9');
        await press(history, '.previous');
        expect(names(history)[0]).toBe('0');
    });

    it('stays within the pages when entries go', async () => {
        const history = showHistory(manyEntries(19));
        await press(history, '.next');
        await press(history, '.next');
        expect(find<HTMLButtonElement>(history, '.next').disabled).toBe(true);
        history.entries = manyEntries(3);
        await rendered();
        expect(names(history)).toEqual(['0', '1', '2']);
        expect(holds(history, '.page')).toBe(false);
    });

    it('finds names and numbers, and begins with the first page of them', async () => {
        const bob = aHistoryEntry({ id: 'bob', record: { id: '003', objectType: 'Contact', name: 'Bob Jones' } });
        const history = showHistory([...manyEntries(19), bob]);
        await press(history, '.next');
        enterText(history, 'ｂｏｂ');
        await rendered();
        expect([names(history), textOf(history, '.count')]).toEqual([['Bob Jones'], '1 calls']);
        enterText(history, 'nobody');
        await rendered();
        expect(textOf(history, '.empty')).toBe('c.Denwa_History_None_Found');
        expect(textOf(history, '.count')).toBe('0 calls');
    });

    it('shows only the calls of a kind', async () => {
        const history = showHistory([
            aHistoryEntry({ id: 'a', numberText: 'missed', result: 'missed' }),
            aHistoryEntry({ id: 'b', numberText: 'answered' }),
            aHistoryEntry({ id: 'c', numberText: 'dialled', direction: 'outbound', result: 'dialled' })
        ]);
        await filterBy(history, 'missed');
        expect(names(history)).toEqual(['missed']);
        await filterBy(history, 'inbound');
        expect(names(history)).toEqual(['missed', 'answered']);
        await filterBy(history, 'outbound');
        expect(names(history)).toEqual(['dialled']);
    });

    it('opens the record of a call without choosing its number', () => {
        const record = { id: '003', objectType: 'Contact', name: 'Bob' };
        const history = showHistory([aHistoryEntry({ record }), aHistoryEntry({ id: 'call-2' })]);
        const commands = listen(history, 'command');
        const chosen = listen(history, 'choose');
        find(history, 'li:first-child .record').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'open-record', record }]);
        expect(chosen).not.toHaveBeenCalled();
        expect(holds(history, 'li:last-child .record')).toBe(false);
    });

    it('keeps how a call sounded', () => {
        const quality = { mos: 3.2, packetLoss: 2, jitter: 10, roundTrip: null };
        const history = showHistory([aHistoryEntry({ quality }), aHistoryEntry({ id: 'call-2' })]);
        expect(textOf(history, 'li:first-child c-denwa-quality')).toBe('c.Denwa_Quality_Fair');
        expect(holds(history, 'li:last-child c-denwa-quality')).toBe(false);
    });

    it('is deleted only after a question', async () => {
        const history = showHistory(manyEntries(1));
        const commands = listen(history, 'command');
        await press(history, '.clear');
        expect(hasFocus(find(history, '.cancel'))).toBe(true);
        await press(history, '.cancel');
        expect(holds(history, 'c-denwa-confirm')).toBe(false);
        expect(commands).not.toHaveBeenCalled();
        await press(history, '.clear');
        await press(history, '.yes');
        expect(commands.mock.calls.flat()).toEqual([{ type: 'clear-history' }]);
    });

    it('says that there is nothing, and closes', () => {
        const history = showHistory([]);
        const closed = listen(history, 'close');
        expect(textOf(history, '.empty')).toBe('c.Denwa_History_Empty');
        expect(holds(history, '.clear')).toBe(false);
        find(history, '.close').click();
        expect(closed).toHaveBeenCalledTimes(1);
    });

    it('is accessible', async () => {
        const history = showHistory(manyEntries(20));
        await press(history, '.clear');
        await expect(history).toBeAccessible();
    });
});
