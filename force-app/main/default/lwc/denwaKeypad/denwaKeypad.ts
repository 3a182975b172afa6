import { LightningElement, api } from 'lwc';
import { whyDisabled } from 'c/denwaCallControls';
import { send } from 'c/denwaCommand';
import { digitOf } from 'c/denwaDigits';
import digitsSent from '@salesforce/label/c.Denwa_Digits_Sent';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import keypad from '@salesforce/label/c.Denwa_Keypad';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/** As many as fit beside each other. */
const MOST_SHOWN = 18;

/**
 * Sends digits into a call, each as soon as it is pressed or typed.
 * @fires close
 */
export default class DenwaKeypad extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { digitsSent, dismiss, keypad };
    @api call!: CallSnapshot;

    get lastDigits(): string {
        return this.call.digits.slice(-MOST_SHOWN);
    }

    /** Why no digit can be sent now; undefined: it can. */
    get whyNot(): string | undefined {
        return this.call.can.sendDigits ? undefined : whyDisabled('keypad', this.call);
    }

    @api
    focus(): void {
        this.querySelector<HTMLElement>('.denwa-sheet')?.focus();
    }

    handleDigit(event: CustomEvent<{ digit: string }>): void {
        this.press(event.detail.digit);
    }

    handleKeyDown(event: KeyboardEvent): void {
        const digit = digitOf(event);
        if (event.key === 'Escape') {
            this.handleClose();
        } else if (digit !== undefined && !event.repeat) {
            event.preventDefault();
            this.press(digit);
        }
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    private press(digits: string): void {
        if (this.call.can.sendDigits) send(this, { type: 'send-digits', callId: this.call.id, digits });
    }
}
