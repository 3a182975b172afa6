import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { Unsubscribe } from '../base/emitter';
import type { ConnectionEvent, ConnectionProblem } from '../telephony/connection';
import type { ReconnectPolicy } from './reconnect-policy';

/** Calls the listener whenever the network may have come back (the browser's `online` event). */
export type OnWake = (listener: () => void) => Unsubscribe;

export interface ConnectionParts {
    /** Opens the WebSocket, or rejects; `opened` and `closed` tell what becomes of it. */
    readonly connect: () => Promise<void>;
    readonly disconnect: () => Promise<void>;
    readonly policy: ReconnectPolicy;
    readonly clock: Clock;
    readonly onWake: OnWake;
    readonly emit: (event: ConnectionEvent) => void;
    readonly logger: Logger;
}

/**
 * Milliseconds after which an attempt is given up of which nothing is heard. sip.js closes the WebSocket after 5 s and waits for the browser
 * to tell so; of one that the page's Content-Security-Policy forbids, Chromium tells an error and never that it closed.
 */
const ATTEMPT_LIMIT = 6_000;

/**
 * Keeps the WebSocket to the PBX open from `open` to `close`; the states are those of telephony/connection.ts.
 * A call outlives its connection: nothing here knows of calls.
 */
export class Connection {
    readonly #parts: ConnectionParts;
    #status: 'offline' | 'connecting' | 'connected' | 'recovering' = 'offline';
    #failures = 0;
    /** Of the next attempt, or of the limit of this one. */
    #cancelTimer: Cancel = () => undefined;
    #stopWaking: Unsubscribe = () => undefined;

    constructor(parts: ConnectionParts) {
        this.#parts = parts;
    }

    get isConnected(): boolean {
        return this.#status === 'connected';
    }

    open(): void {
        this.#stopWaking = this.#parts.onWake(() => this.retry());
        this.#connect();
    }

    close(): void {
        this.#cancelTimer();
        this.#stopWaking();
        this.#status = 'offline';
        this.#parts.emit({ type: 'connection-closed' });
    }

    /** Makes the next attempt now, where one is waited for. */
    retry(): void {
        if (this.#status !== 'recovering') return;
        this.#cancelTimer();
        this.#connect();
    }

    /** The WebSocket opened. That counts as one more failure until it proves useful: a proxy may accept and close at once, for ever. */
    opened(): void {
        if (this.#status !== 'connecting') return;
        this.#cancelTimer();
        this.#status = 'connected';
        this.#failures += 1;
        this.#parts.emit({ type: 'connection-established' });
    }

    /** The PBX did what it was asked over this connection. */
    proved(): void {
        this.#failures = 0;
    }

    /** The WebSocket closed. */
    closed(): void {
        if (this.#status === 'connected') this.#recover('closed');
    }

    /** The PBX stopped answering although the WebSocket looks open: give it up and connect anew. */
    reset(): void {
        if (this.#status !== 'connected') return;
        this.#recover('unreachable');
        void this.#disconnect();
    }

    #connect(): void {
        const { clock, emit } = this.#parts;
        this.#status = 'connecting';
        this.#cancelTimer = clock.after(ATTEMPT_LIMIT, () => this.#giveUp());
        emit({ type: 'connection-connecting', attempt: this.#failures });
        void this.#try();
    }

    async #try(): Promise<void> {
        try {
            await this.#parts.connect();
        } catch (error) {
            this.#parts.logger.debug('Could not connect', { error: describeError(error) });
            if (this.#status === 'connecting') this.#fail();
        }
    }

    #giveUp(): void {
        this.#fail();
        void this.#disconnect();
    }

    #fail(): void {
        this.#cancelTimer();
        this.#failures += 1;
        this.#recover('unreachable');
    }

    async #disconnect(): Promise<void> {
        try {
            await this.#parts.disconnect();
        } catch (error) {
            this.#parts.logger.debug('The old connection gave way to a new one', { error: describeError(error) });
        }
    }

    #recover(problem: ConnectionProblem): void {
        const { clock, policy, emit } = this.#parts;
        const delay = policy(this.#failures);
        this.#status = 'recovering';
        this.#cancelTimer = clock.after(delay, () => this.#connect());
        emit({ type: 'connection-lost', problem, attempt: this.#failures, retryAt: clock.now() + delay });
    }
}
