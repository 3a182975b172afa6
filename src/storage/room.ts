import type { Logger } from '../base/logger';
import type { Database } from './database';
import { beyondNewest } from './keys';
import { StorageError } from './storage-error';

/** Runs `write`; where the disk is full, once more after every account's history has given up its older half. */
export async function withRoom<Result>(database: Database, logger: Logger, write: () => Promise<Result>): Promise<Result> {
    try {
        return await write();
    } catch (error) {
        if (!(error instanceof StorageError) || error.reason !== 'full') throw error;
        logger.warn('No room: the older half of the history is given up');
        await giveUpOlderHalf(database);
        return await write();
    }
}

function giveUpOlderHalf(database: Database): Promise<void> {
    return database.transact('history', async (records) => {
        const oldestFirst = await records.index('start').getAllKeys();
        const accounts = new Set(oldestFirst.map(([account]) => account));
        for (const account of accounts) {
            const own = oldestFirst.filter((key) => key[0] === account);
            await Promise.all(beyondNewest(own, Math.floor(own.length / 2)).map((key) => records.delete(key)));
        }
    });
}
