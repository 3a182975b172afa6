import DenwaDialPad from 'c/denwaDialPad';
import { clearPage, enterText, find, holds, listen, mount, pressKey, rendered, textOf } from '../../../../../test/fixtures';

interface Pad {
    canDial: boolean;
    registered?: boolean;
    readonly typing?: boolean;
    clear?(): void;
    enter?(number: string): void;
}

function showPad(properties: Pad = { canDial: true }): HTMLElement & Pad {
    return mount<Pad>('c-denwa-dial-pad', DenwaDialPad, properties);
}

function numberOf(pad: HTMLElement): string {
    return find<HTMLInputElement>(pad, 'input').value;
}

async function enter(pad: HTMLElement, text: string): Promise<void> {
    enterText(pad, text);
    await rendered();
}

function pressDigit(pad: HTMLElement, digit: string): void {
    find(pad, 'c-denwa-keys').dispatchEvent(new CustomEvent('digit', { detail: { digit } }));
}

describe('c-denwa-dial-pad', () => {
    afterEach(clearPage);

    it('puts a pressed key where the caret is', async () => {
        const pad = showPad();
        await enter(pad, '0912');
        find<HTMLInputElement>(pad, 'input').setSelectionRange(2, 2);
        pressDigit(pad, '0');
        expect(numberOf(pad)).toBe('09012');
        find<HTMLInputElement>(pad, 'input').setSelectionRange(0, 3);
        find(pad, '.backspace').click();
        expect(numberOf(pad)).toBe('12');
    });

    it('dials what was typed, as it was typed, by button and by Enter', async () => {
        const pad = showPad();
        const dialled = listen(pad, 'command');
        await enter(pad, ' +81 (0)90‐1234 ');
        find(pad, '.dial').click();
        pressKey(find(pad, 'input'), 'Enter');
        expect(dialled.mock.calls).toEqual(Array(2).fill([{ type: 'dial', number: ' +81 (0)90‐1234 ' }]));
        expect(numberOf(pad)).toBe(' +81 (0)90‐1234 ');
    });

    it('does not dial on the Enter that ends a Japanese conversion', async () => {
        const pad = showPad();
        const dialled = listen(pad, 'command');
        await enter(pad, '090');
        pressKey(find(pad, 'input'), 'Enter', { isComposing: true });
        expect(dialled).not.toHaveBeenCalled();
    });

    it('asks for a number when there is none', () => {
        const pad = showPad();
        const dialled = listen(pad, 'command');
        find(pad, '.dial').click();
        expect(dialled).not.toHaveBeenCalled();
        expect(pad.shadowRoot?.activeElement).toBe(find(pad, 'input'));
    });

    it('says why it cannot dial, and does not', async () => {
        const pad = showPad({ canDial: false });
        const dialled = listen(pad, 'command');
        await enter(pad, '1002');
        find(pad, '.dial').click();
        pressKey(find(pad, 'input'), 'Enter');
        expect(dialled).not.toHaveBeenCalled();
        expect(textOf(pad, '.hint')).toBe('c.Denwa_Dial_Not_Ready');
        pad.registered = true;
        await rendered();
        expect(textOf(pad, '.hint')).toBe('c.Denwa_Notice_Line_Busy');
        pad.canDial = true;
        await rendered();
        expect(textOf(pad, '.hint')).toBe('');
    });

    it('takes digits from the keyboard wherever the focus is, but no shortcuts', () => {
        const pad = showPad();
        const key = find(pad, 'c-denwa-keys');
        pressKey(key, '1');
        pressKey(key, '#');
        pressKey(key, '2', { ctrlKey: true });
        pressKey(key, 'a');
        expect(numberOf(pad)).toBe('1#');
        pressKey(key, 'Backspace');
        expect(numberOf(pad)).toBe('1');
    });

    it('picks up a call of the group, or of the extension that was typed', async () => {
        const pad = showPad();
        const commands = listen(pad, 'command');
        find(pad, '.pick-up').click();
        await enter(pad, ' 1005 ');
        find(pad, '.pick-up').click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'pick-up' }, { type: 'pick-up', extension: '1005' }]);
    });

    it('takes a number from elsewhere in place of its own', async () => {
        const pad = showPad();
        await enter(pad, '0312');
        pad.enter?.('1005');
        await rendered();
        expect(numberOf(pad)).toBe('1005');
    });

    it('clears', async () => {
        const pad = showPad();
        expect(holds(pad, '.clear')).toBe(false);
        await enter(pad, '1002');
        find(pad, '.clear').click();
        await rendered();
        expect(numberOf(pad)).toBe('');
        expect(pad.shadowRoot?.activeElement).toBe(find(pad, 'input'));
    });

    it('knows when the agent is in the middle of a number', async () => {
        const pad = showPad();
        pad.focus();
        expect(pad.typing).toBe(false);
        await enter(pad, '09');
        expect(pad.typing).toBe(true);
        find(pad, '.dial').focus();
        expect(pad.typing).toBe(false);
    });

    it('is accessible', async () => {
        const pad = showPad({ canDial: false });
        await enter(pad, '1002');
        await expect(pad).toBeAccessible();
    });
});
