import { LightningElement, api } from 'lwc';
import failed from '@salesforce/label/c.Denwa_Screen_Failed';
import loading from '@salesforce/label/c.Denwa_Screen_Loading';
import tryAgain from '@salesforce/label/c.Denwa_Try_Again';

/**
 * Stands where a part of the panel will be that is not loaded yet.
 * @fires partsneeded (bubbles) when the agent asks for it again
 */
export default class DenwaLate extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { failed, loading, tryAgain };
    /** Whether it could not be loaded. */
    @api failed = false;

    handleTryAgain(): void {
        this.dispatchEvent(new CustomEvent('partsneeded', { bubbles: true }));
    }
}
