import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { JournalEntry } from '../telephony/journal-entry';
import type { Database } from './database';
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
}
