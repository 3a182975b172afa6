/** The Web Locks of one browser profile, among whose pages they are shared. */
export class FakeLocks {
    readonly #held = new Map<string, FakePageLocks>();

    /** The locks as a page sees them. */
    page(): FakePageLocks {
        return new FakePageLocks(this.#held);
    }
}

export class FakePageLocks implements LockManager {
    readonly #held: Map<string, FakePageLocks>;
    /** Runs after the locks were looked at, before the page is told. */
    beforeAnswer: () => Promise<unknown> = () => Promise.resolve();

    constructor(held: Map<string, FakePageLocks>) {
        this.#held = held;
    }

    /** The page is gone, and its locks with it. */
    kill(): void {
        for (const [name, page] of this.#held) if (page === this) this.#held.delete(name);
    }

    async query(): Promise<LockManagerSnapshot> {
        const held = [...this.#held.keys()].map((name): LockInfo => ({ name, mode: 'exclusive' }));
        await this.beforeAnswer();
        return { held, pending: [] };
    }

    request<T>(name: string, callback: LockGrantedCallback<T>): Promise<Awaited<T>>;
    request<T>(name: string, options: LockOptions, callback: LockGrantedCallback<T>): Promise<Awaited<T>>;
    async request<T>(name: string, ...rest: [LockGrantedCallback<T>] | [LockOptions, LockGrantedCallback<T>]): Promise<Awaited<T>> {
        const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest;
        // A browser never grants a lock before the request has returned.
        await Promise.resolve();
        if (this.#held.has(name)) {
            if (!options.ifAvailable) throw new Error('This fake keeps nobody waiting');
            return await callback(null);
        }
        this.#held.set(name, this);
        try {
            return await callback({ name, mode: 'exclusive' });
        } finally {
            if (this.#held.get(name) === this) this.#held.delete(name);
        }
    }
}

/** Locks of a page that may not have any, as one whose origin is opaque. */
export const deniedLocks: LockManager = {
    query: () => Promise.reject(new DOMException('The request was denied', 'SecurityError')),
    request: () => Promise.reject(new DOMException('The request was denied', 'SecurityError'))
};
