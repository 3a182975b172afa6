import DenwaDialQuestion from 'c/denwaDialQuestion';
import type { DialQuestion } from '../../../../../../src/telephony/dial-question';
import {
    anOption,
    aQuestion,
    clearPage,
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

function ask(question: DialQuestion, canDial = true): HTMLElement & { canDial: boolean } {
    return mount('c-denwa-dial-question', DenwaDialQuestion, { question, canDial, registered: true });
}

function confirmation(): DialQuestion {
    return aQuestion({ reason: 'confirm', options: [anOption({ kind: 'international', warnings: ['international'] })], extension: '123' });
}

describe('c-denwa-dial-question', () => {
    afterEach(clearPage);

    it('asks which number is meant, and dials the one that is chosen', () => {
        const asked = ask(aQuestion({ record: { id: '003', objectType: 'Contact', name: 'Bob' } }));
        const commands = listen(asked, 'command');
        expect([textOf(asked, 'h2'), textOf(asked, '.record'), textOf(asked, '.number')]).toEqual([
            'c.Denwa_Question_Which',
            'Bob',
            '03-1234-5678〜9'
        ]);
        find(asked, "[data-dial-string='0312345679']").click();
        expect(commands.mock.calls.flat()).toEqual([{ type: 'choose-number', questionId: 'question-1', dialString: '0312345679' }]);
    });

    it('asks whether a number is really meant, in words', () => {
        const asked = ask(confirmation());
        expect(textOf(asked, 'h2')).toBe('c.Denwa_Question_Confirm');
        expect(textOf(asked, '.kind')).toContain('c.Denwa_Kind_International');
        expect(holds(asked, '.kind lightning-icon')).toBe(true);
        expect(textOf(asked, '.about')).toContain('c.Denwa_Question_Extension');
    });

    it.each([
        ['by its button', (asked: HTMLElement) => find(asked, '.cancel').click()],
        ['by Escape', (asked: HTMLElement) => pressKey(find(asked, '.option'), 'Escape')]
    ])('dials nothing when it is cancelled %s', (_case, cancel) => {
        const asked = ask(aQuestion());
        const commands = listen(asked, 'command');
        cancel(asked);
        expect(commands.mock.calls.flat()).toEqual([{ type: 'dismiss-question', questionId: 'question-1' }]);
    });

    it('does not take the Escape that ends a Japanese conversion', () => {
        const asked = ask(aQuestion());
        const commands = listen(asked, 'command');
        pressKey(find(asked, '.option'), 'Escape', { isComposing: true });
        expect(commands).not.toHaveBeenCalled();
    });

    it('takes the focus to the first number, but where the call itself is the question', () => {
        const which = ask(aQuestion());
        which.focus();
        expect(hasFocus(find(which, "[data-dial-string='0312345678']"))).toBe(true);
        const really = ask(confirmation());
        really.focus();
        expect(hasFocus(find(really, '.cancel'))).toBe(true);
    });

    it('is not answered by the Enter that is still held down', () => {
        const asked = ask(aQuestion());
        const press = (repeat: boolean): KeyboardEvent => {
            const event = new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true });
            find(asked, '.option').dispatchEvent(event);
            return event;
        };
        expect([press(true).defaultPrevented, press(false).defaultPrevented]).toEqual([true, false]);
    });

    it('dials nothing while the phone cannot, and can be left', () => {
        const asked = ask(aQuestion(), false);
        const commands = listen(asked, 'command');
        find(asked, '.option').click();
        asked.focus();
        expect(commands).not.toHaveBeenCalled();
        expect(hasFocus(find(asked, '.cancel'))).toBe(true);
    });

    it('says why the phone cannot dial, without losing the focus', async () => {
        const asked = ask(aQuestion());
        asked.focus();
        expect(whyDisabled(find(asked, '.option'))).toBeUndefined();
        asked.canDial = false;
        await rendered();
        expect(whyDisabled(find(asked, '.option'))).toBe('c.Denwa_Notice_Line_Busy');
        expect(hasFocus(find(asked, '.option'))).toBe(true);
    });

    it('is accessible', async () => {
        await expect(ask(aQuestion())).toBeAccessible();
        await expect(ask(confirmation(), false)).toBeAccessible();
    });
});
