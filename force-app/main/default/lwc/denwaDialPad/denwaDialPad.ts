import { LightningElement, api } from 'lwc';
import { after } from 'c/denwaClock';
import { send } from 'c/denwaCommand';
import { previewText, whyNotDial } from 'c/denwaDialText';
import { digitOf } from 'c/denwaDigits';
import backspace from '@salesforce/label/c.Denwa_Backspace';
import clear from '@salesforce/label/c.Denwa_Clear';
import dial from '@salesforce/label/c.Denwa_Dial';
import dialExactly from '@salesforce/label/c.Denwa_Dial_Exactly';
import keypadHide from '@salesforce/label/c.Denwa_Keypad_Hide';
import keypadShow from '@salesforce/label/c.Denwa_Keypad_Show';
import redial from '@salesforce/label/c.Denwa_Redial_Last';
import dialPad from '@salesforce/label/c.Denwa_Dial_Pad';
import number from '@salesforce/label/c.Denwa_Number';
import numberPlaceholder from '@salesforce/label/c.Denwa_Number_Placeholder';
import pickUp from '@salesforce/label/c.Denwa_Pick_Up';
import pickUpHint from '@salesforce/label/c.Denwa_Pick_Up_Hint';
import type { DialOption } from '../../../../../src/phone-number/dial-plan';
import type { DialPreview } from '../../../../../src/telephony/dial-question';
import type { PanelOptions } from '../../../../../src/telephony/snapshot';

/** Milliseconds without another key after which screen readers say what would be dialled. */
const PAUSE = 1000;

/**
 * Takes a number by key press, keyboard or paste, shows what would be dialled, and dials it. What was typed stays until the phone has taken
 * it over.
 */
export default class DenwaDialPad extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { backspace, clear, dial, dialExactly, dialPad, number, numberPlaceholder, pickUp, redial };
    @api canDial = false;
    /** Whether something else needs a part of the panel. */
    @api crowded = false;
    /** Whether the line is ready; it may still be at something else, so that the phone cannot dial. */
    @api registered = false;
    /** What was dialled last; null: nothing yet. */
    @api lastDialled: string | null = null;
    @api keypadHidden = false;
    @api notifiedNumbers: PanelOptions['notifiedNumbers'] = [];
    /** Null: as the PBX decides. */
    @api notifiedNumber: string | null = null;
    spoken = '';
    /** What would be dialled for the number, as far as the phone has told. */
    @api preview: DialPreview | null = null;
    private number = '';
    #asked = '';
    #heard = '';
    #hush: (() => void) | undefined;

    /** Whether the agent is in the middle of a number, so that the focus must stay. */
    @api
    get typing(): boolean {
        return this.number !== '' && this.input !== null && document.activeElement === this.input;
    }

    get input(): HTMLInputElement | null {
        return this.querySelector('input') ?? null;
    }

    get padClass(): string {
        return this.crowded ? 'pad pad_crowded' : 'pad';
    }

    get isEmpty(): boolean {
        return this.number === '';
    }

    get cannotDial(): 'true' | 'false' {
        return this.canDial ? 'false' : 'true';
    }

    /** Why a number cannot be dialled now. */
    get hint(): string | undefined {
        return whyNotDial(this.canDial, this.registered);
    }

    get canRedial(): boolean {
        return this.isEmpty && this.lastDialled !== null;
    }

    get hasNotifiedNumbers(): boolean {
        return this.notifiedNumbers.length > 0;
    }

    get pickUpTitle(): string {
        return this.hint ?? pickUpHint;
    }

    get exactlyTitle(): string | undefined {
        return this.hint ?? this.exactly?.dialString;
    }

    get isKeypadShown(): boolean {
        return !this.keypadHidden;
    }

    get keypadTitle(): string {
        return this.keypadHidden ? keypadShow : keypadHide;
    }

    get keypadPressed(): 'true' | 'false' {
        return this.keypadHidden ? 'false' : 'true';
    }

    /** The one that is about the very text in the field: an earlier one may still be there. */
    get ownPreview(): DialPreview | null {
        return this.preview?.number === this.number ? this.preview : null;
    }

    get previewText(): string {
        return this.ownPreview ? previewText(this.ownPreview) : '';
    }

    get isWarning(): boolean {
        const preview = this.ownPreview;
        return preview !== null && (preview.needsConfirmation || (preview.option?.warnings.length ?? 0) > 0);
    }

    get exactly(): DialOption | null {
        return this.ownPreview?.exactly ?? null;
    }

    override renderedCallback(): void {
        if (this.number !== this.#asked) {
            this.#asked = this.number;
            send(this, { type: 'preview-number', number: this.number });
        }
        const text = this.previewText;
        if (text === this.#heard) return;
        this.#heard = text;
        this.#hush?.();
        this.#hush = after(PAUSE, () => (this.spoken = text));
    }

    override disconnectedCallback(): void {
        this.#hush?.();
    }

    @api
    focus(): void {
        this.input?.focus();
    }

    @api
    clear(): void {
        this.number = '';
    }

    /** Puts a number in place of what is there, as a person would type it. */
    @api
    enter(value: string): void {
        this.number = value;
    }

    handleInput(event: Event): void {
        this.number = (event.target as HTMLInputElement).value;
    }

    handleDigit(event: CustomEvent<{ digit: string }>): void {
        this.type(event.detail.digit);
    }

    /** Digits typed while a key or button has the focus go into the number as well. */
    handleKeyDown(event: KeyboardEvent): void {
        const inInput = event.target === this.input;
        const digit = digitOf(event);
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
            event.preventDefault();
            this.handleDialExactly();
        } else if (event.key === 'Enter' && inInput && !event.isComposing) {
            // Otherwise the same Enter would press what gets the focus: the answer to a question that nobody has read.
            event.preventDefault();
            this.handleDial();
        } else if (!inInput && digit !== undefined) {
            event.preventDefault();
            this.type(digit);
        } else if (!inInput && event.key === 'Backspace') {
            this.handleBackspace();
        }
    }

    handleBackspace(): void {
        const { input } = this;
        if (!input) return;
        const end = input.selectionEnd ?? input.value.length;
        const start = input.selectionStart ?? end;
        this.replace(input, '', start === end ? Math.max(0, start - 1) : start, end);
    }

    handleClear(): void {
        this.clear();
        this.focus();
    }

    /** First it shows what would be dialled; the next press dials it. */
    handleRedial(): void {
        if (this.lastDialled !== null) this.enter(this.lastDialled);
        this.focus();
    }

    handleKeypad(): void {
        send(this, { type: 'set-preferences', preferences: { keypadShown: this.keypadHidden } });
    }

    handleDial(): void {
        this.dial(false);
    }

    handleDialExactly(): void {
        this.dial(true);
    }

    handlePickUp(): void {
        if (!this.canDial) return;
        const extension = this.number.trim();
        send(this, { type: 'pick-up', ...(extension === '' ? {} : { extension }) });
    }

    private dial(exactly: boolean): void {
        if (!this.canDial) return;
        if (this.number.trim() === '') this.handleRedial();
        else send(this, { type: 'dial', number: this.number, ...(exactly && { exactly }) });
    }

    private type(digit: string): void {
        const { input } = this;
        if (!input) return;
        const end = input.selectionEnd ?? input.value.length;
        this.replace(input, digit, input.selectionStart ?? end, end);
    }

    /** At the caret, as the keyboard would. */
    private replace(input: HTMLInputElement, text: string, start: number, end: number): void {
        input.setRangeText(text, start, end, 'end');
        this.number = input.value;
    }
}
