import DenwaNotifiedNumber from 'c/denwaNotifiedNumber';
import { clearPage, find, listen, mount } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Notified_Number_Named', () => ({ default: '{0} ({1})' }), { virtual: true });

const numbers = [
    { number: '0312345678', label: 'Office', numberText: '03-1234-5678' },
    { number: '0501234567', label: '', numberText: '050-123-4567' }
];

function show(chosen: string | null): HTMLElement {
    return mount('c-denwa-notified-number', DenwaNotifiedNumber, { numbers, chosen });
}

describe('c-denwa-notified-number', () => {
    afterEach(clearPage);

    it('offers the numbers of the settings, and the PBX’s own choice', () => {
        const select = find<HTMLSelectElement>(show('0501234567'), 'select');
        expect([...select.options].map(({ textContent }) => textContent)).toEqual([
            'c.Denwa_Notified_Number_By_Pbx',
            '03-1234-5678 (Office)',
            '050-123-4567'
        ]);
        expect(select.value).toBe('0501234567');
    });

    it.each([
        ['0312345678', '0312345678'],
        ['', null]
    ])('chooses “%s”', (value, notifiedNumber) => {
        const notified = show(value === '' ? '0312345678' : null);
        const commands = listen(notified, 'command');
        const select = find<HTMLSelectElement>(notified, 'select');
        select.value = value;
        select.dispatchEvent(new CustomEvent('change'));
        expect(commands.mock.calls.flat()).toEqual([{ type: 'set-preferences', preferences: { notifiedNumber } }]);
    });

    it('is accessible', async () => {
        await expect(show(null)).toBeAccessible();
    });
});
