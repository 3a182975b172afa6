import { assertNever } from '../base/assert-never';
import type { CallEnding } from './call-ending';
import type { CallQuality } from './call-quality';
import { holdTransition, type HoldEvent, type LocalHold } from './hold';
import type { Origin } from './origin';
import type { RecordLink, RecordMatch, RecordSource, ScreenPop } from './record';
import { isUnderway, type ParkingSlot, type Transfer, type TransferFailure, type TransferFailureCause } from './transfer';

/** Our own identifier of a call; unlike the SIP Call-ID it exists before any message was sent. */
export type CallId = string;

export interface RemoteParty {
    /** The number as the network presents it, or the dial string of an outbound call; null when it is withheld or unknown. */
    readonly number: string | null;
    readonly displayName: string | null;
    /** Why there is no number, if the network says so: the caller hides it, or the network does not know it. Only with `number: null`. */
    readonly absence?: 'withheld' | 'unavailable';
}

/** RFC 3261 dialog identifiers and Call-ID: what a later INVITE with Replaces (RFC 3891) needs to take the call over. */
export interface SipDialog {
    readonly callId: string;
    readonly localTag: string | null;
    readonly remoteTag: string | null;
}

/** What the PBX tells about an inbound call besides the caller. Null: nothing. */
export interface CallDetails {
    /** The number that the caller dialled. */
    readonly dialledNumber: string | null;
    readonly businessLabel: string | null;
    readonly queue: string | null;
}

export const noDetails: CallDetails = { dialledNumber: null, businessLabel: null, queue: null };

/** Why the PBX calls this phone with a call that it had given away: nobody retrieved it, or nobody took its transfer. */
export type ReturnedCall =
    | { readonly kind: 'park'; readonly slot: string | null }
    | { readonly kind: 'transfer'; readonly target: string | null; readonly cause: TransferFailureCause };

/** The state of the call's RTCPeerConnection, verbatim. */
export type MediaState = 'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed';

/**
 *     outbound  dialing ──180──▶ ringing ──2xx──▶ connected ──hang up──▶ ending ──▶ ended
 *                  └──────────────2xx──────────────▲
 *     inbound   ringing ──answer──▶ answering ──ACK──▶ connected ──hang up──▶ ending ──▶ ended
 *
 * `ended` may follow any phase (busy, cancelled, declined, remote hang-up) and is final. `ending` may follow any phase but `ended`:
 * hanging up is always allowed.
 */
export type CallPhase = 'dialing' | 'ringing' | 'answering' | 'connected' | 'ending' | 'ended';

export interface Call {
    readonly id: CallId;
    readonly direction: 'inbound' | 'outbound';
    /** Who started it. */
    readonly origin: Origin;
    readonly phase: CallPhase;
    /** Who brought it into its present phase: a connected inbound call has the origin of the answer, an ended one that of the hang-up. */
    readonly phaseOrigin: Origin;
    readonly remote: RemoteParty;
    /** What an outbound call dials: its other party's number, or a code or slot behind which somebody is; null for an inbound call. */
    readonly dialString: string | null;
    /** The number of the company that its other party gets to see; null: as the PBX decides. */
    readonly notifiedNumber: string | null;
    /** An extension behind the dialled number, to be asked for or keyed in after the answer. */
    readonly extension: string | null;
    readonly details: CallDetails;
    /** Null for a call that comes for the first time. */
    readonly returned: ReturnedCall | null;
    readonly media: MediaState;
    /** Null until it has been measured. */
    readonly quality: CallQuality | null;
    readonly localHold: LocalHold;
    /** Since when it is on hold here, in milliseconds since the Unix epoch; null when it is not. */
    readonly heldAt: number | null;
    /** Milliseconds that it was on hold here until the last resume. */
    readonly heldFor: number;
    /** The other party put this phone on hold. */
    readonly remoteHold: boolean;
    readonly muted: boolean;
    /** What the call does as soon as every other call is silent; null: nothing. */
    readonly awaiting: 'dial' | 'answer' | 'resume' | null;
    /** The live call that this one was dialled for, to ask whether its party may be transferred; null: an ordinary call. */
    readonly consultationOf: CallId | null;
    /** Takes part in the three-way call. */
    readonly inConference: boolean;
    readonly transfer: Transfer | null;
    /** The digits sent so far. */
    readonly digits: string;
    /** Null until the first SIP message of the call exists. */
    readonly dialog: SipDialog | null;
    readonly record: RecordLink | null;
    /** Null without a record. */
    readonly recordSource: RecordSource | null;
    /** The records that may be the other party's, the likeliest first; empty before the search is through. */
    readonly matches: readonly RecordMatch[];
    /** Null: the CRM shows nothing for it. */
    readonly pop: ScreenPop | null;
    /** Milliseconds since the Unix epoch; null while it has not happened. */
    readonly startedAt: number;
    readonly connectedAt: number | null;
    readonly endedAt: number | null;
    readonly ending: CallEnding | null;
}

