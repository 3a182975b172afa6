import { LightningElement, api } from 'lwc';
import { everySecond } from 'c/denwaClock';
import { send } from 'c/denwaCommand';
import { format } from 'c/denwaText';
import accountSignedOut from '@salesforce/label/c.Denwa_Account_Signed_Out';
import history from '@salesforce/label/c.Denwa_History';
import lineConnecting from '@salesforce/label/c.Denwa_Line_Connecting';
import lineInUse from '@salesforce/label/c.Denwa_Line_In_Use';
import lineLost from '@salesforce/label/c.Denwa_Line_Lost';
import lineOffline from '@salesforce/label/c.Denwa_Line_Offline';
import lineReady from '@salesforce/label/c.Denwa_Line_Ready';
import lineRefused from '@salesforce/label/c.Denwa_Line_Refused';
import lineRefusedStatus from '@salesforce/label/c.Denwa_Line_Refused_Status';
import lineRegistering from '@salesforce/label/c.Denwa_Line_Registering';
import lineUnreachable from '@salesforce/label/c.Denwa_Line_Unreachable';
import signOut from '@salesforce/label/c.Denwa_Sign_Out';
import type { AgentState } from '../../../../../src/telephony/agent';
import type { ConnectionState } from '../../../../../src/telephony/connection';
import type { RegistrationState } from '../../../../../src/telephony/registration';

type Tone = 'ready' | 'busy' | 'waiting' | 'problem' | 'off';

interface LineState {
    readonly tone: Tone;
    readonly text: string;
}

/**
 * Whose phone this is and what its line is doing.
 * @fires history to show or to leave the history
 */
export default class DenwaAccountBar extends LightningElement {
    readonly label = { accountSignedOut, history, signOut };
    @api agent!: AgentState;
    @api registration!: RegistrationState;
    /** Whether a call occupies the line. */
    @api inCall = false;
    @api historyShown = false;
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

    override connectedCallback(): void {
        this.#attached = true;
        this.restartCountdown();
    }

    override disconnectedCallback(): void {
        this.#attached = false;
        this.restartCountdown();
    }

    handleSignOut(): void {
        send(this, { type: 'sign-out' });
    }

    handleHistory(): void {
        this.dispatchEvent(new CustomEvent('history'));
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
