import type { Unsubscribe } from '../base/emitter';
import type { StatusSignal } from './agent-status';
import type { CallEnding } from './call-ending';
import type { CallDetails, CallId, MediaState, RemoteParty, ReturnedCall, SipDialog } from './call';
import type { ConnectionEvent } from './connection';
import type { RecordLink } from './record';
import type { RegistrationEvent } from './registration';
import type { LineState, ParkingSlot, TransferFailure } from './transfer';

/** An account at the PBX. The password never leaves this object: no log, no snapshot, no error holds it. */
export interface SipAccount {
    /** WebSocket address of the PBX: `wss://host[:port]/path` (`ws://` only on this machine). */
    readonly server: string;
    /** SIP domain of the account's address of record. */
    readonly domain: string;
    /** User part of the address of record; also what other agents dial. */
    readonly extension: string;
    /** Digest user name. */
    readonly authorizationName: string;
    readonly password: string;
    /** MD5 of `user:realm:password` in hexadecimal (RFC 2617 section 3.2.2.2), in the place of a password. */
    readonly ha1?: string;
    readonly displayName: string | null;
}

/** An inbound call, as its INVITE tells of it. */
export interface OfferedCall {
    readonly callId: CallId;
    readonly remote: RemoteParty;
    readonly details: CallDetails;
    readonly returned: ReturnedCall | null;
    /** The record that whoever transfers the call has been talking about; null: none is told. */
    readonly record: RecordLink | null;
    /** Seconds after which the PBX wants the phone to answer by itself; null: it does not. */
    readonly autoAnswerAfter: number | null;
    readonly dialog: SipDialog;
}

/** What signalling reports. Times are added by whoever receives it. */
export type SignallingEvent =
    | ConnectionEvent
    | RegistrationEvent
    | ({ readonly type: 'call-offered' } & OfferedCall)
    | { readonly type: 'call-ringing'; readonly callId: CallId; readonly dialog: SipDialog }
    | { readonly type: 'call-connected'; readonly callId: CallId; readonly dialog: SipDialog }
    | { readonly type: 'call-media'; readonly callId: CallId; readonly media: MediaState }
    | { readonly type: 'call-held' | 'call-resumed'; readonly callId: CallId }
    | { readonly type: 'call-hold-failed'; readonly callId: CallId; readonly statusCode: number | null }
    | { readonly type: 'call-remote-hold'; readonly callId: CallId; readonly held: boolean }
    | { readonly type: 'call-identified'; readonly callId: CallId; readonly remote: RemoteParty }
    | { readonly type: 'call-transfer-accepted' | 'call-transfer-progressing'; readonly callId: CallId }
    | { readonly type: 'call-transfer-failed'; readonly callId: CallId; readonly failure: TransferFailure }
    /** The PBX named the slot of a call that this phone parked; it does not say which call. */
    | { readonly type: 'slot-announced'; readonly slot: ParkingSlot }
    | { readonly type: 'call-ended'; readonly callId: CallId; readonly ending: CallEnding; readonly dialog: SipDialog | null };

/**
 * The port to the SIP stack. Commands return at once and never throw for reasons of the network: what becomes of them arrives as events.
 * Every call that was dialled or offered gets exactly one `call-ended`. Every `hold` and `resume` of a call that is up gets one answer
 * (`call-held`, `call-resumed` or `call-hold-failed`) unless the call ends first; every transfer ends in `call-transfer-failed` or in the
 * end of the call (`transferred`, `parked`). Operations on one call that change its media run one after the other.
 */
export interface Signalling {
    /** Connects and registers, and keeps trying until `signOut`. Throws where the account's addresses make no sense; nothing was begun then. */
    signIn(account: SipAccount): void;
    /** Unregisters and disconnects; resolves when the PBX agreed or could not be asked. Calls must have been hung up before. */
    signOut(): Promise<void>;
    /**
     * `about`: the record that the other side's phone is to open, where the PBX hands it on (docs/pbx-guide.md). `notifiedNumber`: what the call
     * is to present, where the PBX allows it (P-Preferred-Identity, RFC 3325 section 9.2); null: as the PBX decides.
     */
    dial(callId: CallId, dialString: string, about: RecordLink | null, notifiedNumber: string | null): void;
    answer(callId: CallId): void;
    /** Refuses an offered call: `declined` by the agent, or `busy` because the line is taken. */
    decline(callId: CallId, cause: 'declined' | 'busy'): void;
    /** Ends the call in whatever phase it is (CANCEL or BYE), also when the far side cannot be told. */
    hangUp(callId: CallId): void;
    hold(callId: CallId): void;
    resume(callId: CallId): void;
    /** Sends digits after those that are still being sent. `digits`: 0 to 9, * and #. */
    sendDigits(callId: CallId, digits: string): void;
    /** Blind transfer (REFER). `about` as with `dial`. */
    transfer(callId: CallId, dialString: string, about: RecordLink | null): void;
    /**
     * Transfers the party of `callId` to that of `targetId` (REFER with Replaces), which ends both calls here. While the target rings it is
     * given up, and transferred to blindly instead, `about` as with `dial`.
     */
    completeTransfer(callId: CallId, targetId: CallId, dialString: string, about: RecordLink | null): void;
    /** Transfers the call to an extension that parks it; done as soon as the PBX has accepted. */
    park(callId: CallId, extension: string): void;
    /** Asks what another line is doing; `unknown` when the PBX does not tell within a moment. Never rejects. */
    lineState(extension: string): Promise<LineState>;
    /** Tells the PBX of the agent's status, without a sound. False: the PBX did not take it, or could not be asked. Never rejects. */
    tellStatus(signal: StatusSignal): Promise<boolean>;
    /** Tries to connect at once where it waits for the next attempt's time. */
    reconnect(): void;
    subscribe(listener: (event: SignallingEvent) => void): Unsubscribe;
}
