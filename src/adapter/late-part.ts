import type { Logger } from '../base/logger';

/**
 *     absent ──▶ loading ──▶ loaded
 *                 ▲   │
 *                 │   ▼
 *                 failed
 */
export type LatePartStatus = 'absent' | 'loading' | 'loaded' | 'failed';

export interface LatePartOptions<Part> {
    /** Rejects when the part cannot be had; may then be called again. */
    readonly load: () => Promise<Part>;
    /** Told of each end of loading, and of each new beginning (`undefined`). */
    readonly onChange: (part: Part | 'failed' | undefined) => void;
    readonly logger: Logger;
}

/** A part of the page that is loaded once, later than the rest. */
export class LatePart<Part> {
    readonly #options: LatePartOptions<Part>;
    #status: LatePartStatus = 'absent';
    #part: Promise<Part | null> = Promise.resolve(null);

    constructor(options: LatePartOptions<Part>) {
        this.#options = options;
    }

    /** Loads it before anybody asks, once: what fails then waits until somebody does. */
    async prefetch(): Promise<void> {
        if (this.#status === 'absent') await this.demand();
    }

    /** Somebody asks for it. Gives null where it cannot be had. */
    async demand(): Promise<Part | null> {
        if (this.#status === 'absent' || this.#status === 'failed') this.#part = this.#load();
        return this.#part;
    }

    async #load(): Promise<Part | null> {
        const { load, onChange, logger } = this.#options;
        this.#status = 'loading';
        onChange(undefined);
        try {
            const part = await load();
            this.#status = 'loaded';
            logger.info('loaded');
            onChange(part);
            return part;
        } catch (error) {
            this.#status = 'failed';
            logger.warn('could not be loaded', { reason: String(error) });
            onChange('failed');
            return null;
        }
    }
}
