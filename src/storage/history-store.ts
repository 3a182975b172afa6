import type { Logger } from '../base/logger';
import type { HistoryEntry } from '../telephony/history';
import { HistoryDatabase, type HistoryDatabaseParts, type HistoryRecords } from './history-database';
import { readHistoryRecord } from './history-record';
import { StorageError } from './storage-error';

/** Keeps ended calls in the browser, apart for each account. Every method rejects with a StorageError. */
export class IndexedDbHistory {
    readonly #database: HistoryDatabase;
    readonly #logger: Logger;

    constructor(parts: HistoryDatabaseParts) {
        this.#database = new HistoryDatabase(parts);
        this.#logger = parts.logger;
    }

    /** Newest first, at most `limit`. What is not an entry is removed. */
    async load(account: string, limit: number): Promise<readonly HistoryEntry[]> {
        const entries = await this.#database.transact(async (records) => {
            // By key and not by start: what has no start is in no index.
            const range = allOf(account);
            const [keys, values] = await Promise.all([records.getAllKeys(range), records.getAll(range)]);
            const read = values.map(readHistoryRecord);
            const unreadable = keys.filter((_key, index) => read[index] === null);
            await Promise.all(unreadable.map((key) => records.delete(key)));
            if (unreadable.length > 0) this.#logger.warn('Unreadable history entries were removed', { count: unreadable.length });
            return read.filter((entry) => entry !== null);
        });
        return entries.sort((a, b) => b.startedAt - a.startedAt).slice(0, limit);
    }

    /** Adds the entry or replaces the one of its id, and drops what is beyond the newest `limit`. A full disk costs the older half. */
    async save(account: string, entry: HistoryEntry, limit: number): Promise<void> {
        try {
            await this.#put(account, entry, limit);
        } catch (error) {
            if (!(error instanceof StorageError) || error.reason !== 'full') throw error;
            this.#logger.warn('No room for the history: its older half is given up');
            await this.#database.transact(async (records) => {
                await keepNewest(records, account, Math.floor((await records.count(allOf(account))) / 2));
            });
            await this.#put(account, entry, limit);
        }
    }

    async clear(account: string): Promise<void> {
        await this.#database.transact((records) => records.delete(allOf(account)));
    }

    #put(account: string, entry: HistoryEntry, limit: number): Promise<void> {
        return this.#database.transact(async (records) => {
            await records.put({ account, entry });
            await keepNewest(records, account, limit);
        });
    }
}

async function keepNewest(records: HistoryRecords, account: string, count: number): Promise<void> {
    const oldestFirst = await records.index('start').getAllKeys(allOf(account));
    const tooOld = oldestFirst.slice(0, Math.max(0, oldestFirst.length - count));
    await Promise.all(tooOld.map((key) => records.delete(key)));
}

/** Every key that begins with the account: an array sorts after any string or number (W3C Indexed Database API 3.0, section 2.4). */
function allOf(account: string): IDBKeyRange {
    return IDBKeyRange.bound([account], [account, []]);
}
