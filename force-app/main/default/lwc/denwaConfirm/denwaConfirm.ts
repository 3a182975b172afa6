import { LightningElement, api } from 'lwc';
import cancel from '@salesforce/label/c.Denwa_Cancel';

/**
 * Asks before something that cannot be taken back.
 * @fires yes
 * @fires cancel
 */
export default class DenwaConfirm extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { cancel };
    /** The question, with what would happen. */
    @api text = '';
    /** The button that does it. */
    @api yes = '';

    @api
    focus(): void {
        this.querySelector<HTMLElement>('.cancel')?.focus();
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Escape' && !event.isComposing) this.handleCancel();
    }

    handleYes(): void {
        this.dispatchEvent(new CustomEvent('yes'));
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
