import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { JournalEntry } from '../telephony/journal-entry';
import type { Database } from './database';
import { pageOf, readJournalRecord } from './journal-record';
import { allOf } from './keys';
import type { PageLock } from './page-lock';
import { withRoom } from './room';

export interface JournalParts {
    readonly database: Database;
    /** Id of the Salesforce user whose calls these are. */
    readonly user: string;
    readonly page: PageLock;
    readonly logger: Logger;
}

/**
 * Keeps calls whose logs are not saved yet. Each entry is in the hands of one page. Every method rejects with a StorageError, on a full disk
 * only after the history has made room.
 */
export class IndexedDbJournal {
    readonly #parts: JournalParts;

    constructor(parts: JournalParts) {
        this.#parts = parts;
    }

    /** Adds the entry or replaces that of its call; resolves once it would survive the end of the browser. */
    async write(entry: JournalEntry): Promise<void> {
        const { database, user, page, logger } = this.#parts;
        // An entry whose page holds no lock is anybody's.
        await page.hold();
        await withRoom(database, logger, () => database.transact('journal', (store) => store.put({ user, page: page.id, entry })));
    }

    async remove(callId: CallId): Promise<void> {
        const { database, user } = this.#parts;
        await database.transact('journal', (store) => store.delete([user, callId]));
    }

    /**
     * Takes over the entries of pages that are gone, the calls that started first in front; what cannot be read of theirs is removed. May be
     * repeated, for pages that went meanwhile.
     */
    async takeOver(): Promise<readonly JournalEntry[]> {
        const { database, user, page, logger } = this.#parts;
        await page.hold();
        const records = await database.transact('journal', (store) => store.getAll(allOf(user)));
        // Only pages that had entries before the locks were looked at: one that takes entries over after that is not among them.
        const gone = await page.goneAmong(records.map(pageOf));
        const entries = gone.size === 0 ? [] : await withRoom(database, logger, () => this.#takeFrom(gone));
        if (entries.length > 0) logger.info('Calls of pages that are gone were taken over', { count: entries.length });
        return entries;
    }

    async #takeFrom(gone: ReadonlySet<string>): Promise<readonly JournalEntry[]> {
        const { database, user, page, logger } = this.#parts;
        const entries = await database.transact('journal', async (store) => {
            const [keys, records] = await Promise.all([store.getAllKeys(allOf(user)), store.getAll(allOf(user))]);
            const taken = keys.flatMap((key, index) => {
                const record = records[index];
                return gone.has(pageOf(record)) ? { key, entry: readJournalRecord(record) } : [];
            });
            await Promise.all(taken.map(({ key, entry }) => (entry ? store.put({ user, page: page.id, entry }) : store.delete(key))));
            return taken.map(({ entry }) => entry);
        });
        const read = entries.filter((entry) => entry !== null);
        const unreadable = entries.length - read.length;
        if (unreadable > 0) logger.error('Unreadable entries of the journal were removed', { count: unreadable });
        return read.sort((a, b) => a.call.startedAt - b.call.startedAt);
    }
}
