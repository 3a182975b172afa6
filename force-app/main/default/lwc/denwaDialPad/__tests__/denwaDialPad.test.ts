import DenwaDialPad from 'c/denwaDialPad';
import type { DialOption } from '../../../../../../src/phone-number/dial-plan';
import type { SoftphoneCommand } from '../../../../../../src/telephony/command';
import type { DialPreview } from '../../../../../../src/telephony/dial-question';
import {
    clearPage,
    enterText,
    find,
    holds,
    listen,
    mount,
    pressKey,
    rendered,
    textOf,
    hasFocus,
    whyDisabled
} from '../../../../../test/fixtures';

interface Pad {
    canDial: boolean;
    registered?: boolean;
    preview?: DialPreview | null;
    readonly typing?: boolean;
    lastDialled?: string | null;
    keypadHidden?: boolean;
    notifiedNumbers?: readonly { number: string; label: string; numberText: string }[];
    clear?(): void;
    enter?(number: string): void;
}

function showPad(properties: Pad = { canDial: true }): HTMLElement & Pad {
    return mount<Pad>('c-denwa-dial-pad', DenwaDialPad, properties);
}

const mobile: DialOption = { dialString: '09012345678', number: '09012345678', shown: '090-1234-5678', kind: 'mobile', warnings: [] };

function aPreview(overrides: Partial<DialPreview> = {}): DialPreview {
    return {
        number: '090',
        option: null,
        extension: null,
        problem: null,
        candidates: [],
        exactly: null,
        needsConfirmation: false,
        ...overrides
    };
}

