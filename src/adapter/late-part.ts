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

    constructor(options: LatePartOptions<Part>) {
        this.#options = options;
    }

    /** Loads it before anybody asks, once: what fails then waits until somebody does. */
    async prefetch(): Promise<void> {
        if (this.#status === 'absent') await this.#load();
    }

    /** Somebody asks for it. */
    async demand(): Promise<void> {
        if (this.#status === 'absent' || this.#status === 'failed') await this.#load();
    }

    async #load(): Promise<void> {
        const { load, onChange, logger } = this.#options;
        this.#status = 'loading';
        onChange(undefined);
        try {
            const part = await load();
            this.#status = 'loaded';
            logger.info('loaded');
            onChange(part);
        } catch (error) {
            this.#status = 'failed';
            logger.warn('could not be loaded', { reason: String(error) });
            onChange('failed');
        }
    }
}
