import type { Unsubscribe } from '../base/emitter';
import type { CallEnding } from './call-ending';
import type { CallId, MediaState, RemoteParty, SipDialog } from './call';
import type { ConnectionEvent } from './connection';
import type { RegistrationEvent } from './registration';

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
    readonly displayName: string | null;
}

/** What signalling reports. Times are added by whoever receives it. */
export type SignallingEvent =
    | ConnectionEvent
    | RegistrationEvent
    | { readonly type: 'call-offered'; readonly callId: CallId; readonly remote: RemoteParty; readonly dialog: SipDialog }
    | { readonly type: 'call-ringing'; readonly callId: CallId; readonly dialog: SipDialog }
    | { readonly type: 'call-connected'; readonly callId: CallId; readonly dialog: SipDialog }
    | { readonly type: 'call-media'; readonly callId: CallId; readonly media: MediaState }
    | { readonly type: 'call-ended'; readonly callId: CallId; readonly ending: CallEnding; readonly dialog: SipDialog | null };

/**
 * The port to the SIP stack. Commands return at once and never throw for reasons of the network: what becomes of them arrives as events.
 * Every call that was dialled or offered gets exactly one `call-ended`.
 */
export interface Signalling {
    /** Connects and registers, and keeps trying until `signOut`. Throws where the account's addresses make no sense; nothing was begun then. */
    signIn(account: SipAccount): void;
    /** Unregisters and disconnects; resolves when the PBX agreed or could not be asked. Calls must have been hung up before. */
    signOut(): Promise<void>;
    dial(callId: CallId, dialString: string): void;
    answer(callId: CallId): void;
    /** Refuses an offered call: `declined` by the agent, or `busy` because the line is taken. */
    decline(callId: CallId, cause: 'declined' | 'busy'): void;
    /** Ends the call in whatever phase it is (CANCEL or BYE), also when the far side cannot be told. */
    hangUp(callId: CallId): void;
    subscribe(listener: (event: SignallingEvent) => void): Unsubscribe;
}
