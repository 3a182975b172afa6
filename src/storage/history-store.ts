import type { Logger } from '../base/logger';
import type { HistoryEntry } from '../telephony/history';
import type { Database, Store } from './database';
import { readHistoryRecord } from './history-record';
import { allOf, beyondNewest } from './keys';
import { withRoom } from './room';

export interface HistoryParts {
    readonly database: Database;
    readonly logger: Logger;
}

/** Keeps ended calls in the browser, apart for each account. Every method rejects with a StorageError. */
export class IndexedDbHistory {
    readonly #parts: HistoryParts;

    constructor(parts: HistoryParts) {
        this.#parts = parts;
    }

    /** Newest first, at most `limit`. What is not an entry is removed. */
    async load(account: string, limit: number): Promise<readonly HistoryEntry[]> {
        const { database, logger } = this.#parts;
        const entries = await database.transact('history', async (records) => {
            // By key and not by start: what has no start is in no index.
            const range = allOf(account);
            const [keys, values] = await Promise.all([records.getAllKeys(range), records.getAll(range)]);
            const read = values.map(readHistoryRecord);
            const unreadable = keys.filter((_key, index) => read[index] === null);
            await Promise.all(unreadable.map((key) => records.delete(key)));
            if (unreadable.length > 0) logger.warn('Unreadable history entries were removed', { count: unreadable.length });
            return read.filter((entry) => entry !== null);
        });
        return entries.sort((a, b) => b.startedAt - a.startedAt).slice(0, limit);
    }

    /** Adds the entry or replaces the one of its id, and drops what is beyond the newest `limit`. A full disk costs the older half. */
    async save(account: string, entry: HistoryEntry, limit: number): Promise<void> {
        const { database, logger } = this.#parts;
        const put = async (records: Store<'history'>): Promise<void> => {
            await records.put({ account, entry });
            const oldestFirst = await records.index('start').getAllKeys(allOf(account));
            await Promise.all(beyondNewest(oldestFirst, limit).map((key) => records.delete(key)));
        };
        await withRoom(database, logger, () => database.transact('history', put));
    }

    async clear(account: string): Promise<void> {
        await this.#parts.database.transact('history', (records) => records.delete(allOf(account)));
    }
}
