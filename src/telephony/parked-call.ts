import type { CallId, RemoteParty } from './call';
import type { RecordLink } from './record';

/** A call that this phone left in a parking slot. */
export interface ParkedCall {
    /** The call that was parked. */
    readonly id: CallId;
    /** What to dial to retrieve it; null while, or because, the PBX has not named it. */
    readonly slot: string | null;
    readonly remote: RemoteParty;
    readonly record: RecordLink | null;
    /** Milliseconds since the Unix epoch. */
    readonly parkedAt: number;
    /** When the PBX calls this phone back, in milliseconds since the Unix epoch. */
    readonly recallAt: number;
}

export type ParkedCallEvent =
    | { readonly type: 'parked-call-added'; readonly call: ParkedCall }
    /** The PBX named the slot after it had taken the call. */
    | { readonly type: 'parked-call-slot'; readonly callId: CallId; readonly slot: string; readonly recallAt: number }
    /** Retrieved, called back, or dismissed by the agent. */
    | { readonly type: 'parked-call-removed'; readonly callId: CallId };

/**
 *     ──added──▶ parked (slot unknown) ──slot──▶ parked (slot known) ──removed──▶
 */
export function parkedCallsTransition(calls: readonly ParkedCall[], event: ParkedCallEvent): readonly ParkedCall[] {
    switch (event.type) {
        case 'parked-call-added':
            return [...calls.filter(({ id }) => id !== event.call.id), event.call];
        case 'parked-call-slot':
            if (!calls.some(({ id }) => id === event.callId)) return calls;
            return calls.map((call) => (call.id === event.callId ? { ...call, slot: event.slot, recallAt: event.recallAt } : call));
        case 'parked-call-removed':
            return calls.some(({ id }) => id === event.callId) ? calls.filter(({ id }) => id !== event.callId) : calls;
    }
}