export type CallEvent =
    | HoldEvent
    | { readonly type: 'call-awaiting'; readonly callId: CallId; readonly awaiting: 'dial' | 'answer' | 'resume' }
    /** Its turn has come, or it need not wait any more. */
    | { readonly type: 'call-turn'; readonly callId: CallId }
    /** The call that it waited for could not be put on hold: an inbound call rings on. */
    | { readonly type: 'call-answer-failed'; readonly callId: CallId }
    | { readonly type: 'call-remote-hold'; readonly callId: CallId; readonly held: boolean }
    | { readonly type: 'call-muted'; readonly callId: CallId; readonly muted: boolean }
    | { readonly type: 'call-digits'; readonly callId: CallId; readonly digits: string }
    /** The other party is somebody else than was known: after a transfer, a pickup, or at last. */
    | { readonly type: 'call-identified'; readonly callId: CallId; readonly remote: RemoteParty }
    | { readonly type: 'call-conference'; readonly callId: CallId; readonly inConference: boolean }
    | {
          readonly type: 'call-transfer-begun';
          readonly callId: CallId;
          readonly kind: Transfer['kind'];
          readonly target: string;
          readonly status: 'checking' | 'requested';
      }
    | { readonly type: 'call-transfer-requested' | 'call-transfer-accepted' | 'call-transfer-progressing'; readonly callId: CallId }
    | { readonly type: 'call-transfer-failed'; readonly callId: CallId; readonly failure: TransferFailure }
    | { readonly type: 'call-slot'; readonly callId: CallId; readonly slot: ParkingSlot }
    | { readonly type: 'call-ringing'; readonly callId: CallId; readonly dialog: SipDialog }
    | { readonly type: 'call-answering'; readonly callId: CallId; readonly origin: Origin }
    | { readonly type: 'call-connected'; readonly callId: CallId; readonly at: number; readonly dialog: SipDialog }
    | { readonly type: 'call-media'; readonly callId: CallId; readonly media: MediaState }
    | { readonly type: 'call-quality'; readonly callId: CallId; readonly quality: CallQuality }
    /** Null: it turned out not to be about the record that was known. */
    | {
          readonly type: 'call-record';
          readonly callId: CallId;
          readonly record: RecordLink | null;
          readonly source: RecordSource;
      }
    | { readonly type: 'call-matches'; readonly callId: CallId; readonly matches: readonly RecordMatch[] }
    | { readonly type: 'call-pop'; readonly callId: CallId; readonly pop: ScreenPop | null }
    | { readonly type: 'call-ending'; readonly callId: CallId; readonly origin: Origin }
    | {
          readonly type: 'call-ended';
          readonly callId: CallId;
          readonly at: number;
          readonly ending: CallEnding;
          readonly dialog: SipDialog | null;
      };

/** Digits kept for the panel; a call may last all day. */
const MOST_DIGITS = 40;

