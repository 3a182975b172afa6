import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { digitOf } from 'c/denwaDigits';
import backspace from '@salesforce/label/c.Denwa_Backspace';
import clear from '@salesforce/label/c.Denwa_Clear';
import dial from '@salesforce/label/c.Denwa_Dial';
import dialNotReady from '@salesforce/label/c.Denwa_Dial_Not_Ready';
import dialPad from '@salesforce/label/c.Denwa_Dial_Pad';
import lineBusy from '@salesforce/label/c.Denwa_Notice_Line_Busy';
import number from '@salesforce/label/c.Denwa_Number';
import numberPlaceholder from '@salesforce/label/c.Denwa_Number_Placeholder';
import pickUp from '@salesforce/label/c.Denwa_Pick_Up';
import pickUpHint from '@salesforce/label/c.Denwa_Pick_Up_Hint';

/** Takes a number by key press, keyboard or paste, and dials it as typed. What was typed stays until the phone has taken it over. */
export default class DenwaDialPad extends LightningElement {
    readonly label = { backspace, clear, dial, dialPad, number, numberPlaceholder, pickUp, pickUpHint };
    @api canDial = false;
    /** Whether the line is ready; it may still be at something else, so that the phone cannot dial. */
    @api registered = false;
    private number = '';

    /** Whether the agent is in the middle of a number, so that the focus must stay. */
    @api
    get typing(): boolean {
        return this.number !== '' && this.input !== null && this.template?.activeElement === this.input;
    }

    get input(): HTMLInputElement | null {
        return this.template?.querySelector('input') ?? null;
    }

    get isEmpty(): boolean {
        return this.number === '';
    }

    get cannotDial(): boolean {
        return !this.canDial;
    }

    /** Why a number cannot be dialled now. */
    get hint(): string {
        if (this.canDial) return '';
        return this.registered ? lineBusy : dialNotReady;
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
        if (event.key === 'Enter' && inInput && !event.isComposing) {
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

    handleDial(): void {
        if (!this.canDial) return;
        if (this.number.trim() === '') this.focus();
        else send(this, { type: 'dial', number: this.number });
    }

    handlePickUp(): void {
        const extension = this.number.trim();
        send(this, { type: 'pick-up', ...(extension === '' ? {} : { extension }) });
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
