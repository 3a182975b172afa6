import DenwaInboundSettings from 'c/denwaInboundSettings';
import { defaultPreferences } from '../../../../../../src/telephony/preferences';
import { clearPage, find, listen, mount } from '../../../../../test/fixtures';

function show(autoAnswerSeconds: number | null): HTMLElement {
    return mount('c-denwa-inbound-settings', DenwaInboundSettings, { preferences: { ...defaultPreferences, autoAnswerSeconds } });
}

describe('c-denwa-inbound-settings', () => {
    afterEach(clearPage);

    it('shows after how long calls answer themselves', () => {
        expect(find<HTMLSelectElement>(show(3), 'select').value).toBe('3');
        clearPage();
        expect(find<HTMLSelectElement>(show(null), 'select').value).toBe('null');
    });

    it.each([
        ['0', 0],
        ['10', 10],
        ['null', null]
    ])('sets it: %s', (value, autoAnswerSeconds) => {
        const settings = show(5);
        const commands = listen(settings, 'command');
        find<HTMLSelectElement>(settings, 'select').value = value;
        find(settings, 'select').dispatchEvent(new CustomEvent('change'));
        expect(commands.mock.calls.flat()).toEqual([{ type: 'set-preferences', preferences: { autoAnswerSeconds } }]);
    });

    it('is accessible', async () => {
        await expect(show(null)).toBeAccessible();
    });
});
