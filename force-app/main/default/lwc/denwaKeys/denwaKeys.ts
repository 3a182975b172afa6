import { LightningElement, api } from 'lwc';
import { DIGITS } from 'c/denwaDigits';
import hash from '@salesforce/label/c.Denwa_Hash';
import star from '@salesforce/label/c.Denwa_Star';

/** How screen readers should say the keys that are no digits. */
const SPOKEN: Readonly<Record<string, string>> = { '*': star, '#': hash };
const KEYS = DIGITS.map((digit) => ({ digit, spoken: SPOKEN[digit] ?? digit }));

/**
 * The twelve keys of a telephone.
 * @fires digit with `{ digit }`
 */
export default class DenwaKeys extends LightningElement {
    static override renderMode = 'light' as const;
    readonly keys = KEYS;
    /** Why nothing comes of a press; undefined: something does. */
    @api reason: string | undefined;

    /** For `aria-disabled`: what is disabled for a moment only must not lose the focus. */
    get disabled(): 'true' | 'false' {
        return this.reason === undefined ? 'false' : 'true';
    }

    handleClick(event: Event): void {
        if (this.reason !== undefined) return;
        const { digit } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('digit', { detail: { digit } }));
    }
}
