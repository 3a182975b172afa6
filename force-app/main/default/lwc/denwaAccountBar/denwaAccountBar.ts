import { LightningElement, api } from 'lwc';
import { everySecond } from 'c/denwaClock';
import { send } from 'c/denwaCommand';
import { format } from 'c/denwaText';
import accountSignedOut from '@salesforce/label/c.Denwa_Account_Signed_Out';
import history from '@salesforce/label/c.Denwa_History';
import historyMissed from '@salesforce/label/c.Denwa_History_Missed';
import connectNow from '@salesforce/label/c.Denwa_Connect_Now';
import lineConnecting from '@salesforce/label/c.Denwa_Line_Connecting';
import lineInUse from '@salesforce/label/c.Denwa_Line_In_Use';
import lineLost from '@salesforce/label/c.Denwa_Line_Lost';
import lineOffline from '@salesforce/label/c.Denwa_Line_Offline';
import lineReady from '@salesforce/label/c.Denwa_Line_Ready';
import lineRefused from '@salesforce/label/c.Denwa_Line_Refused';
import lineRefusedStatus from '@salesforce/label/c.Denwa_Line_Refused_Status';
import lineRegistering from '@salesforce/label/c.Denwa_Line_Registering';
import lineUnreachable from '@salesforce/label/c.Denwa_Line_Unreachable';
import reload from '@salesforce/label/c.Denwa_Reload';
import settings from '@salesforce/label/c.Denwa_Settings';
import signOut from '@salesforce/label/c.Denwa_Sign_Out';
import type { AgentState } from '../../../../../src/telephony/agent';
import type { ConnectionState } from '../../../../../src/telephony/connection';
import type { RegistrationState } from '../../../../../src/telephony/registration';

type Tone = 'ready' | 'busy' | 'waiting' | 'problem' | 'off';

interface LineState {
    readonly tone: Tone;
    readonly text: string;
}

const MOST_COUNTED = 99;

/**
 * Whose phone this is and what its line is doing.
 * @fires history to show or to leave the history
 * @fires settings to show or to leave the settings
 * @fires reload
 * @fires signout
 */
export default class DenwaAccountBar extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { accountSignedOut, connectNow, reload, settings, signOut };
    @api agent!: AgentState;
    @api registration!: RegistrationState;
    /** Whether a call occupies the line. */
    @api inCall = false;
    @api historyShown = false;
    @api settingsShown = false;
    /** Calls missed since the agent last looked. */
    @api missedCalls = 0;
    private connectionValue: ConnectionState = { status: 'offline' };
    private now = Date.now();
    #attached = false;
    #stop: (() => void) | undefined;

    @api
    get connection(): ConnectionState {
        return this.connectionValue;
    }
    set connection(value: ConnectionState) {
        this.connectionValue = value;
        this.restartCountdown();
    }

    get account(): string | null {
        return this.agent.status === 'signed-in' ? (this.agent.displayName ?? this.agent.extension) : null;
    }

    /** Null where the account's name already is the extension. */
    get extension(): string | null {
        return this.agent.status === 'signed-in' && this.agent.displayName ? this.agent.extension : null;
    }

    get line(): LineState {
        const connection = this.connectionValue;
        if (connection.status === 'recovering') {
            const seconds = Math.max(0, Math.ceil((connection.retryAt - this.now) / 1000));
            return { tone: 'problem', text: format(connection.problem === 'closed' ? lineLost : lineUnreachable, seconds) };
        }
        if (connection.status === 'connecting') return { tone: 'waiting', text: lineConnecting };
        // The refusal stays in words after the connection was closed because of it.
        if (this.registration.status === 'rejected') return { tone: 'problem', text: refusalText(this.registration) };
        if (connection.status === 'offline') return { tone: 'off', text: lineOffline };
        if (this.registration.status !== 'registered') return { tone: 'waiting', text: lineRegistering };
        return this.inCall ? { tone: 'busy', text: lineInUse } : { tone: 'ready', text: lineReady };
    }

    get dotClass(): string {
        return `dot dot_${this.line.tone}`;
    }

    get historyPressed(): 'true' | 'false' {
        return this.historyShown ? 'true' : 'false';
    }

    get settingsPressed(): 'true' | 'false' {
        return this.settingsShown ? 'true' : 'false';
    }

    get historyName(): string {
        return this.missedCalls === 0 ? history : format(historyMissed, this.missedCalls);
    }

    /** Null: there is none to show. More than a badge can hold is a lot. */
    get badge(): string | null {
        if (this.missedCalls === 0) return null;
        return this.missedCalls > MOST_COUNTED ? `${MOST_COUNTED}+` : String(this.missedCalls);
    }

    get isRecovering(): boolean {
        return this.connectionValue.status === 'recovering';
    }

    override connectedCallback(): void {
        this.#attached = true;
        this.restartCountdown();
    }

    override disconnectedCallback(): void {
        this.#attached = false;
        this.restartCountdown();
    }

    handleSignOut(): void {
        this.dispatchEvent(new CustomEvent('signout'));
    }

    handleReload(): void {
        this.dispatchEvent(new CustomEvent('reload'));
    }

    handleSettings(): void {
        this.dispatchEvent(new CustomEvent('settings', { bubbles: true }));
    }

    handleConnect(): void {
        send(this, { type: 'reconnect' });
    }

    handleHistory(): void {
        this.dispatchEvent(new CustomEvent('history', { bubbles: true }));
    }

    private restartCountdown(): void {
        this.#stop?.();
        this.now = Date.now();
        const connection = this.connectionValue;
        const counting = this.#attached && connection.status === 'recovering';
        this.#stop = counting ? everySecond(connection.retryAt, () => (this.now = Date.now())) : undefined;
    }
}

function refusalText({ problem, statusCode }: Extract<RegistrationState, { status: 'rejected' }>): string {
    return problem === 'refused' ? format(lineRefusedStatus, statusCode) : lineRefused;
}
