import { Emitter, type Unsubscribe } from '../base/emitter';
import type { StatusSignal } from '../telephony/agent-status';
import type { CallId, SipDialog } from '../telephony/call';
import type { RecordLink } from '../telephony/record';
import type { CallEnding } from '../telephony/call-ending';
import type { Signalling, SignallingEvent, SipAccount } from '../telephony/signalling';
import type { LineState } from '../telephony/transfer';
import type { FakeExchange } from './exchange.fake';

/** A phone's line to the fake exchange. */
export class FakeSignalling implements Signalling {
    extension = '';
    isOnline = false;
    /** What the exchange makes of hold and resume. `later`: it waits for `answerReinvite`. */
    reinvites: 'agreed' | 'later' | 'refused' = 'agreed';
    /** What the exchange makes of a status. `later`: it waits for `answerStatus`. */
    statuses: 'taken' | 'later' | 'refused' = 'taken';
    /** Every status that was told, and the calls that the exchange had with the phone at that moment. */
    readonly told: { readonly signal: StatusSignal; readonly calls: number }[] = [];
    readonly #unanswered: ((isTaken: boolean) => void)[] = [];
    readonly #exchange: FakeExchange;
    readonly #missed: SignallingEvent[] = [];
    /** Calls that were dialled or offered and have not been reported as ended. */
    readonly #known = new Set<CallId>();
    readonly #events = new Emitter<SignallingEvent>((error) => {
        throw error;
    });

    constructor(exchange: FakeExchange) {
        this.#exchange = exchange;
    }

    signIn(account: SipAccount): void {
        this.extension = account.extension;
        this.#emit({ type: 'connection-connecting', attempt: 0 });
    }

    /** The network and the PBX do their part, which takes a moment. What the PBX did meanwhile is learned now. */
    registers(): void {
        this.isOnline = true;
        this.#exchange.register(this.extension, this);
        this.#emit({ type: 'connection-established' });
        this.#emit({ type: 'registration-registering' });
        this.#emit({ type: 'registration-registered' });
        for (let event = this.#missed.shift(); event; event = this.#missed.shift()) this.#emit(event);
    }

    /** The network fails: calls that are up stay up, what is being set up or negotiated fails. */
    losesConnection(): void {
        this.isOnline = false;
        this.#exchange.unregister(this.extension);
        this.#emit({ type: 'connection-lost', problem: 'closed', attempt: 1, retryAt: 0 });
        this.#emit({ type: 'registration-unregistered' });
        this.#exchange.lineLost(this);
    }

    reconnects(): void {
        this.#emit({ type: 'connection-connecting', attempt: 1 });
        this.registers();
    }

    signOut(): Promise<void> {
        this.isOnline = false;
        this.#exchange.unregister(this.extension);
        this.#emit({ type: 'registration-unregistered' });
        this.#emit({ type: 'connection-closed' });
        return Promise.resolve();
    }

    dial(callId: CallId, dialString: string, about: RecordLink | null = null, notifiedNumber: string | null = null): void {
        this.#note('dial', dialString, ...(notifiedNumber === null ? [] : [`as ${notifiedNumber}`]));
        this.#known.add(callId);
        if (this.isOnline) return this.#exchange.dial(this, callId, dialString, about);
        this.end(callId, { by: 'system', cause: 'connection-lost' });
    }

    answer(callId: CallId): void {
        this.#note('answer');
        this.#exchange.answer(this, callId);
    }

    decline(callId: CallId, cause: 'declined' | 'busy'): void {
        this.#note('decline', cause);
        this.#exchange.hangUp(this, callId, cause);
    }

    hangUp(callId: CallId): void {
        this.#note('hang-up');
        if (!this.#known.has(callId)) throw new Error(`${this.extension} has no call ${callId}`);
        this.#exchange.hangUp(this, callId);
    }

    hold(callId: CallId): void {
        this.#note('hold', this.#exchange.farEnd(this, callId));
        this.#exchange.reinvite(this, callId, 'hold');
    }

    resume(callId: CallId): void {
        this.#note('resume', this.#exchange.farEnd(this, callId));
        this.#exchange.reinvite(this, callId, 'resume');
    }

    sendDigits(_callId: CallId, digits: string): void {
        this.#note('digits', digits);
    }

    transfer(callId: CallId, dialString: string, about: RecordLink | null): void {
        this.#note('transfer', this.#exchange.farEnd(this, callId), dialString);
        this.#exchange.transfer(this, callId, dialString, about);
    }

    completeTransfer(callId: CallId, targetId: CallId, dialString: string, about: RecordLink | null): void {
        this.#note('complete-transfer', this.#exchange.farEnd(this, callId), dialString);
        this.#exchange.completeTransfer(this, callId, targetId, dialString, about);
    }

    park(callId: CallId, extension: string): void {
        this.#note('park', this.#exchange.farEnd(this, callId), extension);
        this.#exchange.park(this, callId);
    }

    lineState(extension: string): Promise<LineState> {
        return Promise.resolve(this.#exchange.lineState(extension));
    }

    tellStatus(signal: StatusSignal): Promise<boolean> {
        this.#note('status', signal.by === 'call' ? signal.dialString : `${signal.extension} ${signal.text}`);
        this.told.push({ signal, calls: this.#exchange.callsOf(this).length });
        if (this.statuses === 'later') return new Promise((answer) => this.#unanswered.push(answer));
        return Promise.resolve(this.isOnline && this.statuses === 'taken');
    }

    /** The exchange answers the oldest status that waits. */
    answerStatus(isTaken: boolean): void {
        this.#unanswered.shift()?.(isTaken);
    }

    reconnect(): void {
        this.#note('reconnect');
        if (!this.isOnline) this.reconnects();
    }

    subscribe(listener: (event: SignallingEvent) => void): Unsubscribe {
        return this.#events.subscribe(listener);
    }

    /** What the exchange tells. A phone that is cut off learns it when it is back. */
    report(event: SignallingEvent): void {
        if (this.isOnline) this.#emit(event);
        else this.#missed.push(event);
    }

    /** What the phone knows by itself, it knows at once. */
    end(callId: CallId, ending: CallEnding): void {
        this.#exchange.forget(this, callId);
        const event: SignallingEvent = { type: 'call-ended', callId, ending, dialog: dialogOf(callId) };
        if (ending.by === 'remote') this.report(event);
        else this.#emit(event);
    }

    holdFails(callId: CallId, statusCode: number | null): void {
        this.#emit({ type: 'call-hold-failed', callId, statusCode });
    }

    transferFails(callId: CallId, cause: 'connection-lost'): void {
        this.#emit({ type: 'call-transfer-failed', callId, failure: { cause, foreseen: false } });
    }

    #emit(event: SignallingEvent): void {
        if (event.type === 'call-offered') this.#known.add(event.callId);
        // The far side's end of a call that was hung up meanwhile.
        if (event.type === 'call-ended' && !this.#known.delete(event.callId)) return;
        this.#events.emit(event);
    }

    #note(...words: string[]): void {
        this.#exchange.journal.push([this.extension, ...words].join(' '));
    }
}

export function dialogOf(callId: CallId): SipDialog {
    return { callId: `${callId}@example.com`, localTag: 'local', remoteTag: 'remote' };
}
