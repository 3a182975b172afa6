import { LightningElement, api } from 'lwc';
import { controlsOf, type Action, type Control } from 'c/denwaCallControls';
import { messageText, timersOf, type CallTimer } from 'c/denwaCallText';
import { send } from 'c/denwaCommand';
import { latePart, type LatePartName, type LateParts } from 'c/denwaLateParts';
import { qualitySummary } from 'c/denwaQualityText';
import { keyShortcuts, withShortcut } from 'c/denwaShortcutText';
import { format } from 'c/denwaText';
import disabledMoment from '@salesforce/label/c.Denwa_Disabled_Moment';
import hangUp from '@salesforce/label/c.Denwa_Hang_Up';
import sendExtension from '@salesforce/label/c.Denwa_Send_Extension';
import type { CallLog } from '../../../../../src/telephony/call-log';
import type { CrmState } from '../../../../../src/telephony/crm';
import type { CallQuality } from '../../../../../src/telephony/call-quality';
import type { Preferences } from '../../../../../src/telephony/preferences';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/** What can be opened in place of the buttons. */
type Sheet = 'keypad' | 'transfer' | 'notes' | 'records' | 'quality';

const parts: Record<Sheet, LatePartName> = { keypad: 'keypad', transfer: 'transfer', notes: 'log', records: 'records', quality: 'quality' };

/**
 * The call that the agent is occupied with: being set up, talked on, on hold, or being ended.
 * @fires newcall to dial another number meanwhile
 * @fires partsneeded (bubbles) when one of the `lateParts` is to be shown, which are not there
 */
export default class DenwaActiveCall extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { hangUp };
    @api canDial = false;
    /** Whether the line is ready. */
    @api registered = false;
    @api crm: CrmState | undefined;
    /** The log of the call; undefined where it has none. */
    @api log: CallLog | undefined;
    /** Whether the call is a consultation, or has one. */
    @api consulting = false;
    /** Whether the three-way call, if there is one, has come about. */
    @api joined = false;
    /** Whether something else needs a part of the panel. */
    @api crowded = false;
    @api lateParts: LateParts;
    @api shortcuts!: Preferences['shortcuts'];
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
        // A sheet belongs to its call, and there is nothing to press in it any more when the call is being given away; but to write.
        if (this.sheet && (id !== this.#shownId || (isOnItsWay && this.sheet !== 'notes'))) this.close('.denwa-card');
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
        return this.sheet || this.crowded || this.call.transfer?.status === 'failed' ? 'denwa-card denwa-card_compact' : 'denwa-card';
    }

    get middleClass(): string {
        return this.sheet ? 'middle middle_top' : 'middle middle_bottom';
    }

    get timers(): readonly CallTimer[] {
        return timersOf(this.call);
    }

    get controls(): readonly Control[] {
        const { call, canDial, consulting, log, registered, shortcuts } = this;
        return controlsOf(call, { canDial, canNote: log !== undefined, consulting, registered, shortcuts });
    }

    get isPlain(): boolean {
        return this.sheet === null;
    }

    /** The chosen one, while there is something to show in it. */
    get openSheet(): Sheet | null {
        const { log, quality, sheet } = this;
        if (sheet === 'notes') return log ? sheet : null;
        return sheet === 'quality' && quality === null ? null : sheet;
    }

    get sheetPart(): typeof LightningElement | undefined {
        return latePart(this.lateParts, this.openSheet && parts[this.openSheet]);
    }

    /** Whoever has transferred has loaded it. */
    get transferState(): typeof LightningElement | undefined {
        return latePart(this.lateParts, this.call.transfer && 'transfer-state');
    }

    get transferProperties(): object {
        return { call: this.call };
    }

    get sheetProperties(): object {
        const { call, crm, log, quality } = this;
        if (this.openSheet === 'notes') return { log, crm };
        return this.openSheet === 'quality' ? { quality } : { call };
    }

    get sheetClass(): string {
        return this.openSheet === 'notes' ? 'fill' : '';
    }

    get isLateFailed(): boolean {
        return this.lateParts === 'failed';
    }

    /** Not above the notes, which name the party themselves and need the room. */
    get isPartyShown(): boolean {
        return this.openSheet !== 'notes';
    }

    /** Null: there is none to send, or not now. */
    get extensionText(): string | null {
        const { can, extension } = this.call;
        return extension !== null && can.sendDigits ? format(sendExtension, extension) : null;
    }

    /** Of the audio that both sides exchange now; null where there is none, or nothing is known yet. */
    get quality(): CallQuality | null {
        return this.call.phase === 'connected' ? this.call.quality : null;
    }

    get qualityText(): string {
        return this.quality ? qualitySummary(this.quality.now.mos) : '';
    }

    get isQualityOpen(): 'true' | 'false' {
        return this.openSheet === 'quality' ? 'true' : 'false';
    }

    get hangUpTitle(): string {
        return this.call.can.hangUp ? withShortcut(hangUp, this.shortcuts['hang-up']) : disabledMoment;
    }

    get hangUpKeys(): string | undefined {
        return keyShortcuts(this.shortcuts['hang-up']);
    }

    get cannotHangUp(): 'true' | 'false' {
        return this.call.can.hangUp ? 'false' : 'true';
    }

    /** To the card, not to its buttons: Enter pressed twice to answer must not hang up. */
    @api
    focus(): void {
        this.querySelector<HTMLElement>('.denwa-card')?.focus();
    }

    override renderedCallback(): void {
        if (this.#focusNext === undefined) return;
        const next = this.querySelector<HTMLElement>(this.#focusNext);
        // A sheet that is still being loaded gets it later.
        if (!next && this.openSheet) return;
        next?.focus();
        this.#focusNext = undefined;
    }

    handleControl(event: Event): void {
        const { action } = (event.currentTarget as HTMLElement).dataset;
        const control = this.controls.find((other) => other.action === action);
        if (control?.disabled === 'false') this.perform(control.action);
    }

    handleClose(): void {
        this.close(`[data-sheet-button='${this.sheet ?? ''}']`);
    }

    handlePick(): void {
        this.open('records');
    }

    handleQuality(): void {
        if (this.openSheet === 'quality') this.handleClose();
        else this.open('quality');
    }

    handleExtension(): void {
        send(this, { type: 'send-extension', callId: this.call.id });
    }

    handleHangUp(): void {
        if (this.call.can.hangUp) send(this, { type: 'hang-up', callId: this.call.id });
    }

    private perform(action: Action): void {
        const callId = this.call.id;
        switch (action) {
            case 'keypad':
            case 'transfer':
            case 'notes':
                this.open(action);
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

    private open(sheet: Sheet): void {
        this.sheet = sheet;
        this.#focusNext = `[data-sheet='${sheet}']`;
        if (!this.sheetPart) this.dispatchEvent(new CustomEvent('partsneeded', { bubbles: true }));
    }

    private close(focusNext: string): void {
        // Nobody is pulled into the panel who works elsewhere in the page.
        if (this.hostElement.contains(document.activeElement)) this.#focusNext = focusNext;
        this.sheet = null;
    }
}
