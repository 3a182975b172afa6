import DenwaKeypad from 'c/denwaKeypad';
import { abilities, aConnectedCall, clearPage, find, listen, mount, pressKey, rendered, textOf } from '../../../../../test/fixtures';

function digit(keypad: HTMLElement, pressed: string): void {
    find(keypad, 'c-denwa-keys').dispatchEvent(new CustomEvent('digit', { detail: { digit: pressed } }));
}

describe('c-denwa-keypad', () => {
    afterEach(clearPage);

    it('sends each digit at once, pressed or typed, but none twice', () => {
        const keypad = mount('c-denwa-keypad', DenwaKeypad, { call: aConnectedCall() });
        const commands = listen(keypad, 'command');
        digit(keypad, '*');
        pressKey(find(keypad, 'section'), '#');
        pressKey(find(keypad, 'section'), '#', { repeat: true });
        pressKey(find(keypad, 'section'), 'x');
        expect(commands.mock.calls.flat()).toEqual([
            { type: 'send-digits', callId: 'call-1', digits: '*' },
            { type: 'send-digits', callId: 'call-1', digits: '#' }
        ]);
    });

    it('shows what was sent, the last digits of it', async () => {
        const keypad = mount('c-denwa-keypad', DenwaKeypad, { call: aConnectedCall({ digits: '*1005' }) });
        expect(textOf(keypad, 'output')).toBe('*1005');
        keypad.call = aConnectedCall({ digits: '123456789012345678901234567890' });
        await rendered();
        expect(textOf(keypad, 'output')).toBe('345678901234567890');
    });

    it('sends nothing while the call takes no digits', () => {
        const keypad = mount('c-denwa-keypad', DenwaKeypad, { call: aConnectedCall({ can: abilities('hangUp') }) });
        const commands = listen(keypad, 'command');
        pressKey(find(keypad, 'section'), '1');
        digit(keypad, '1');
        expect(commands).not.toHaveBeenCalled();
        expect(find<HTMLElement & { reason: string }>(keypad, 'c-denwa-keys').reason).toBe('c.Denwa_Disabled_Moment');
    });

    it('closes by its button and by Escape', () => {
        const keypad = mount('c-denwa-keypad', DenwaKeypad, { call: aConnectedCall() });
        const closed = listen(keypad, 'close');
        find(keypad, '.denwa-close').click();
        pressKey(find(keypad, 'section'), 'Escape');
        expect(closed).toHaveBeenCalledTimes(2);
    });

    it('is accessible', async () => {
        await expect(mount('c-denwa-keypad', DenwaKeypad, { call: aConnectedCall({ digits: '1' }) })).toBeAccessible();
    });
});
