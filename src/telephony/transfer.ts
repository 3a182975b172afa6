import type { EndingCause } from './call-ending';

/**
 * Why a transfer came to nothing: what became of the target, in the words of an ending, or
 * - `no-reply`: the PBX took the transfer on and never told how it went
 */
export type TransferFailureCause =
    | Extract<EndingCause, 'busy' | 'no-answer' | 'not-found' | 'unavailable' | 'declined' | 'forbidden' | 'refused' | 'connection-lost'>
    | 'no-reply';

export interface TransferFailure {
    readonly cause: TransferFailureCause;
    /** The SIP status code, where one was given. */
    readonly statusCode?: number;
    /** Known before anything was asked of the PBX: the same transfer may still be asked for. */
    readonly foreseen: boolean;
}

/**
 * The way of one call out of this phone. We are the transferor, the other party of the call is the transferee (RFC 5589).
 *
 *     blind     checking ──target free──▶ requested ──202──▶ accepted ──NOTIFY 1xx──▶ progressing ──NOTIFY 2xx──▶ (the call ends: transferred)
 *                   └──target taken──▶ failed
 *     attended                            requested, and on as above, with Replaces (RFC 3891)
 *     park                                requested, and on as above (the call ends: parked)
 *
 * A refusal, a NOTIFY with 3xx to 6xx, a lost connection or a silence lead to `failed`: the call is still here. Resuming it, holding it or
 * a new transfer leaves the failure behind.
 */
export interface Transfer {
    readonly kind: 'blind' | 'attended' | 'park';
    /** The number that was dialled for it. */
    readonly target: string;
    readonly status: 'checking' | 'requested' | 'accepted' | 'progressing' | 'failed';
    /** Set when failed. */
    readonly failure: TransferFailure | null;
    /** The slot that the PBX has named for a call being parked. */
    readonly slot: ParkingSlot | null;
}

export interface ParkingSlot {
    /** What to dial to retrieve the call. */
    readonly slot: string;
    /** Seconds until the PBX calls back; null where it did not tell. */
    readonly recallAfter: number | null;
}

export function isUnderway(transfer: Transfer | null): boolean {
    return transfer !== null && transfer.status !== 'failed';
}

/** What the PBX knows of an extension before it is dialled (RFC 4235, RFC 3863). `unknown`: it does not say. */
export type LineState = 'idle' | 'ringing' | 'busy' | 'offline' | 'unknown';
