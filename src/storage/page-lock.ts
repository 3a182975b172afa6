import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { storageError } from './storage-error';

export interface PageLockParts {
    /** Unlike that of any other page, ever. */
    readonly id: string;
    /** `navigator.locks`; undefined where the browser has none, as outside secure contexts. */
    readonly locks: LockManager | undefined;
    readonly logger: Logger;
}

/**
 * Tells other pages that this one lives: a Web Lock that the browser itself releases with the page, whatever ends it. Locks reach as far as
 * IndexedDB does: both belong to a storage bucket (W3C Web Locks API, section 2.1).
 */
export class PageLock {
    readonly id: string;
    readonly #parts: PageLockParts;
    #holding: Promise<LockManager | null> | null = null;

    constructor(parts: PageLockParts) {
        this.id = parts.id;
        this.#parts = parts;
    }

    /** Holds the lock from the first call on; resolves when other pages see it. Never rejects. */
    async hold(): Promise<void> {
        await this.#hold();
    }

    /** Those of the pages that are gone: without locks, all others. Pages that wrote something before this was asked held their lock then. */
    async goneAmong(pages: readonly string[]): Promise<ReadonlySet<string>> {
        const locks = await this.#hold();
        const living = new Set([nameOf(this.id), ...(locks ? await heldLocks(locks) : [])]);
        return new Set(pages.filter((page) => !living.has(nameOf(page))));
    }

    #hold(): Promise<LockManager | null> {
        return (this.#holding ??= this.#request());
    }

    /** Null: there are no locks to be had. */
    #request(): Promise<LockManager | null> {
        const { id, locks, logger } = this.#parts;
        return new Promise((resolve) => {
            const forLife = async (): Promise<void> => {
                try {
                    await locks?.request(nameOf(id), () => {
                        resolve(locks);
                        return new Promise<never>(() => undefined);
                    });
                } catch (error) {
                    logger.warn('This page cannot be told from one that is gone', { error: describeError(error) });
                }
                resolve(null);
            };
            void forLife();
        });
    }
}

function nameOf(page: string): string {
    return `denwa-page-${page}`;
}

async function heldLocks(locks: LockManager): Promise<readonly string[]> {
    try {
        const { held = [] } = await locks.query();
        return held.flatMap(({ name }) => name ?? []);
    } catch (error) {
        throw storageError(error);
    }
}
