import type { Call, CallId } from './call';
import { isUnderway } from './transfer';

/**
 * What this phone does with the call's audio. Never ahead of the PBX: `held` and `none` follow its answers.
 *
 *     none ──hold──▶ holding ──2xx──▶ held ──resume──▶ resuming ──2xx──▶ none
 *       ▲               │              ▲                   │
 *       └────refused────┘              └──────refused──────┘
 */
export type LocalHold = 'none' | 'holding' | 'held' | 'resuming';

export type HoldEvent =
    | { readonly type: 'call-holding' | 'call-resuming'; readonly callId: CallId }
    | { readonly type: 'call-held' | 'call-resumed'; readonly callId: CallId; readonly at: number }
    /** The PBX refused the re-INVITE, or could not be asked: the call is as it was. */
    | { readonly type: 'call-hold-failed'; readonly callId: CallId; readonly statusCode: number | null };

/** The hold part of a connected call. */
export function holdTransition(call: Call, event: HoldEvent): Call {
    switch (event.type) {
        case 'call-holding':
            return call.localHold === 'none' ? { ...call, localHold: 'holding', transfer: leftBehind(call) } : call;
        case 'call-held':
            return call.localHold === 'holding' ? { ...call, localHold: 'held', heldAt: event.at } : call;
        case 'call-resuming':
            return call.localHold === 'held' ? { ...call, localHold: 'resuming', transfer: leftBehind(call) } : call;
        case 'call-resumed':
            return call.localHold === 'resuming' ? resumed(call, event.at) : call;
        case 'call-hold-failed':
            if (call.localHold === 'holding') return { ...call, localHold: 'none' };
            return call.localHold === 'resuming' ? { ...call, localHold: 'held' } : call;
    }
}

function resumed(call: Call, at: number): Call {
    const heldFor = call.heldFor + (call.heldAt === null ? 0 : Math.max(0, at - call.heldAt));
    return { ...call, localHold: 'none', heldAt: null, heldFor };
}

/** A failed transfer has been read by the time the agent goes on with the call. */
function leftBehind({ transfer }: Call): Call['transfer'] {
    return isUnderway(transfer) ? transfer : null;
}