/** The next state of one call. An event that the diagram does not allow leaves the call as it is. */
export function callTransition(call: Call, event: CallEvent): Call {
    // What was found out about an ended call may still be added; nothing else can change it.
    if (call.phase === 'ended' && !isFinding(event)) return call;
    switch (event.type) {
        case 'call-ringing':
            return call.phase === 'dialing' ? { ...call, phase: 'ringing', phaseOrigin: 'remote', dialog: event.dialog } : call;
        case 'call-answering':
            return call.direction === 'inbound' && call.phase === 'ringing'
                ? { ...call, phase: 'answering', phaseOrigin: event.origin }
                : call;
        case 'call-connected':
            if (call.phase === 'ending' || call.phase === 'connected') return call;
            return {
                ...call,
                phase: 'connected',
                phaseOrigin: call.phase === 'answering' ? call.phaseOrigin : 'remote',
                connectedAt: event.at,
                dialog: event.dialog
            };
        case 'call-media':
            return { ...call, media: event.media };
        case 'call-quality':
            return call.phase === 'connected' ? { ...call, quality: event.quality } : call;
        case 'call-holding':
        case 'call-held':
        case 'call-resuming':
        case 'call-resumed':
        case 'call-hold-failed':
            return call.phase === 'connected' ? holdTransition(call, event) : call;
        case 'call-awaiting':
            return call.phase === 'ending' || call.awaiting === event.awaiting ? call : { ...call, awaiting: event.awaiting };
        case 'call-turn':
            return call.awaiting === null ? call : { ...call, awaiting: null };
        case 'call-answer-failed':
            return call.phase === 'answering' ? { ...call, phase: 'ringing', phaseOrigin: 'remote', awaiting: null } : call;
        case 'call-remote-hold':
            return call.remoteHold === event.held ? call : { ...call, remoteHold: event.held };
        case 'call-muted':
            return call.muted === event.muted ? call : { ...call, muted: event.muted };
        case 'call-digits':
            return { ...call, digits: (call.digits + event.digits).slice(-MOST_DIGITS) };
        case 'call-identified':
            return isSameParty(call.remote, event.remote) ? call : { ...call, remote: event.remote };
        case 'call-conference':
            return call.inConference === event.inConference ? call : { ...call, inConference: event.inConference };
        case 'call-transfer-begun':
        case 'call-transfer-requested':
        case 'call-transfer-accepted':
        case 'call-transfer-progressing':
        case 'call-transfer-failed':
        case 'call-slot':
            return call.phase === 'connected' ? withTransfer(call, event) : call;
        case 'call-record':
            return { ...call, record: event.record, recordSource: event.record && event.source };
        case 'call-matches':
            return { ...call, matches: event.matches };
        case 'call-pop':
            return { ...call, pop: event.pop };
        case 'call-ending':
            return { ...call, phase: 'ending', phaseOrigin: event.origin, awaiting: null };
        case 'call-ended':
            return {
                ...call,
                phase: 'ended',
                phaseOrigin: call.phase === 'ending' ? call.phaseOrigin : 'remote',
                endedAt: event.at,
                ending: event.ending,
                dialog: event.dialog ?? call.dialog,
                localHold: 'none',
                heldAt: null,
                heldFor: call.heldFor + (call.heldAt === null ? 0 : Math.max(0, event.at - call.heldAt)),
                awaiting: null,
                inConference: false,
                transfer: null
            };
        default:
            return assertNever(event);
    }
}

function isFinding({ type }: CallEvent): boolean {
    return type === 'call-record' || type === 'call-matches' || type === 'call-pop';
}

type TransferEvent = Extract<CallEvent, { readonly type: `call-transfer-${string}` | 'call-slot' }>;

/** Steps that come late or twice change nothing; a NOTIFY may overtake the answer to its REFER (RFC 3515 section 2.4.4). */
function withTransfer(call: Call, event: TransferEvent): Call {
    if (event.type === 'call-transfer-begun') {
        if (isUnderway(call.transfer)) return call;
        const { kind, target, status } = event;
        return { ...call, transfer: { kind, target, status, failure: null, slot: null } };
    }
    const { transfer } = call;
    if (!transfer || !isUnderway(transfer)) return call;
    switch (event.type) {
        case 'call-transfer-requested':
            return transfer.status === 'checking' ? { ...call, transfer: { ...transfer, status: 'requested' } } : call;
        case 'call-transfer-accepted':
            return transfer.status === 'requested' ? { ...call, transfer: { ...transfer, status: 'accepted' } } : call;
        case 'call-transfer-progressing':
            return { ...call, transfer: { ...transfer, status: 'progressing' } };
        case 'call-transfer-failed':
            return { ...call, transfer: { ...transfer, status: 'failed', failure: event.failure } };
        case 'call-slot':
            return { ...call, transfer: { ...transfer, slot: event.slot } };
        default:
            return assertNever(event);
    }
}

/** Whole seconds from the answer to the end, as a clock shows them; null for a call that was not answered, or goes on. */
export function talkSeconds({ connectedAt, endedAt }: Pick<Call, 'connectedAt' | 'endedAt'>): number | null {
    return connectedAt === null || endedAt === null ? null : Math.max(0, Math.floor((endedAt - connectedAt) / 1000));
}

export function isSameParty(a: RemoteParty, b: RemoteParty): boolean {
    return a.number === b.number && a.displayName === b.displayName && a.absence === b.absence;
}
