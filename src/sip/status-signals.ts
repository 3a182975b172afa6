import { Messager } from 'sip.js/lib/api/messager.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { URI } from 'sip.js/lib/grammar/uri.js';
import { assertNever } from '../base/assert-never';
import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { StatusSignal } from '../telephony/agent-status';
import { dialAddress } from './addresses';
import type { MediaSession } from './media-session';
import { finalResponse, isSuccess } from './response';
import type { SipCallParts } from './sip-call';
import { StatusCall } from './status-call';

export interface StatusSignalsParts {
    readonly userAgent: UserAgent;
    /** The address of record of the account. */
    readonly address: URI;
    readonly isConnected: () => boolean;
    readonly clock: Clock;
    readonly newId: () => string;
    readonly callParts: () => SipCallParts;
    readonly logger: Logger;
}

/** Milliseconds that the PBX gets for a signal. */
const LIMIT = 10_000;
/** Milliseconds that the last signal gets when the agent signs out. */
const LAST_LIMIT = 2_000;

/** Tells the PBX of the agent's status: one signal after the other, so that the one told last is the one that counts. */
export class StatusSignals {
    readonly #parts: StatusSignalsParts;
    readonly #waiting: { readonly signal: StatusSignal; readonly settle: (taken: boolean) => void }[] = [];
    #running: Promise<void> | null = null;
    /** Gives up the signal that is being told. */
    #giveUp: () => void = () => undefined;
    #call: StatusCall | null = null;

    constructor(parts: StatusSignalsParts) {
        this.#parts = parts;
    }

    get isTelling(): boolean {
        return this.#running !== null;
    }

    /** Whether the PBX took it. Never rejects. */
    tell(signal: StatusSignal): Promise<boolean> {
        return new Promise((settle) => {
            this.#waiting.push({ signal, settle });
            this.#running ??= this.#run();
        });
    }

    /** The line closes: only the signal told last still matters, and is waited for, but not for long. */
    async finish(): Promise<void> {
        for (const { settle } of this.#waiting.splice(0, this.#waiting.length - 1)) settle(false);
        if (this.#waiting.length > 0) this.#giveUp();
        const cancelLimit = this.#parts.clock.after(LAST_LIMIT, () => this.#giveUp());
        await this.#running;
        cancelLimit();
    }

    connectionLost(): void {
        this.#giveUp();
    }

    /** Media for the session, if it is that of a signal. */
    openMediaSession(session: Session): MediaSession | null {
        return this.#call?.session === session ? this.#call.openMediaSession() : null;
    }

    async #run(): Promise<void> {
        for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) next.settle(await this.#tell(next.signal));
        this.#running = null;
    }

    async #tell(signal: StatusSignal): Promise<boolean> {
        const { address, isConnected, logger } = this.#parts;
        const target = dialAddress(signal.by === 'call' ? signal.dialString : signal.extension, address);
        const isTaken = target !== null && isConnected() && (await this.#send(signal, target));
        if (isTaken) logger.info('The PBX took the status', { by: signal.by });
        else logger.warn('The PBX did not take the status', { by: signal.by });
        return isTaken;
    }

    async #send(signal: StatusSignal, target: URI): Promise<boolean> {
        const givingUp = new AbortController();
        this.#giveUp = () => givingUp.abort();
        const cancelLimit = this.#parts.clock.after(LIMIT, this.#giveUp);
        try {
            switch (signal.by) {
                case 'message':
                    return await this.#write(target, signal.text, givingUp.signal);
                case 'call':
                    return await this.#dial(target, givingUp.signal);
                default:
                    return assertNever(signal);
            }
        } catch (error) {
            this.#parts.logger.error('A status could not be sent', { error: describeError(error) });
            return false;
        } finally {
            cancelLimit();
        }
    }

    /** RFC 3428: a MESSAGE outside of any dialog. */
    async #write(target: URI, text: string, givingUp: AbortSignal): Promise<boolean> {
        const message = new Messager(this.#parts.userAgent, target, text);
        const givenUp = new Promise<null>((resolve) => givingUp.addEventListener('abort', () => resolve(null)));
        const response = await Promise.race([givenUp, finalResponse((requestDelegate) => message.message({ requestDelegate }))]);
        return response !== null && isSuccess(response);
    }

    async #dial(target: URI, givingUp: AbortSignal): Promise<boolean> {
        const { newId, userAgent, callParts } = this.#parts;
        const call = new StatusCall(newId(), userAgent, target, callParts());
        this.#call = call;
        givingUp.addEventListener('abort', () => call.hangUp());
        void call.invite();
        const isTaken = await call.isTaken;
        this.#call = null;
        return isTaken;
    }
}
