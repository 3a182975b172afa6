import { LightningElement, api } from 'lwc';
import { controlsOf, type Action, type Control } from 'c/denwaCallControls';
import { messageText, timersOf, type CallTimer } from 'c/denwaCallText';
import { send } from 'c/denwaCommand';
import audioInterrupted from '@salesforce/label/c.Denwa_Audio_Interrupted';
import hangUp from '@salesforce/label/c.Denwa_Hang_Up';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/** What can be opened in place of the buttons. */
type Sheet = 'keypad' | 'transfer';

/**
 * The call that the agent is occupied with: being set up, talked on, on hold, or being ended.
 * @fires newcall to dial another number meanwhile
 */
export default class DenwaActiveCall extends LightningElement {
    readonly label = { audioInterrupted, hangUp };
    @api canDial = false;
    /** Whether the call is a consultation, or has one. */
    @api consulting = false;
    /** Whether the three-way call, if there is one, has come about. */
    @api joined = false;
    /** Whether something else needs a part of the panel. */
    @api crowded = false;
    private callValue!: CallSnapshot;
    private sheet: Sheet | null = null;
    #shownId: string | undefined;
    #focusNext: string | undefined;

    @api
    get call(): CallSnapshot {
        return this.callValue;
    }
    set call(value: CallSnapshot) {
        const { id, transfer } = value;
        const isOnItsWay = transfer !== null && transfer.status !== 'failed';
        // A sheet belongs to its call, and a transfer that is on its way needs none any more.
        if (this.sheet && (id !== this.#shownId || isOnItsWay)) this.closeSheet('.card');
        this.#shownId = id;
        this.callValue = value;
    }

    get message(): string {
        return messageText(this.call, this.joined);
    }

    get messageClass(): string {
        const { localHold, phase, remoteHold } = this.call;
        if (phase !== 'connected') return 'message';
        return localHold === 'none' && !remoteHold ? 'message message_talking' : 'message message_held';
    }

    get cardClass(): string {
        return this.sheet || this.crowded || this.call.transfer?.status === 'failed' ? 'card card_compact' : 'card';
    }

    get middleClass(): string {
        return this.sheet ? 'middle middle_top' : 'middle middle_bottom';
    }

    get timers(): readonly CallTimer[] {
        return timersOf(this.call);
    }

    get controls(): readonly Control[] {
        return controlsOf(this.call, { canDial: this.canDial, consulting: this.consulting });
    }

    get isPlain(): boolean {
        return this.sheet === null;
    }

    get isKeypad(): boolean {
        return this.sheet === 'keypad';
    }

    get isTransfer(): boolean {
        return this.sheet === 'transfer';
    }

    get isInterrupted(): boolean {
        return this.call.phase === 'connected' && (this.call.media === 'disconnected' || this.call.media === 'failed');
    }

    get cannotHangUp(): boolean {
        return !this.call.can.hangUp;
    }

    /** To the card, not to its buttons: Enter pressed twice to answer must not hang up. */
    @api
    focus(): void {
        this.template?.querySelector<HTMLElement>('.card')?.focus();
    }

    override renderedCallback(): void {
        if (this.#focusNext === undefined) return;
        this.template?.querySelector<HTMLElement>(this.#focusNext)?.focus();
        this.#focusNext = undefined;
    }

    handleControl(event: Event): void {
        const { action } = (event.currentTarget as HTMLElement).dataset;
        const control = this.controls.find((other) => other.action === action);
        if (control?.disabled === 'false') this.perform(control.action);
    }

    handleClose(): void {
        this.closeSheet(`[data-action='${this.sheet ?? ''}']`);
    }

    handleHangUp(): void {
        send(this, { type: 'hang-up', callId: this.call.id });
    }

    private perform(action: Action): void {
        const callId = this.call.id;
        switch (action) {
            case 'keypad':
            case 'transfer':
                this.sheet = action;
                this.#focusNext = `[data-sheet='${action}']`;
                break;
            case 'new-call':
                this.dispatchEvent(new CustomEvent('newcall'));
                break;
            case 'mute':
            case 'unmute':
                send(this, { type: 'mute', callId, muted: action === 'mute' });
                break;
            default:
                send(this, { type: action, callId });
        }
    }

    private closeSheet(focusNext: string): void {
        // Nobody is pulled into the panel who works elsewhere in the page.
        if (this.template?.activeElement) this.#focusNext = focusNext;
        this.sheet = null;
    }
}
