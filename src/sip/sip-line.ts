import { TransportState } from 'sip.js/lib/api/transport-state.js';
import type { UserAgentOptions } from 'sip.js/lib/api/user-agent-options.js';
import { UserAgentState } from 'sip.js/lib/api/user-agent-state.js';
import { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { Invitation } from 'sip.js/lib/api/invitation.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { URI } from 'sip.js/lib/grammar/uri.js';
import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { SignallingEvent, SipAccount } from '../telephony/signalling';
import { accountAddress, dialAddress, quotableName } from './addresses';
import type { CallMedia } from './call-media';
import { Connection, type OnWake } from './connection';
import { InboundCall } from './inbound-call';
import { forwardLog } from './log-bridge';
import type { MediaSession, MediaSessionFactory } from './media-session';
import { OutboundCall } from './outbound-call';
import { OutstandingByes } from './outstanding-byes';
import type { ReconnectPolicy } from './reconnect-policy';
import { Registration } from './registration';
import type { SipCall, SipCallParts } from './sip-call';
import { SipError } from './sip-error';

export interface SipLineParts {
    readonly media: CallMedia;
    readonly mediaSessions: MediaSessionFactory;
    readonly clock: Clock;
    readonly policy: ReconnectPolicy;
    readonly onWake: OnWake;
    readonly newId: () => string;
    readonly logger: Logger;
    readonly instanceId: string;
    readonly userAgentString: string;
    readonly transport: UserAgentOptions['transportConstructor'];
    readonly emit: (event: SignallingEvent) => void;
}

/** Seconds after which sip.js gives up what the PBX lets ring: longer than any PBX does (RFC 3261 timer C is 3 minutes). */
const RING_LIMIT = 200;
const CONNECT_LIMIT = 5;

/** All that lives from sign-in to sign-out: the user agent of one account, its connection, registration and calls. */
export class SipLine {
    readonly #parts: SipLineParts;
    readonly #address: URI;
    readonly #userAgent: UserAgent;
    readonly #connection: Connection;
    readonly #registration: Registration;
    readonly #calls = new Map<CallId, SipCall>();
    readonly #byes = new OutstandingByes();
    #isClosing = false;

    constructor(account: SipAccount, parts: SipLineParts) {
        this.#parts = parts;
        this.#address = accountAddress(account);
        this.#userAgent = this.#makeUserAgent(account);
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
    }

    open(): void {
        this.#connection.open();
    }

    /** Signs out. The PBX may take its time to agree; from now on no call begins. */
    async close(): Promise<void> {
        this.#isClosing = true;
        for (const call of [...this.#calls.values()]) call.hangUp();
        await this.#registration.unregister();
        this.#connection.close();
        await this.#userAgent.stop();
    }

    dial(callId: CallId, dialString: string): void {
        const target = dialAddress(dialString, this.#address);
        if (!target) {
            this.#parts.logger.warn('Not a dial string', { callId });
            return this.#fail(callId, 'refused');
        }
        if (this.#isClosing || !this.#connection.isConnected) return this.#fail(callId, 'connection-lost');
        const call = new OutboundCall(callId, this.#userAgent, target, this.#callParts());
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

    #makeUserAgent(account: SipAccount): UserAgent {
        const { logger, instanceId, userAgentString, transport } = this.#parts;
        const userAgent = this.#construct({
            uri: this.#address,
            displayName: quotableName(account.displayName),
            authorizationUsername: account.authorizationName,
            authorizationPassword: account.password,
            instanceId,
            userAgentString,
            ...(transport && { transportConstructor: transport }),
            transportOptions: { server: account.server, connectionTimeout: CONNECT_LIMIT },
            gracefulShutdown: false, // `close` has said good-bye by then, and does not wait half a minute for an answer
            noAnswerTimeout: RING_LIMIT,
            sendInitialProvisionalResponse: false, // InboundCall does it, and survives its failure
            allowLegacyNotifications: true, // message waiting comes without a subscription
            sessionDescriptionHandlerFactory: (session) => this.#openMediaSession(session),
            delegate: { onInvite: (invitation) => this.#onInvite(invitation) },
            logBuiltinEnabled: false,
            logConfiguration: false,
            logConnector: forwardLog(logger.child('stack'))
        });
        this.#guard(userAgent);
        userAgent.transport.stateChange.addListener((state) => {
            if (state === TransportState.Connected) this.#connection.opened();
            if (state === TransportState.Disconnected) this.#connection.closed();
        });
        return userAgent;
    }

    #construct(options: UserAgentOptions): UserAgent {
        try {
            return new UserAgent(options);
        } catch (error) {
            throw new SipError('invalid-account', 'The server address in the settings is not valid', { cause: error });
        }
    }

    /** A message that sip.js cannot take must not take anything else with it. */
    #guard({ transport }: UserAgent): void {
        const { onMessage } = transport;
        transport.onMessage = (message) => {
            try {
                onMessage?.(message);
            } catch (error) {
                this.#parts.logger.warn('A malformed message was dropped', { error: describeError(error) });
            }
        };
    }

    #openMediaSession(session: Session): MediaSession {
        const call = [...this.#calls.values()].find((candidate) => candidate.session === session);
        if (!call) throw new SipError('call-over', 'The call ended before its media was prepared');
        return call.openMediaSession();
    }

    #onInvite(invitation: Invitation): void {
        if (this.#isClosing) return void this.#turnAway(invitation);
        const call = new InboundCall(this.#parts.newId(), invitation, this.#callParts());
        this.#calls.set(call.id, call);
        void call.offer();
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
        this.#byes.repeat(this.#userAgent.userAgentCore);
        if (!this.#isClosing) this.#registration.start();
    }

    #onConnectionLost(): void {
        this.#registration.stop();
        for (const call of [...this.#calls.values()]) call.connectionLost();
    }

    #callParts(): SipCallParts {
        const { media, mediaSessions, logger, emit } = this.#parts;
        return {
            media,
            mediaSessions,
            logger: logger.child('call'),
            bye: (session) => this.#byes.send(session),
            emit: (event) => {
                if (event.type === 'call-ended') this.#calls.delete(event.callId);
                emit(event);
            }
        };
    }

    #fail(callId: CallId, cause: 'refused' | 'connection-lost'): void {
        this.#parts.emit({ type: 'call-ended', callId, ending: { by: 'system', cause }, dialog: null });
    }
}
