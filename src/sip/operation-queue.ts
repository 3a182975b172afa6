import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';

/**
 * What a call asks of the PBX, one after the other: the next is sent when the one before was answered. A second INVITE may not be sent
 * while one is outstanding (RFC 3261 section 14.1); REFER and INFO wait too, so that all happens in the order in which it was asked for.
 */
export class OperationQueue {
    readonly #logger: Logger;
    readonly #waiting: (() => Promise<void>)[] = [];
    #state: 'idle' | 'running' | 'closed' = 'idle';

    constructor(logger: Logger) {
        this.#logger = logger;
    }

    add(operation: () => Promise<void>): void {
        if (this.#state === 'closed') return;
        this.#waiting.push(operation);
        if (this.#state === 'idle') void this.#run();
    }

    /** Drops what has not begun. */
    close(): void {
        this.#state = 'closed';
        this.#waiting.length = 0;
    }

    async #run(): Promise<void> {
        this.#state = 'running';
        for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#perform(next);
        if (this.#state === 'running') this.#state = 'idle';
    }

    /** What one operation leaves unsaid must not keep the others from their turn. */
    async #perform(operation: () => Promise<void>): Promise<void> {
        try {
            await operation();
        } catch (error) {
            this.#logger.error('An operation on a call failed', { error: describeError(error) });
        }
    }
}
