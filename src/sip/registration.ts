import { RegistererState } from 'sip.js/lib/api/registerer-state.js';
import type { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { IncomingResponse } from 'sip.js/lib/core/messages/incoming-response.js';
import type { IncomingResponseMessage } from 'sip.js/lib/core/messages/incoming-response-message.js';
import type { Cancel, Clock } from '../base/clock';
import { assertNever } from '../base/assert-never';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { RegistrationEvent } from '../telephony/registration';
import type { ReconnectPolicy } from './reconnect-policy';
import { LineRegisterer } from './registerer';
import { isFromPbx, retryAfterOf } from './response';
import { problemOfRegistration } from './status-codes';

/** What the PBX is asked to grant, in seconds. */
const EXPIRES = 120;
/** A REGISTER this often keeps proxies open that close silent connections after a minute, and shows whether anybody still answers. */
const REFRESH = 40_000;
/** sip.js itself refreshes later, should the PBX grant less. */
const REFRESH_PERCENT = 50;
/** A connected PBX answers within milliseconds; sip.js would wait 32 s (RFC 3261 timer F). */
const ANSWER_LIMIT = 8_000;
const UNREGISTER_LIMIT = 2_000;
const LONGEST_RETRY = 300_000;
/** RFC 3261 section 21.4.17. */
const INTERVAL_TOO_BRIEF = 423;
/** Refusals of the account itself: asking again with the same one would only get the agent locked out. */
const FINAL_REFUSALS: ReadonlySet<number> = new Set([401, 403, 404, 407]);

export interface RegistrationParts {
    readonly userAgent: UserAgent;
    readonly policy: ReconnectPolicy;
    readonly clock: Clock;
    readonly emit: (event: RegistrationEvent) => void;
    /** The PBX answers nothing any more. */
    readonly onSilence: () => void;
    readonly logger: Logger;
}

type Status = 'unregistered' | 'registering' | 'registered' | 'rejected';

/**
 * Keeps the binding of this phone to its account while there is a connection; the states are those of telephony/registration.ts.
 * Each binding is made by a registerer of its own, because sip.js lets one that lost its connection wait 32 s before the next attempt.
 */
export class Registration {
    readonly #parts: RegistrationParts;
    #registerer: LineRegisterer | null = null;
    #status: Status = 'unregistered';
    #failures = 0;
    /** One at a time: for the answer to a REGISTER, for the next one, or for another try after a refusal. */
    #cancelTimer: Cancel = () => undefined;

    constructor(parts: RegistrationParts) {
        this.#parts = parts;
    }

    /** The connection stands: register. */
    start(): void {
        this.#failures = 0;
        this.#register();
    }

    /** The connection is gone, and the binding with it. */
    stop(): void {
        this.#discard();
        this.#leave();
    }

    /**
     * Takes the binding back. Told at once, because nobody should count on it from here on; resolves when the PBX agreed, refused, or did
     * not answer in time.
     */
    async unregister(): Promise<void> {
        const registerer = this.#registerer;
        const isBound = this.#status === 'registered';
        this.#registerer = null; // nothing that it still hears counts
        this.#cancelTimer();
        this.#leave();
        if (registerer && isBound) await this.#takeBack(registerer);
        if (registerer) void this.#dispose(registerer);
    }

    #register(): void {
        this.#discard();
        this.#status = 'registering';
        this.#parts.emit({ type: 'registration-registering' });
        const { userAgent, clock } = this.#parts;
        const options = {
            expires: EXPIRES,
            refreshFrequency: REFRESH_PERCENT,
            instanceId: userAgent.instanceId,
            regId: 1, // RFC 5626 section 4.2
            logConfiguration: false
        };
        const registerer = new LineRegisterer(userAgent, options, clock, () => {
            if (registerer === this.#registerer) this.#refused(INTERVAL_TOO_BRIEF);
        });
        this.#registerer = registerer;
        registerer.stateChange.addListener((state) => {
            if (registerer === this.#registerer) this.#onState(state);
        });
        void this.#send(registerer);
    }

    async #send(registerer: LineRegisterer): Promise<void> {
        const current = (handle: () => void): void => {
            if (registerer === this.#registerer) handle();
        };
        const refuse = ({ message }: IncomingResponse): void => current(() => this.#onRefusal(message));
        this.#wait(ANSWER_LIMIT, this.#parts.onSilence);
        try {
            await registerer.register({
                requestDelegate: { onAccept: () => current(() => this.#waitForRefresh()), onReject: refuse, onRedirect: refuse }
            });
        } catch (error) {
            this.#parts.logger.warn('REGISTER was not sent', { error: describeError(error) });
        }
    }

    #onState(state: RegistererState): void {
        switch (state) {
            case RegistererState.Registered:
                this.#failures = 0;
                this.#status = 'registered';
                this.#waitForRefresh();
                return this.#parts.emit({ type: 'registration-registered' });
            case RegistererState.Unregistered:
                // A refusal is told next, by its response. Of a binding that ran out nothing else is told, nor of 423 that names no interval.
                this.#wait(0, this.#status === 'registered' ? () => this.#register() : () => this.#refused(INTERVAL_TOO_BRIEF));
                return;
            case RegistererState.Initial:
            case RegistererState.Terminated:
                return;
            default:
                return assertNever(state);
        }
    }

    #onRefusal(response: IncomingResponseMessage): void {
        this.#cancelTimer();
        if (!isFromPbx(response)) return this.#parts.onSilence();
        this.#refused(response.statusCode ?? 0, Math.min(retryAfterOf(response), LONGEST_RETRY));
    }

    /** `asked`: how long the PBX wants to be left alone. Milliseconds. */
    #refused(statusCode: number, asked = 0): void {
        this.#status = 'rejected';
        this.#parts.emit({ type: 'registration-rejected', problem: problemOfRegistration(statusCode), statusCode });
        if (FINAL_REFUSALS.has(statusCode)) return;
        this.#failures += 1;
        this.#wait(Math.max(asked, this.#parts.policy(this.#failures)), () => this.#register());
    }

    #waitForRefresh(): void {
        this.#wait(REFRESH, () => {
            if (this.#registerer) void this.#send(this.#registerer);
        });
    }

    #wait(delay: number, task: () => void): void {
        this.#cancelTimer();
        this.#cancelTimer = this.#parts.clock.after(delay, task);
    }

    async #takeBack(registerer: LineRegisterer): Promise<void> {
        let cancelLimit: Cancel = () => undefined;
        try {
            await new Promise<void>((resolve, reject) => {
                cancelLimit = this.#parts.clock.after(UNREGISTER_LIMIT, resolve);
                const done = (): void => resolve();
                registerer.unregister({ requestDelegate: { onAccept: done, onReject: done, onRedirect: done } }).catch(reject);
            });
        } catch (error) {
            this.#parts.logger.warn('Could not unregister', { error: describeError(error) });
        } finally {
            cancelLimit();
        }
    }

    #leave(): void {
        if (this.#status === 'unregistered') return;
        this.#status = 'unregistered';
        this.#parts.emit({ type: 'registration-unregistered' });
    }

    #discard(): void {
        this.#cancelTimer();
        const registerer = this.#registerer;
        this.#registerer = null;
        if (registerer) void this.#dispose(registerer);
    }

    async #dispose(registerer: LineRegisterer): Promise<void> {
        try {
            await registerer.dispose();
        } catch (error) {
            this.#parts.logger.debug('A registerer was not disposed of', { error: describeError(error) });
        }
    }
}
