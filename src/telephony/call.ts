import { assertNever } from '../base/assert-never';
import type { CallEnding } from './call-ending';
import type { Origin } from './origin';

/** Our own identifier of a call; unlike the SIP Call-ID it exists before any message was sent. */
export type CallId = string;

export interface RemoteParty {
    /** The number as the network presents it, or the dial string of an outbound call; null when it is withheld or unknown. */
    readonly number: string | null;
    readonly displayName: string | null;
}

/** The CRM record that a call belongs to. */
export interface RecordLink {
    readonly id: string;
    /** API name of the object, such as `Contact`. */
    readonly objectType: string;
    readonly name: string;
}

/** RFC 3261 dialog identifiers and Call-ID: what a later INVITE with Replaces (RFC 3891) needs to take the call over. */
export interface SipDialog {
    readonly callId: string;
    readonly localTag: string | null;
    readonly remoteTag: string | null;
}

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
    readonly media: MediaState;
    /** Null until the first SIP message of the call exists. */
    readonly dialog: SipDialog | null;
    readonly record: RecordLink | null;
    /** Milliseconds since the Unix epoch; null while it has not happened. */
    readonly startedAt: number;
    readonly connectedAt: number | null;
    readonly endedAt: number | null;
    readonly ending: CallEnding | null;
}

export type CallEvent =
    | { readonly type: 'call-ringing'; readonly callId: CallId; readonly dialog: SipDialog }
    | { readonly type: 'call-answering'; readonly callId: CallId; readonly origin: Origin }
    | { readonly type: 'call-connected'; readonly callId: CallId; readonly at: number; readonly dialog: SipDialog }
    | { readonly type: 'call-media'; readonly callId: CallId; readonly media: MediaState }
    | { readonly type: 'call-record'; readonly callId: CallId; readonly record: RecordLink }
    | { readonly type: 'call-ending'; readonly callId: CallId; readonly origin: Origin }
    | {
          readonly type: 'call-ended';
          readonly callId: CallId;
          readonly at: number;
          readonly ending: CallEnding;
          readonly dialog: SipDialog | null;
      };

/** The next state of one call. An event that the diagram does not allow leaves the call as it is. */
export function callTransition(call: Call, event: CallEvent): Call {
    // What was found out about an ended call (its record) may still be added; nothing else can change it.
    if (call.phase === 'ended' && event.type !== 'call-record') return call;
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
        case 'call-record':
            return { ...call, record: event.record };
        case 'call-ending':
            return { ...call, phase: 'ending', phaseOrigin: event.origin };
        case 'call-ended':
            return {
                ...call,
                phase: 'ended',
                phaseOrigin: call.phase === 'ending' ? call.phaseOrigin : 'remote',
                endedAt: event.at,
                ending: event.ending,
                dialog: event.dialog ?? call.dialog
            };
        default:
            return assertNever(event);
    }
}
