import { wrap, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { describeError } from '../base/errors';
import { exceptionName } from '../base/exception-name';
import type { Logger } from '../base/logger';
import type { HistoryRecord } from './history-record';
import { StorageError, storageError } from './storage-error';

interface Schema extends DBSchema {
    history: { key: [account: string, id: string]; value: HistoryRecord; indexes: { start: [account: string, startedAt: number] } };
}

type Database = IDBPDatabase<Schema>;
export type HistoryRecords = IDBPObjectStore<Schema, ['history'], 'history', 'readwrite'>;

export interface HistoryDatabaseParts {
    /** `window.indexedDB`, which some pages may not even look at. */
    readonly indexedDB: () => IDBFactory;
    readonly logger: Logger;
}

const NAME = 'denwa';
const VERSION = 1;

/**
 * The one database of the phone in this browser.
 *
 *     closed ──first use──▶ opening ──▶ open ──another tab needs it, or the browser gives up──▶ closed
 *        ▲─────────failed──────┘
 */
export class HistoryDatabase {
    readonly #parts: HistoryDatabaseParts;
    #opening: Promise<Database> | null = null;

    constructor(parts: HistoryDatabaseParts) {
        this.#parts = parts;
    }

    /** Runs `work` in one transaction. Rejects with a StorageError. */
    async transact<Result>(work: (records: HistoryRecords) => Promise<Result>): Promise<Result> {
        const database = await this.#open();
        try {
            const transaction = database.transaction('history', 'readwrite');
            const [worked, done] = await Promise.allSettled([work(transaction.store), transaction.done]);
            // The request tells more than the transaction that it aborted.
            if (worked.status === 'rejected') throw worked.reason;
            if (done.status === 'rejected') throw done.reason;
            return worked.value;
        } catch (error) {
            throw storageError(error);
        }
    }

    async #open(): Promise<Database> {
        const opening = (this.#opening ??= this.#openOrRecreate());
        try {
            return await opening;
        } catch (error) {
            this.#forget(opening);
            throw storageError(error);
        }
    }

    async #openOrRecreate(): Promise<Database> {
        try {
            return await this.#request();
        } catch (error) {
            if (!isBroken(error)) throw error;
            this.#parts.logger.warn('The stored history cannot be opened and begins anew', { error: describeError(error) });
            await unlessBlocked(this.#parts.indexedDB().deleteDatabase(NAME));
            return await this.#request();
        }
    }

    async #request(): Promise<Database> {
        const request = this.#parts.indexedDB().open(NAME, VERSION);
        request.addEventListener('upgradeneeded', ({ oldVersion }) => upgrade(wrap(request.result) as Database, oldVersion));
        const database = (await unlessBlocked(request)) as Database;
        if (!database.objectStoreNames.contains('history')) {
            database.close();
            throw new DOMException('The database has no history', 'NotFoundError');
        }
        const opening = this.#opening;
        // Another tab that brings a newer version waits for this connection; the next use opens it again.
        database.addEventListener('versionchange', () => {
            database.close();
            this.#forget(opening);
        });
        database.addEventListener('close', () => this.#forget(opening));
        return database;
    }

    #forget(opening: Promise<Database> | null): void {
        if (this.#opening === opening) this.#opening = null;
    }
}

function upgrade(database: Database, oldVersion: number): void {
    if (oldVersion >= 1) return;
    const records = database.createObjectStore('history', { keyPath: ['account', 'entry.id'] });
    records.createIndex('start', ['account', 'entry.startedAt']);
}

/** What a request gives, or a StorageError where another tab does not let go. */
function unlessBlocked(request: IDBOpenDBRequest): Promise<IDBPDatabase | undefined> {
    const blocked = new Promise<never>((_resolve, reject) => {
        request.addEventListener('blocked', () => reject(new StorageError('blocked')));
    });
    return Promise.race([wrap(request), blocked]);
}

/** Chromium calls files that it cannot read an unknown error; a newer version (VersionError) or a refusal (SecurityError) is nothing broken. */
function isBroken(error: unknown): boolean {
    return ['UnknownError', 'NotFoundError'].includes(exceptionName(error));
}
