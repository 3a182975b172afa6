import { describeError } from '../base/errors';
import { decideDial } from '../phone-number/dial-plan';
import type { Call, CallId } from '../telephony/call';
import type { RecordLink } from '../telephony/record';
import type { Origin } from '../telephony/origin';
import { findCall, liveCalls, partnerOf, transferPair } from '../telephony/selectors';
import type { OfferedCall } from '../telephony/signalling';
import { isUnderway, type LineState, type Transfer, type TransferFailureCause } from '../telephony/transfer';
import type { SoftphoneParts } from './parts';
import type { Store } from './store';
import type { Turns } from './turns';

/** An agent transfers a few calls while one of them may still come back. */
const MOST_GIVEN = 10;

/** Gives calls on to somebody else, and turns between the two of a consultation. */
export class Transfers {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'signalling' | 'logger' | 'dialPlan'>;
    readonly #turns: Turns;
    /** The calls that were given on last, oldest first: one of them may come back. */
    readonly #given: Call[] = [];

    constructor(store: Store, parts: Pick<SoftphoneParts, 'signalling' | 'logger' | 'dialPlan'>, turns: Turns) {
        this.#store = store;
        this.#parts = parts;
        this.#turns = turns;
    }

    /** Blind. Only the PBX's own extensions can be looked at before; `anyway`: they need not be. */
    transfer(call: Call, number: string, anyway: boolean, origin: Origin): void {
        const { dialString, rule } = decideDial(number, this.#parts.dialPlan());
        if (dialString === null) return this.#store.raise(rule, number);
        if (anyway || rule !== 'extension') return this.#request(call.id, dialString, origin);
        const begun = { type: 'call-transfer-begun', callId: call.id, kind: 'blind', target: dialString, status: 'checking' } as const;
        if (this.#store.apply(begun, origin)) void this.#check(call.id, dialString);
    }

    /** A target that still rings is transferred to without having been spoken to. */
    complete(call: Call, origin: Origin): void {
        const pair = transferPair(this.#store.state, call);
        if (!pair) return;
        const { id } = pair.call;
        const target = pair.target.dialString ?? '';
        const kind = pair.target.phase === 'connected' ? 'attended' : 'blind';
        this.#store.apply({ type: 'call-transfer-begun', callId: id, kind, target, status: 'requested' }, origin);
        this.#parts.signalling.completeTransfer(id, pair.target.id, target, pair.call.record);
    }

    swap(call: Call, origin: Origin): void {
        const held = [call, partnerOf(this.#store.state, call)].find((either) => either?.localHold === 'held');
        if (held) this.#turns.resume(held, origin);
    }

    /**
     * The call whose party was transferred or parked from here and is now calling back: nobody is on it any more. It is told by the party; where that
     * goes by another number now, by the target, but then only while the PBX has the party.
     */
    staleCall({ returned, remote }: Pick<OfferedCall, 'returned' | 'remote'>): Call | null {
        if (returned?.kind !== 'transfer') return null;
        const given = liveCalls(this.#store.state).filter(
            ({ transfer }) => transfer !== null && transfer.kind !== 'attended' && wasRequested(transfer)
        );
        const sameParty = given.find((call) => remote.number !== null && call.remote.number === remote.number);
        return sameParty ?? given.find(({ transfer }) => isUnderway(transfer) && transfer?.target === returned.target) ?? null;
    }

    callEnded(call: Call): void {
        if (call.ending?.cause !== 'transferred') return;
        this.#given.push(call);
        if (this.#given.length > MOST_GIVEN) this.#given.shift();
    }

    /** The record of a caller who was given on from here and comes back. */
    returnedRecord({ returned, remote }: Pick<OfferedCall, 'returned' | 'remote'>): RecordLink | null {
        if (returned?.kind !== 'transfer' || remote.number === null) return null;
        return this.#given.findLast((call) => call.remote.number === remote.number)?.record ?? null;
    }

    async #check(callId: CallId, target: string): Promise<void> {
        const line = await this.#lineState(target);
        this.#store.perform(() => {
            // The call may have ended meanwhile.
            if (findCall(this.#store.state, callId)?.transfer?.status !== 'checking') return;
            const cause = obstacle(line);
            if (cause !== null) this.#store.apply({ type: 'call-transfer-failed', callId, failure: { cause, foreseen: true } }, 'remote');
            else this.#request(callId, target, 'agent');
        });
    }

    async #lineState(extension: string): Promise<LineState> {
        try {
            return await this.#parts.signalling.lineState(extension);
        } catch (error) {
            this.#parts.logger.error('The line could not be looked at', { error: describeError(error) });
            return 'unknown';
        }
    }

    #request(callId: CallId, target: string, origin: Origin): void {
        const begun = { type: 'call-transfer-begun', callId, kind: 'blind', target, status: 'requested' } as const;
        const requested = this.#store.apply({ type: 'call-transfer-requested', callId }, origin) || this.#store.apply(begun, origin);
        if (requested) this.#parts.signalling.transfer(callId, target, findCall(this.#store.state, callId)?.record ?? null);
    }
}

function wasRequested({ status, failure }: Transfer): boolean {
    return status !== 'checking' && failure?.foreseen !== true;
}

/** Why a transfer to such a line would only come back; null: it may well be answered. */
function obstacle(line: LineState): TransferFailureCause | null {
    switch (line) {
        case 'busy':
        case 'ringing':
            return 'busy';
        case 'offline':
            return 'unavailable';
        case 'idle':
        case 'unknown':
            return null;
    }
}
