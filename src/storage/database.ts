import { wrap, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { describeError } from '../base/errors';
import { exceptionName } from '../base/exception-name';
import type { Logger } from '../base/logger';
import type { ChoiceRecord } from './choice-record';
import type { HistoryRecord } from './history-record';
import type { JournalRecord } from './journal-record';
import { StorageError, storageError } from './storage-error';

interface Schema extends DBSchema {
    history: { key: [account: string, id: string]; value: HistoryRecord; indexes: { start: [account: string, startedAt: number] } };
    journal: { key: [user: string, callId: string]; value: JournalRecord };
    choices: { key: [user: string, key: string]; value: ChoiceRecord; indexes: { age: [user: string, chosenAt: number] } };
}

type StoreName = 'history' | 'journal' | 'choices';
export type Store<Name extends StoreName> = IDBPObjectStore<Schema, [Name], Name, 'readwrite'>;

type Connection = IDBPDatabase<Schema>;

export interface DatabaseParts {
    /** `window.indexedDB`, which some pages may not even look at. */
    readonly indexedDB: () => IDBFactory;
    readonly logger: Logger;
}

const NAME = 'denwa';
const VERSION = 2;
const STORES = ['history', 'journal', 'choices'] as const satisfies readonly StoreName[];

/**
 * The one database of the phone in this browser.
 *
 *     closed ──first use──▶ opening ──▶ open ──another tab needs it, or the browser gives up──▶ closed
 *        ▲─────────failed──────┘
 */
export class Database {
    readonly #parts: DatabaseParts;
    #opening: Promise<Connection> | null = null;

    constructor(parts: DatabaseParts) {
        this.#parts = parts;
    }

    /** Runs `work` in one transaction on one store, and resolves when the browser has completed it. Rejects with a StorageError. */
    async transact<Name extends StoreName, Result>(name: Name, work: (store: Store<Name>) => Promise<Result>): Promise<Result> {
        const connection = await this.#open();
        try {
            const transaction = connection.transaction(name, 'readwrite');
            const [worked, done] = await Promise.allSettled([work(transaction.objectStore(name)), transaction.done]);
            // The request tells more than the transaction that it aborted.
            if (worked.status === 'rejected') throw worked.reason;
            if (done.status === 'rejected') throw done.reason;
            return worked.value;
        } catch (error) {
            throw storageError(error);
        }
    }

    async #open(): Promise<Connection> {
        const opening = (this.#opening ??= this.#openOrRecreate());
        try {
            return await opening;
        } catch (error) {
            this.#forget(opening);
            throw storageError(error);
        }
    }

    async #openOrRecreate(): Promise<Connection> {
        try {
            return await this.#request();
        } catch (error) {
            if (!isBroken(error)) throw error;
            this.#parts.logger.error('What the browser stored cannot be opened and begins anew', { error: describeError(error) });
            await unlessBlocked(this.#parts.indexedDB().deleteDatabase(NAME));
            return await this.#request();
        }
    }

    async #request(): Promise<Connection> {
        const request = this.#parts.indexedDB().open(NAME, VERSION);
        request.addEventListener('upgradeneeded', ({ oldVersion }) => upgrade(wrap(request.result) as Connection, oldVersion));
        const connection = (await unlessBlocked(request)) as Connection;
        const missing = STORES.filter((name) => !connection.objectStoreNames.contains(name));
        if (missing.length > 0) {
            connection.close();
            throw new DOMException(`The database has no ${missing.join(', ')}`, 'NotFoundError');
        }
        const opening = this.#opening;
        // Another tab that brings a newer version waits for this connection; the next use opens it again.
        connection.addEventListener('versionchange', () => {
            connection.close();
            this.#forget(opening);
        });
        connection.addEventListener('close', () => this.#forget(opening));
        return connection;
    }

    #forget(opening: Promise<Connection> | null): void {
        if (this.#opening === opening) this.#opening = null;
    }
}

/** What an earlier version stored stays. */
function upgrade(connection: Connection, oldVersion: number): void {
    if (oldVersion < 1) {
        const history = connection.createObjectStore('history', { keyPath: ['account', 'entry.id'] });
        history.createIndex('start', ['account', 'entry.startedAt']);
    }
    if (oldVersion < 2) {
        connection.createObjectStore('journal', { keyPath: ['user', 'entry.call.id'] });
        const choices = connection.createObjectStore('choices', { keyPath: ['user', 'key'] });
        choices.createIndex('age', ['user', 'chosenAt']);
    }
}

/** What a request gives, or a StorageError where another tab does not let go. */
function unlessBlocked(request: IDBOpenDBRequest): Promise<IDBPDatabase | undefined> {
    const blocked = new Promise<never>((_resolve, reject) => {
        request.addEventListener('blocked', () => {
            // It may open after all when nobody waits for it any more, and would then block others.
            request.addEventListener('success', () => (request.result as IDBDatabase | undefined)?.close());
            reject(new StorageError('blocked'));
        });
    });
    return Promise.race([wrap(request), blocked]);
}

/** Chromium calls files that it cannot read an unknown error; a newer version (VersionError) or a refusal (SecurityError) is nothing broken. */
function isBroken(error: unknown): boolean {
    return ['UnknownError', 'NotFoundError'].includes(exceptionName(error));
}
