import type { JournalEntry } from '../telephony/journal-entry';
import { pageOf, readJournalRecord } from './journal-record';
import type { JournalParts } from './journal-store';
import { allOf } from './keys';
import { withRoom } from './room';

/** Finds the calls whose page is gone in the journal. Rejects with a StorageError, on a full disk only after the history has made room. */
export class IndexedDbAbandonedCalls {
    readonly #parts: JournalParts;

    constructor(parts: JournalParts) {
        this.#parts = parts;
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
