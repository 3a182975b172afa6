import DenwaDeviceSelect from 'c/denwaDeviceSelect';
import type { AudioDevice } from '../../../../../../src/telephony/audio';
import { clearPage, find, listen, mount } from '../../../../../test/fixtures';

jest.mock('@salesforce/label/c.Denwa_Device_Numbered', () => ({ default: 'Device {0}' }), { virtual: true });

const devices: readonly AudioDevice[] = [
    { id: 'headset', label: 'Headset' },
    { id: 'desk', label: '' }
];

function show(chosen: string | null): HTMLElement {
    return mount('c-denwa-device-select', DenwaDeviceSelect, { label: 'Microphone', devices, chosen });
}

function texts(select: HTMLElement): readonly string[] {
    return [...select.querySelectorAll('option')].map(({ textContent }) => textContent ?? '');
}

describe('c-denwa-device-select', () => {
    afterEach(clearPage);

    it('offers what is plugged in, by name or by place, and the system’s own choice', () => {
        const select = show(null);
        expect(texts(select)).toEqual(['c.Denwa_Device_System_Default', 'Headset', 'Device 2']);
        expect(find<HTMLSelectElement>(select, 'select').value).toBe('');
    });

    it('keeps what is chosen and not plugged in', () => {
        const select = show('bluetooth');
        expect(texts(select)).toContain('c.Denwa_Device_Not_Connected');
        expect(find<HTMLSelectElement>(select, 'select').value).toBe('bluetooth');
    });

    it.each([
        ['headset', 'headset'],
        ['', null]
    ])('tells what is chosen: %s', (value, id) => {
        const select = show(value === '' ? 'headset' : null);
        const chosen = listen(select, 'choose');
        find<HTMLSelectElement>(select, 'select').value = value;
        find(select, 'select').dispatchEvent(new CustomEvent('change', { bubbles: true }));
        expect(chosen.mock.calls).toEqual([[{ id }]]);
    });

    it('is accessible', async () => {
        await expect(show('bluetooth')).toBeAccessible();
    });
});
