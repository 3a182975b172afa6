import { Emitter, type Unsubscribe } from '../base/emitter';
import type { CallEnding } from '../telephony/call-ending';
import type { CallId, SipDialog } from '../telephony/call';
import type { Signalling, SignallingEvent, SipAccount } from '../telephony/signalling';

interface Line {
    readonly caller: FakeSignalling;
    readonly callerCall: CallId;
    readonly callee: FakeSignalling;
    readonly calleeCall: CallId;
}

/**
 * A telephone exchange for unit tests: joins phones by their extensions and reports to each what the far side did.
 * It keeps the order of a real PBX: ringing is told before the answer, and every call ends exactly once on both sides.
 */
export class FakeExchange {
    /** Everything that was asked of the exchange, in order, such as `1001 dial 1002`. */
    readonly journal: string[] = [];
    readonly #phones = new Map<string, FakeSignalling>();
    readonly #lines: Line[] = [];
    #calls = 0;

    phone(): FakeSignalling {
        return new FakeSignalling(this);
    }

    register(extension: string, phone: FakeSignalling): void {
        this.#phones.set(extension, phone);
    }

    unregister(extension: string): void {
        this.#phones.delete(extension);
    }

    dial(caller: FakeSignalling, callerCall: CallId, dialString: string): void {
        const callee = this.#phones.get(dialString);
        if (!callee) return caller.end(callerCall, { by: 'remote', cause: 'not-found', statusCode: 404 });
        const calleeCall = `offer-${++this.#calls}`;
        this.#lines.push({ caller, callerCall, callee, calleeCall });
        callee.report({
            type: 'call-offered',
            callId: calleeCall,
            remote: { number: caller.extension, displayName: null },
            dialog: dialog(calleeCall)
        });
        caller.report({ type: 'call-ringing', callId: callerCall, dialog: dialog(callerCall) });
    }

    answer(callee: FakeSignalling, calleeCall: CallId): void {
        const line = this.#find(callee, calleeCall);
        callee.report({ type: 'call-connected', callId: line.calleeCall, dialog: dialog(line.calleeCall) });
        line.caller.report({ type: 'call-connected', callId: line.callerCall, dialog: dialog(line.callerCall) });
    }

    hangUp(phone: FakeSignalling, callId: CallId, cause: CallEnding['cause']): void {
        const line = this.#find(phone, callId);
        this.#lines.splice(this.#lines.indexOf(line), 1);
        const other = line.caller === phone ? { phone: line.callee, call: line.calleeCall } : { phone: line.caller, call: line.callerCall };
        phone.end(callId, { by: 'local', cause });
        other.phone.end(other.call, { by: 'remote', cause });
    }

    #find(phone: FakeSignalling, callId: CallId): Line {
        const line = this.#lines.find(
            ({ caller, callerCall, callee, calleeCall }) =>
                (caller === phone && callerCall === callId) || (callee === phone && calleeCall === callId)
        );
        if (!line) throw new Error(`The fake exchange has no call ${callId}`);
        return line;
    }
}

export class FakeSignalling implements Signalling {
    extension = '';
    readonly #exchange: FakeExchange;
    readonly #events = new Emitter<SignallingEvent>((error) => {
        throw error;
    });

    constructor(exchange: FakeExchange) {
        this.#exchange = exchange;
    }

    signIn(account: SipAccount): void {
        this.extension = account.extension;
        this.#exchange.register(account.extension, this);
        this.report({ type: 'connection-connecting', attempt: 0 });
    }

    /** The network and the PBX do their part, which takes a moment. */
    registers(): void {
        this.report({ type: 'connection-established' });
        this.report({ type: 'registration-registering' });
        this.report({ type: 'registration-registered' });
    }

    signOut(): Promise<void> {
        this.#exchange.unregister(this.extension);
        this.report({ type: 'registration-unregistered' });
        this.report({ type: 'connection-closed' });
        return Promise.resolve();
    }

    dial(callId: CallId, dialString: string): void {
        this.#note('dial', dialString);
        this.#exchange.dial(this, callId, dialString);
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
        this.#exchange.hangUp(this, callId, 'hung-up');
    }

    subscribe(listener: (event: SignallingEvent) => void): Unsubscribe {
        return this.#events.subscribe(listener);
    }

    report(event: SignallingEvent): void {
        this.#events.emit(event);
    }

    end(callId: CallId, ending: CallEnding): void {
        this.report({ type: 'call-ended', callId, ending, dialog: dialog(callId) });
    }

    #note(...words: string[]): void {
        this.#exchange.journal.push([this.extension, ...words].join(' '));
    }
}

function dialog(callId: CallId): SipDialog {
    return { callId: `${callId}@example.com`, localTag: 'local', remoteTag: 'remote' };
}
