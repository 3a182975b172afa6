import type { Call, CallId } from '../telephony/call';
import type { Origin } from '../telephony/origin';
import { callsInTheWay, callsTogether, findCall } from '../telephony/selectors';
import { dialledWith } from './notified-number';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';

/**
 * Who has the agent's ear: at most one call, or the calls of one conference.
 *
 *     asked for ──nobody in the way──▶ begins
 *         └──────▶ awaiting, the others are put on hold ──all silent──▶ begins
 *                                                      └──a hold fails, or the agent turns to yet another call──▶ gives up
 */
export class Turns {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'signalling' | 'clock' | 'settings'>;

    constructor(store: Store, parts: Pick<SoftphoneParts, 'signalling' | 'clock' | 'settings'>) {
        this.#store = store;
        this.#parts = parts;
    }

    dial(call: Call, origin: Origin): void {
        this.#supersede();
        const awaits = this.#hasToWait(call);
        this.#store.apply({ type: 'call-started', call: awaits ? { ...call, awaiting: 'dial' } : call }, origin);
        if (!awaits) this.#begin(call.id, 'dial');
    }

    answer(call: Call, origin: Origin): void {
        this.#supersede();
        const awaits = this.#hasToWait(call);
        // First, so that the call has no sound for a moment.
        if (awaits) this.#store.apply({ type: 'call-awaiting', callId: call.id, awaiting: 'answer' }, origin);
        this.#store.apply({ type: 'call-answering', callId: call.id, origin }, origin);
        if (!awaits) this.#begin(call.id, 'answer');
    }

    /** With a call of a conference the whole conference comes back. */
    resume(call: Call, origin: Origin): void {
        this.#supersede();
        const awaits = this.#hasToWait(call);
        for (const { id, localHold } of callsTogether(this.#store.state, call)) {
            if (localHold !== 'held') continue;
            if (awaits) this.#store.apply({ type: 'call-awaiting', callId: id, awaiting: 'resume' }, origin);
            else this.#begin(id, 'resume');
        }
    }

    hold(callId: CallId, origin: Origin): void {
        if (this.#store.apply({ type: 'call-holding', callId }, origin)) this.#parts.signalling.hold(callId);
    }

    /** The PBX did not put the call on hold: whoever waited for it waits in vain. */
    holdFailed(call: Call): void {
        this.#store.raise('hold-failed', '');
        for (const other of this.#store.state.calls) {
            if (other.awaiting !== null && callsInTheWay(this.#store.state, other).some(({ id }) => id === call.id)) this.#giveUp(other);
        }
    }

    /** Lets begin what nobody is in the way of any more, and silences whoever is. */
    settle(): void {
        for (const { id } of this.#store.state.calls) this.#advance(id);
    }

    #advance(callId: CallId): void {
        const { state } = this.#store;
        const call = findCall(state, callId);
        if (!call?.awaiting) return;
        const others = callsInTheWay(state, call);
        if (others.length > 0) return others.filter(({ phase }) => phase === 'connected').forEach(({ id }) => this.hold(id, 'agent'));
        this.#store.apply({ type: 'call-turn', callId }, 'agent');
        this.#begin(callId, call.awaiting);
    }

    #begin(callId: CallId, what: NonNullable<Call['awaiting']>): void {
        switch (what) {
            case 'dial':
                return this.#dial(callId);
            case 'answer':
                return this.#parts.signalling.answer(callId);
            case 'resume':
                if (this.#store.apply({ type: 'call-resuming', callId }, 'agent')) this.#parts.signalling.resume(callId);
        }
    }

    /** A colleague who is asked about a call gets its record before the caller. */
    #dial(callId: CallId): void {
        const { state } = this.#store;
        const { signalling, settings } = this.#parts;
        const call = findCall(state, callId);
        if (!call) return;
        const about = call.consultationOf === null ? null : findCall(state, call.consultationOf)?.record;
        const { dialString, identity } = dialledWith(call, settings());
        signalling.dial(callId, dialString, about ?? null, identity);
    }

    /** The agent's last wish counts: a call that still waits to be resumed stays on hold. */
    #supersede(): void {
        for (const call of this.#store.state.calls) if (call.awaiting === 'resume') this.#giveUp(call);
    }

    #giveUp({ id, awaiting }: Call): void {
        switch (awaiting) {
            case 'dial': {
                const ending = { by: 'system', cause: 'hold-failed' } as const;
                this.#store.apply({ type: 'call-ended', callId: id, at: this.#parts.clock.now(), ending, dialog: null }, 'remote');
                return;
            }
            case 'answer':
                this.#store.apply({ type: 'call-answer-failed', callId: id }, 'agent');
                return;
            case 'resume':
                this.#store.apply({ type: 'call-turn', callId: id }, 'agent');
                return;
            case null:
                return;
        }
    }

    #hasToWait(call: Call): boolean {
        return callsInTheWay(this.#store.state, call).length > 0;
    }
}
