import { TransportState } from 'sip.js/lib/api/transport-state.js';
import { UserAgentState } from 'sip.js/lib/api/user-agent-state.js';
import type { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { Message } from 'sip.js/lib/api/message.js';
import type { Invitation } from 'sip.js/lib/api/invitation.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { URI } from 'sip.js/lib/grammar/uri.js';
import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { StatusSignal } from '../telephony/agent-status';
import type { CallId } from '../telephony/call';
import type { CallHeaderNames } from '../telephony/call-settings';
import type { RecordLink } from '../telephony/record';
import type { SignallingEvent, SipAccount } from '../telephony/signalling';
import type { LineState } from '../telephony/transfer';
import { accountAddress, dialAddress } from './addresses';
import type { CallMedia } from './call-media';
import { Connection, type OnWake } from './connection';
import { InboundCall } from './inbound-call';
import { askLineState } from './line-state';
import { failOutstandingRequests } from './lost-connection';
import type { MediaSession, MediaSessionFactory } from './media-session';
import { writeNotifiedNumber } from './notified-number';
import { OutboundCall } from './outbound-call';
import { OutstandingEndings } from './outstanding-endings';
import type { ReconnectPolicy } from './reconnect-policy';
import { writeRecord } from './record-header';
import { Registration } from './registration';
import type { SipCall, SipCallParts } from './sip-call';
import { SipError } from './sip-error';
import { readSlot } from './slot-announcement';
import { StatusSignals } from './status-signals';
import { createUserAgent, type UserAgentParts } from './user-agent';

export interface SipLineParts extends Omit<UserAgentParts, 'address' | 'delegate' | 'mediaSessions'> {
    readonly media: CallMedia;
    readonly mediaSessions: MediaSessionFactory;
    readonly headerNames: () => CallHeaderNames;
    readonly clock: Clock;
    readonly random: () => number;
    readonly policy: ReconnectPolicy;
    readonly onWake: OnWake;
    readonly newId: () => string;
    readonly ready: (callId: CallId) => Promise<void>;
    readonly logger: Logger;
    readonly emit: (event: SignallingEvent) => void;
}

/** Milliseconds that a target gets to stop ringing before it is rung again by a transfer. */
const CANCEL_LIMIT = 2_000;

/** All that lives from sign-in to sign-out: the user agent of one account, its connection, registration and calls. */
export class SipLine {
    readonly #parts: SipLineParts;
    readonly #extension: string;
    readonly #address: URI;
    readonly #userAgent: UserAgent;
    readonly #connection: Connection;
    readonly #registration: Registration;
    readonly #calls = new Map<CallId, SipCall>();
    readonly #endings = new OutstandingEndings();
    readonly #statusSignals: StatusSignals;
    #isClosing = false;

    constructor(account: SipAccount, parts: SipLineParts) {
        this.#parts = parts;
        this.#address = accountAddress(account);
        this.#extension = account.extension;
        this.#userAgent = createUserAgent(account, {
            ...parts,
            address: this.#address,
            mediaSessions: (session) => this.#openMediaSession(session),
            delegate: {
                onInvite: (invitation) => this.#onInvite(invitation),
                onMessage: (message) => this.#onMessage(message)
            }
        });
        this.#userAgent.transport.stateChange.addListener((state) => {
            if (state === TransportState.Connected) this.#connection.opened();
            if (state === TransportState.Disconnected) this.#connection.closed();
        });
        const { clock, policy, onWake, logger, emit } = parts;
        this.#connection = new Connection({
            connect: () => (this.#userAgent.state === UserAgentState.Started ? this.#userAgent.reconnect() : this.#userAgent.start()),
            disconnect: () => this.#userAgent.transport.disconnect(),
            policy,
            clock,
            onWake,
            emit: (event) => {
                emit(event);
                if (event.type === 'connection-established') this.#onConnected();
                if (event.type === 'connection-lost') this.#onConnectionLost();
            },
            logger: logger.child('connection')
        });
        this.#registration = new Registration({
            userAgent: this.#userAgent,
            policy,
            clock,
            emit: (event) => {
                if (event.type === 'registration-registered') this.#connection.proved();
                emit(event);
            },
            onSilence: () => this.#connection.reset(),
            logger: logger.child('registration')
        });
        this.#statusSignals = new StatusSignals({
            userAgent: this.#userAgent,
            address: this.#address,
            isConnected: () => this.#connection.isConnected,
            clock,
            newId: parts.newId,
            callParts: () => this.#callParts(),
            logger: logger.child('status')
        });
    }

    open(): void {
        this.#connection.open();
    }

    reconnect(): void {
        this.#connection.retry();
    }

    /** Signs out. The PBX may take its time to agree; from now on no call begins. */
    async close(): Promise<void> {
        this.#isClosing = true;
        for (const call of [...this.#calls.values()]) call.hangUp();
        if (this.#statusSignals.isTelling) await this.#statusSignals.finish();
        await this.#registration.unregister();
        this.#connection.close();
        await this.#userAgent.stop();
    }

    dial(callId: CallId, dialString: string, about: RecordLink | null, notifiedNumber: string | null): void {
        const target = dialAddress(dialString, this.#address);
        if (!target) {
            this.#parts.logger.warn('Not a dial string', { callId });
            return this.#fail(callId, 'refused');
        }
        if (this.#isClosing || !this.#connection.isConnected) return this.#fail(callId, 'connection-lost');
        const headers = [...this.#headersAbout(callId, about), ...this.#headersPresenting(callId, notifiedNumber)];
        const call = new OutboundCall(callId, this.#userAgent, target, headers, this.#callParts());
        this.#calls.set(callId, call);
        void call.invite();
    }

    answer(callId: CallId): void {
        const call = this.#calls.get(callId);
        if (call instanceof InboundCall) void call.answer();
        else this.#parts.logger.debug('No such call to answer', { callId });
    }

    decline(callId: CallId, cause: 'declined' | 'busy'): void {
        const call = this.#calls.get(callId);
        if (call instanceof InboundCall) call.decline(cause);
        else this.#parts.logger.debug('No such call to decline', { callId });
    }

    hangUp(callId: CallId): void {
        const call = this.#calls.get(callId);
        if (call) call.hangUp();
        else this.#parts.logger.debug('No such call to hang up', { callId });
    }

    hold(callId: CallId, held: boolean): void {
        this.#connected(callId)?.operations.hold(held);
    }

    sendDigits(callId: CallId, digits: string): void {
        this.#connected(callId)?.operations.sendDigits(digits);
    }

    transfer(callId: CallId, dialString: string, about: RecordLink | null): void {
        const call = this.#connected(callId);
        const target = call && this.#transferTarget(callId, dialString);
        if (target) call.operations.transfer(target, this.#headersAbout(callId, about));
    }

    completeTransfer(callId: CallId, targetId: CallId, dialString: string, about: RecordLink | null): void {
        const call = this.#connected(callId);
        const target = this.#calls.get(targetId);
        if (!call) return;
        if (!target) this.#failTransfer(callId, 'unavailable');
        else if (target.isConnected) call.operations.transferTo(target.operations, this.#headersAbout(callId, about));
        else void this.#transferInstead(call, target, dialString, about);
    }

    park(callId: CallId, extension: string): void {
        const call = this.#connected(callId);
        const target = call && this.#transferTarget(callId, extension);
        if (target) call.operations.park(target);
    }

    async lineState(extension: string): Promise<LineState> {
        const line = dialAddress(extension, this.#address);
        if (!line || this.#isClosing || !this.#connection.isConnected) return 'unknown';
        const { clock, logger } = this.#parts;
        return askLineState(line, { core: this.#userAgent.userAgentCore, clock, logger: logger.child('line-state') });
    }

    async tellStatus(signal: StatusSignal): Promise<boolean> {
        return !this.#isClosing && this.#statusSignals.tell(signal);
    }

    #connected(callId: CallId): SipCall | undefined {
        const call = this.#calls.get(callId);
        if (call?.isConnected) return call;
        this.#parts.logger.debug('No such call is connected', { callId });
        return undefined;
    }

    /** Null: the transfer came to nothing, which has been told. */
    #transferTarget(callId: CallId, dialString: string): URI | null {
        const target = dialAddress(dialString, this.#address);
        if (!target) this.#failTransfer(callId, 'refused');
        return target;
    }

    /** A record that cannot be told is no reason not to call. */
    #headersAbout(callId: CallId, about: RecordLink | null): readonly string[] {
        const header = about && writeRecord(about);
        if (about && header === null) this.#parts.logger.warn('The record cannot be told to the other phone', { callId });
        return header === null ? [] : [header];
    }

    /** A number that cannot be presented is no reason either. */
    #headersPresenting(callId: CallId, notifiedNumber: string | null): readonly string[] {
        const header = notifiedNumber === null ? null : writeNotifiedNumber(notifiedNumber, this.#address);
        if (notifiedNumber !== null && header === null) this.#parts.logger.warn('The number cannot be presented', { callId });
        return header === null ? [] : [header];
    }

    /** REFER with Replaces needs a call to be replaced, which a target that rings is not yet: gives it up and transfers blindly. */
    async #transferInstead(call: SipCall, target: SipCall, dialString: string, about: RecordLink | null): Promise<void> {
        const address = this.#transferTarget(call.id, dialString);
        if (!address) return;
        target.hangUp();
        // Otherwise the target might be busy with us. If it answers in this moment, sip.js hangs up.
        await target.isOver(CANCEL_LIMIT);
        call.operations.transfer(address, this.#headersAbout(call.id, about));
    }

    #openMediaSession(session: Session): MediaSession {
        const call = [...this.#calls.values()].find((candidate) => candidate.session === session);
        const mediaSession = call ? call.openMediaSession() : this.#statusSignals.openMediaSession(session);
        if (!mediaSession) throw new SipError('call-over', 'The call ended before its media was prepared');
        return mediaSession;
    }

    #onInvite(invitation: Invitation): void {
        if (this.#isClosing) return void this.#turnAway(invitation);
        const call = new InboundCall(this.#parts.newId(), invitation, this.#callParts());
        this.#calls.set(call.id, call);
        void call.offer(this.#parts.headerNames());
    }

    /** In or outside of a call. Every MESSAGE is accepted, whatever it is about: there is nobody who could do better with an error. */
    #onMessage(message: Message): void {
        void message.accept();
        const slot = readSlot(message.request);
        if (slot) this.#parts.emit({ type: 'slot-announced', slot });
        else this.#parts.logger.debug('A text message was ignored');
    }

    /** The agent has left, and the PBX does not know it yet. */
    async #turnAway(invitation: Invitation): Promise<void> {
        this.#parts.logger.info('Turned a call away while signing out', { sipCallId: invitation.request.callId });
        try {
            await invitation.reject({ statusCode: 480 });
        } catch (error) {
            this.#parts.logger.warn('A call could not be turned away', { error: describeError(error) });
        }
    }

    #onConnected(): void {
        this.#endings.repeat(this.#userAgent.userAgentCore);
        if (!this.#isClosing) this.#registration.start();
        for (const call of this.#calls.values()) call.connectionRegained();
    }

    #onConnectionLost(): void {
        this.#registration.stop();
        failOutstandingRequests(this.#userAgent.userAgentCore, this.#parts.logger);
        for (const call of [...this.#calls.values()]) call.connectionLost();
        this.#statusSignals.connectionLost();
    }

    #callParts(): SipCallParts {
        const { media, mediaSessions, clock, random, ready, logger, emit } = this.#parts;
        return {
            extension: this.#extension,
            media,
            mediaSessions,
            clock,
            random,
            ready,
            logger: logger.child('call'),
            endings: this.#endings,
            onMessage: (message) => this.#onMessage(message),
            emit: (event) => {
                if (event.type === 'call-ended') this.#calls.delete(event.callId);
                emit(event);
            }
        };
    }

    #failTransfer(callId: CallId, cause: 'refused' | 'unavailable'): void {
        this.#parts.emit({ type: 'call-transfer-failed', callId, failure: { cause, foreseen: false } });
    }

    #fail(callId: CallId, cause: 'refused' | 'connection-lost'): void {
        this.#parts.emit({ type: 'call-ended', callId, ending: { by: 'system', cause }, dialog: null });
    }
}
