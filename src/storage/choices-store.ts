import type { Clock } from '../base/clock';
import type { Logger } from '../base/logger';
import { isChoiceRecord } from './choice-record';
import type { Database } from './database';
import { allOf, beyondNewest } from './keys';

export interface ChoicesParts {
    readonly database: Database;
    /** Id of the Salesforce user who chooses. */
    readonly user: string;
    readonly clock: Pick<Clock, 'now'>;
    readonly logger: Logger;
}

/** Choices kept for each user; the latest count. */
const MOST_CHOICES = 1000;

/** Remembers which record an agent chose for a number. Every method rejects with a StorageError. */
export class IndexedDbChoices {
    readonly #parts: ChoicesParts;

    constructor(parts: ChoicesParts) {
        this.#parts = parts;
    }

    /** @returns the id of the record, or null. What cannot be read is removed. */
    async recall(key: string): Promise<string | null> {
        const { database, user, logger } = this.#parts;
        return database.transact('choices', async (store) => {
            const record: unknown = await store.get([user, key]);
            if (record === undefined) return null;
            if (isChoiceRecord(record)) return record.recordId;
            await store.delete([user, key]);
            logger.warn('An unreadable choice was removed');
            return null;
        });
    }

    async remember(key: string, recordId: string): Promise<void> {
        const { database, user, clock } = this.#parts;
        await database.transact('choices', async (store) => {
            await store.put({ user, key, recordId, chosenAt: clock.now() });
            const oldestFirst = await store.index('age').getAllKeys(allOf(user));
            await Promise.all(beyondNewest(oldestFirst, MOST_CHOICES).map((old) => store.delete(old)));
        });
    }
}
