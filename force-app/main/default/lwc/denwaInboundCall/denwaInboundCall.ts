import { LightningElement, api } from 'lwc';
import { messageText, timersOf, type CallTimer } from 'c/denwaCallText';
import { send } from 'c/denwaCommand';
import { latePart, type LateParts } from 'c/denwaLateParts';
import { keyShortcuts, withShortcut } from 'c/denwaShortcutText';
import { returnedText } from 'c/denwaTransferText';
import answer from '@salesforce/label/c.Denwa_Answer';
import decline from '@salesforce/label/c.Denwa_Decline';
import disabledMoment from '@salesforce/label/c.Denwa_Disabled_Moment';
import returnedTransfer from '@salesforce/label/c.Denwa_Returned_Transfer';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/**
 * A call that waits for its answer.
 * @fires partsneeded (bubbles) when one of the `lateParts` is to be shown, which are not there
 */
export default class DenwaInboundCall extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { answer, decline, returnedTransfer };
    @api call!: CallSnapshot;
    @api lateParts: LateParts;
    /** The keys that answer; empty: none. */
    @api shortcut = '';
    /** The call whose record is being chosen. */
    private pickingFor: string | null = null;
    #focusNext: string | undefined;

    get isPlain(): boolean {
        return this.pickingFor !== this.call.id;
    }

    get cardClass(): string {
        return this.isPlain ? 'denwa-card' : 'denwa-card denwa-card_picking';
    }

    get picker(): typeof LightningElement | undefined {
        return latePart(this.lateParts, 'records');
    }

    get pickerProperties(): object {
        return { call: this.call };
    }

    get isLateFailed(): boolean {
        return this.lateParts === 'failed';
    }

    get message(): string {
        return messageText(this.call);
    }

    get timer(): CallTimer {
        return timersOf(this.call)[0];
    }

    get returned(): string | undefined {
        return this.call.returned ? returnedText(this.call.returned) : undefined;
    }

    get isReturnedTransfer(): boolean {
        return this.call.returned?.kind === 'transfer';
    }

    get answerTitle(): string {
        return this.call.can.answer ? withShortcut(answer, this.shortcut) : disabledMoment;
    }

    get answerKeys(): string | undefined {
        return keyShortcuts(this.shortcut);
    }

    get cannotAnswer(): 'true' | 'false' {
        return this.call.can.answer ? 'false' : 'true';
    }

    @api
    focus(): void {
        this.querySelector<HTMLButtonElement>('.answer')?.focus();
    }

    override renderedCallback(): void {
        if (this.#focusNext === undefined) return;
        const next = this.querySelector<HTMLElement>(this.#focusNext);
        // A picker that is still being loaded gets it later.
        if (!next && !this.isPlain) return;
        next?.focus();
        this.#focusNext = undefined;
    }

    handlePick(): void {
        this.pickingFor = this.call.id;
        this.#focusNext = '.picker';
        if (!this.picker) this.dispatchEvent(new CustomEvent('partsneeded', { bubbles: true }));
    }

    handleClose(): void {
        this.pickingFor = null;
        this.#focusNext = '.record';
    }

    handleAnswer(): void {
        if (this.call.can.answer) send(this, { type: 'answer', callId: this.call.id });
    }

    handleDecline(): void {
        send(this, { type: 'decline', callId: this.call.id });
    }
}
