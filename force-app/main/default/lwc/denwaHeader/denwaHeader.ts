import { LightningElement, api } from 'lwc';
import { liveCalls } from 'c/denwaCallOrder';
import { send } from 'c/denwaCommand';
import reload from '@salesforce/label/c.Denwa_Reload';
import reloadConfirm from '@salesforce/label/c.Denwa_Reload_Confirm';
import signOut from '@salesforce/label/c.Denwa_Sign_Out';
import signOutConfirm from '@salesforce/label/c.Denwa_Sign_Out_Confirm';
import type { SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

/** What ends every call. */
type Ending = 'reload' | 'sign-out';

/**
 * The head of the panel: account, line, menu and status. What would end a call asks first.
 * @fires history to show or to leave the history
 * @fires settings to show or to leave the settings
 * @fires cancel when the agent keeps the call
 */
export default class DenwaHeader extends LightningElement {
    static override renderMode = 'light' as const;
    @api snapshot!: SoftphoneSnapshot;
    @api historyShown = false;
    @api settingsShown = false;
    private asked: Ending | null = null;
    #shown: Ending | null = null;

    get inCall(): boolean {
        return liveCalls(this.snapshot.calls).length > 0;
    }

    get hasStatus(): boolean {
        return this.snapshot.agentStatus !== null && this.snapshot.options.statuses.length > 0;
    }

    /** Not any more where the call has ended meanwhile. */
    get isAsking(): boolean {
        return this.asked !== null && this.inCall;
    }

    get confirmText(): string {
        return this.asked === 'reload' ? reloadConfirm : signOutConfirm;
    }

    get confirmYes(): string {
        return this.asked === 'reload' ? reload : signOut;
    }

    override renderedCallback(): void {
        const shown = this.isAsking ? this.asked : null;
        if (shown !== null && shown !== this.#shown) this.querySelector<HTMLElement>('c-denwa-confirm')?.focus();
        this.#shown = shown;
    }

    handleReload(): void {
        this.end('reload');
    }

    handleSignOut(): void {
        this.end('sign-out');
    }

    handleYes(): void {
        if (this.asked) send(this, { type: this.asked });
        this.asked = null;
    }

    handleCancel(): void {
        this.asked = null;
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    private end(type: Ending): void {
        if (this.inCall) this.asked = type;
        else send(this, { type });
    }
}