/** What the pad asked for, but for previews. */
function sentTo(pad: HTMLElement): () => readonly SoftphoneCommand[] {
    const commands = listen(pad, 'command');
    return () => (commands.mock.calls.flat() as SoftphoneCommand[]).filter(({ type }) => type !== 'preview-number');
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
        const dialled = sentTo(pad);
        await enter(pad, ' +81 (0)90‐1234 ');
        find(pad, '.dial').click();
        pressKey(find(pad, 'input'), 'Enter');
        expect(dialled()).toEqual(Array(2).fill({ type: 'dial', number: ' +81 (0)90‐1234 ' }));
        expect(numberOf(pad)).toBe(' +81 (0)90‐1234 ');
    });

    it('shows the last number at the first press of Enter, and dials it at the second', async () => {
        const pad = showPad({ canDial: true, lastDialled: '0312345678' });
        const dialled = sentTo(pad);
        pressKey(find(pad, 'input'), 'Enter');
        await rendered();
        expect(numberOf(pad)).toBe('0312345678');
        expect(dialled()).toEqual([]);
        pressKey(find(pad, 'input'), 'Enter');
        expect(dialled()).toEqual([{ type: 'dial', number: '0312345678' }]);
    });

    it('offers to redial only while nothing is typed and something was dialled', async () => {
        const pad = showPad({ canDial: true, lastDialled: '0312345678' });
        find(pad, '.redial').click();
        await rendered();
        expect(numberOf(pad)).toBe('0312345678');
        expect(holds(pad, '.redial')).toBe(false);
        clearPage();
        expect(holds(showPad(), '.redial')).toBe(false);
    });

    it('hides and shows the keys', () => {
        const pad = showPad({ canDial: true, keypadHidden: true });
        const sent = sentTo(pad);
        expect(holds(pad, 'c-denwa-keys')).toBe(false);
        find(pad, '.toggle').click();
        expect(sent()).toEqual([{ type: 'set-preferences', preferences: { keypadShown: true } }]);
    });

    it('says which number is notified where there is a choice', () => {
        expect(holds(showPad(), 'c-denwa-notified-number')).toBe(false);
        const numbers = [{ number: '0312345678', label: '', numberText: '03-1234-5678' }];
        expect(holds(showPad({ canDial: true, notifiedNumbers: numbers }), 'c-denwa-notified-number')).toBe(true);
    });

    it('says on the buttons why it cannot dial', () => {
        const pad = showPad({ canDial: false, registered: false });
        const sent = sentTo(pad);
        for (const button of ['.dial', '.pick-up'].map((name) => find(pad, name))) {
            button.focus();
            button.click();
            expect([whyDisabled(button), hasFocus(button)]).toEqual(['c.Denwa_Dial_Not_Ready', true]);
        }
        expect(sent()).toEqual([]);
        clearPage();
        expect(find(showPad(), '.dial').title).toBe('');
    });

    it('does not dial on the Enter that ends a Japanese conversion', async () => {
        const pad = showPad();
        const dialled = sentTo(pad);
        await enter(pad, '090');
        pressKey(find(pad, 'input'), 'Enter', { isComposing: true });
        expect(dialled()).toEqual([]);
    });

    it('keeps its Enter from pressing what gets the focus next', async () => {
        const pad = showPad();
        await enter(pad, '090');
        const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
        find(pad, 'input').dispatchEvent(event);
        expect(event.defaultPrevented).toBe(true);
    });

    it('asks for a number when there is none', () => {
        const pad = showPad();
        const dialled = sentTo(pad);
        find(pad, '.dial').click();
        expect(dialled()).toEqual([]);
        expect(hasFocus(find(pad, 'input'))).toBe(true);
    });

    it('says why it cannot dial, and does not', async () => {
        const pad = showPad({ canDial: false });
        const dialled = sentTo(pad);
        await enter(pad, '1002');
        find(pad, '.dial').click();
        pressKey(find(pad, 'input'), 'Enter');
        expect(dialled()).toEqual([]);
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
        const commands = sentTo(pad);
        find(pad, '.pick-up').click();
        await enter(pad, ' 1005 ');
        find(pad, '.pick-up').click();
        expect(commands()).toEqual([{ type: 'pick-up' }, { type: 'pick-up', extension: '1005' }]);
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
        expect(hasFocus(find(pad, 'input'))).toBe(true);
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

    describe('the preview', () => {
        it('is asked for once per change, whoever changed the number', async () => {
            const pad = showPad();
            const commands = listen(pad, 'command');
            await enter(pad, '09');
            pressDigit(pad, '0');
            await rendered();
            pad.registered = true;
            await rendered();
            pad.enter?.('1005');
            await rendered();
            pad.clear?.();
            await rendered();
            const numbers = (commands.mock.calls.flat() as { readonly number: string }[]).map(({ number }) => number);
            expect(numbers).toEqual(['09', '090', '1005', '']);
        });

        it('is shown for the very text in the field only', async () => {
            const pad = showPad({ canDial: true, preview: aPreview({ option: mobile }) });
            await enter(pad, '0901');
            expect(textOf(pad, '.preview-text')).toBe('');
            await enter(pad, '090');
            expect(textOf(pad, '.preview-text')).toBe('090-1234-5678 · c.Denwa_Kind_Mobile');
        });

        it('is told by screen readers after a pause, not at every digit', async () => {
            jest.useFakeTimers();
            const pad = showPad();
            const spoken = (): string => textOf(pad, '[role=status]');
            for (const number of ['0', '09', '090']) {
                pad.preview = aPreview({ number, option: { ...mobile, shown: number } });
                // eslint-disable-next-line no-await-in-loop -- typed one after the other
                await enter(pad, number);
                jest.advanceTimersByTime(500);
            }
            await rendered();
            expect(spoken()).toBe('');
            jest.advanceTimersByTime(500);
            await rendered();
            expect(spoken()).toBe('090 · c.Denwa_Kind_Mobile');
            jest.useRealTimers();
        });

        it.each([
            ['plain', { option: mobile }, false],
            ['warned of', { option: { ...mobile, warnings: ['caller-id-withheld'] } }, true],
            ['to be confirmed', { option: mobile, needsConfirmation: true }, true],
            ['no number', { problem: 'number-not-dialable' }, false]
        ] as [string, Partial<DialPreview>, boolean][])(
            'has a sign where something is to be noted: %s',
            async (_case, preview, expected) => {
                const pad = showPad({ canDial: true, preview: aPreview(preview) });
                await enter(pad, '090');
                expect(holds(pad, '.preview lightning-icon')).toBe(expected);
            }
        );
    });

    it('dials exactly as typed by one key, and by a button where that is something else', async () => {
        const pad = showPad({ canDial: true, preview: aPreview({ option: mobile }) });
        const sent = sentTo(pad);
        await enter(pad, '090');
        expect(holds(pad, '.exactly')).toBe(false);
        pressKey(find(pad, 'input'), 'Enter', { ctrlKey: true });
        pressKey(find(pad, '.dial'), 'Enter', { metaKey: true });
        pad.preview = aPreview({ option: mobile, exactly: { ...mobile, dialString: '090', kind: 'unknown' } });
        await rendered();
        expect(find(pad, '.exactly').title).toBe('090');
        find(pad, '.exactly').click();
        pad.canDial = false;
        pad.registered = true;
        await rendered();
        expect(whyDisabled(find(pad, '.exactly'))).toBe('c.Denwa_Notice_Line_Busy');
        find(pad, '.exactly').click();
        expect(sent()).toEqual(Array(3).fill({ type: 'dial', number: '090', exactly: true }));
    });

    it('is accessible', async () => {
        const pad = showPad({
            canDial: false,
            preview: aPreview({ number: '1002', option: mobile, exactly: mobile, needsConfirmation: true })
        });
        await enter(pad, '1002');
        await expect(pad).toBeAccessible();
    });
});
