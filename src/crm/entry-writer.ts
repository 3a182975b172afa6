/**
 * Writes one thing again and again, in order. While one write runs, only the newest of those that wait follows.
 *
 *     idle ──put──▶ writing ──put──▶ writing, one waiting ──put──▶ writing, the newer one waiting
 */
export class EntryWriter<Entry> {
    readonly #write: (entry: Entry) => Promise<void>;
    #waiting: { entry: Entry } | null = null;
    #last: Promise<void> = Promise.resolve();

    /** `write` must not reject. */
    constructor(write: (entry: Entry) => Promise<void>) {
        this.#write = write;
    }

    put(entry: Entry): void {
        if (this.#waiting) {
            this.#waiting.entry = entry;
            return;
        }
        const waiting = { entry };
        this.#waiting = waiting;
        this.#last = this.#writeAfter(this.#last, waiting);
    }

    /** Resolves when what was put last is written. */
    written(): Promise<void> {
        return this.#last;
    }

    async #writeAfter(previous: Promise<void>, next: { readonly entry: Entry }): Promise<void> {
        await previous;
        this.#waiting = null;
        await this.#write(next.entry);
    }
}
