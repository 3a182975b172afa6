import type { UserAgentOptions } from 'sip.js/lib/api/user-agent-options.js';
import type { Clock } from '../base/clock';
import { Emitter, type Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { StatusSignal } from '../telephony/agent-status';
import type { CallId } from '../telephony/call';
import type { CallHeaderNames } from '../telephony/call-settings';
import type { RecordLink } from '../telephony/record';
import type { Signalling, SignallingEvent, SipAccount } from '../telephony/signalling';
import type { LineState } from '../telephony/transfer';
import type { CallMedia } from './call-media';
import type { OnWake } from './connection';
import { logEvent } from './event-log';
import { webRtcSessions, type MediaSessionFactory } from './media-session';
import { doublingReconnectPolicy } from './reconnect-policy';
import { SipLine } from './sip-line';

export interface SipPhoneParts {
    readonly media: CallMedia;
    /** Asked anew for every inbound call. */
    readonly headerNames: () => CallHeaderNames;
    readonly clock: Clock;
    /** A number from 0 up to 1. */
    readonly random: () => number;
    readonly newId: () => string;
    readonly logger: Logger;
    /** A UUID that stays the same for this browser profile (RFC 5626 section 4.1). */
    readonly instanceId: string;
    readonly userAgentString: string;
    /**
     * Resolves when what is known of a call has been written down (the call journal), and is waited for before the PBX is told anything of
     * the call: before INVITE, 180 and 200. Never rejects, and takes no longer than a caller can be kept waiting. Left out: nothing is.
     */
    readonly ready?: (callId: CallId) => Promise<void>;
    /** Left out: only the clock starts the next attempt to connect. */
    readonly onWake?: OnWake;
    /** Left out: a WebSocket. */
    readonly transport?: UserAgentOptions['transportConstructor'];
    /** Left out: WebRTC. */
    readonly mediaSessions?: MediaSessionFactory;
}

/** The signalling port over sip.js: one line (account) at a time. */
export class SipPhone implements Signalling {
    readonly #parts: SipPhoneParts;
    readonly #events: Emitter<SignallingEvent>;
    #line: SipLine | null = null;

    constructor(parts: SipPhoneParts) {
        this.#parts = parts;
        this.#events = new Emitter((error) => parts.logger.error('A listener failed', { error: describeError(error) }));
    }

    /** Throws a SipError (`invalid-account`) where the account's addresses make no sense. */
    signIn(account: SipAccount): void {
        const line = this.#makeLine(account);
        if (this.#line) void this.#close(this.#line);
        this.#line = line;
        line.open();
    }

    async signOut(): Promise<void> {
        const line = this.#line;
        this.#line = null;
        if (line) await this.#close(line);
    }

    dial(callId: CallId, dialString: string, about: RecordLink | null, notifiedNumber: string | null): void {
        if (this.#line) return this.#line.dial(callId, dialString, about, notifiedNumber);
        this.#emit({ type: 'call-ended', callId, ending: { by: 'system', cause: 'connection-lost' }, dialog: null });
    }

    answer(callId: CallId): void {
        this.#line?.answer(callId);
    }

    decline(callId: CallId, cause: 'declined' | 'busy'): void {
        this.#line?.decline(callId, cause);
    }

    hangUp(callId: CallId): void {
        this.#line?.hangUp(callId);
    }

    hold(callId: CallId): void {
        this.#line?.hold(callId, true);
    }

    resume(callId: CallId): void {
        this.#line?.hold(callId, false);
    }

    sendDigits(callId: CallId, digits: string): void {
        this.#line?.sendDigits(callId, digits);
    }

    transfer(callId: CallId, dialString: string, about: RecordLink | null): void {
        this.#line?.transfer(callId, dialString, about);
    }

    completeTransfer(callId: CallId, targetId: CallId, dialString: string, about: RecordLink | null): void {
        this.#line?.completeTransfer(callId, targetId, dialString, about);
    }

    park(callId: CallId, extension: string): void {
        this.#line?.park(callId, extension);
    }

    async lineState(extension: string): Promise<LineState> {
        return this.#line?.lineState(extension) ?? 'unknown';
    }

    async tellStatus(signal: StatusSignal): Promise<boolean> {
        return this.#line?.tellStatus(signal) ?? false;
    }

    reconnect(): void {
        this.#line?.reconnect();
    }

    subscribe(listener: (event: SignallingEvent) => void): Unsubscribe {
        return this.#events.subscribe(listener);
    }

    #makeLine(account: SipAccount): SipLine {
        const { clock, random, ready, onWake, transport, mediaSessions, logger } = this.#parts;
        const line: SipLine = new SipLine(account, {
            ...this.#parts,
            policy: doublingReconnectPolicy(random),
            ready: ready ?? (() => Promise.resolve()),
            onWake: onWake ?? (() => () => undefined),
            transport,
            mediaSessions: mediaSessions ?? webRtcSessions(clock),
            emit: (event) => {
                // A line that is still signing out when the next one signs in has nothing more to say.
                if (this.#line === null || this.#line === line) this.#emit(event);
                else logger.debug('Event of a former line', { type: event.type });
            }
        });
        return line;
    }

    async #close(line: SipLine): Promise<void> {
        try {
            await line.close();
        } catch (error) {
            this.#parts.logger.warn('The line did not close cleanly', { error: describeError(error) });
        }
    }

    #emit(event: SignallingEvent): void {
        logEvent(this.#parts.logger, event);
        this.#events.emit(event);
    }
}
