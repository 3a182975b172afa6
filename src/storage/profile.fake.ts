import { IDBFactory } from 'fake-indexeddb';
import { wrap, type IDBPDatabase } from 'idb';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { Database } from './database';
import { FakeLocks } from './lock-manager.fake';

/** One browser profile, in which tabs come and go. */
export class Profile {
    readonly clock = new SimulatedClock();
    readonly factory = new IDBFactory();
    readonly locks = new FakeLocks();
    readonly log: LogLine[] = [];
    readonly logger = new Logger('storage', this.clock, (line) => this.log.push(line));
    /** How often any tab opened the database. */
    opened = 0;

    /** The database as a new tab sees it. `brokenFor`: how many times the browser fails to open it. */
    database(brokenFor = 0): Database {
        const open = (name: string, version?: number): IDBOpenDBRequest => {
            this.opened += 1;
            if (this.opened <= brokenFor) throw new DOMException('Internal error opening backing store', 'UnknownError');
            return this.factory.open(name, version);
        };
        const deleteDatabase = (name: string): IDBOpenDBRequest => this.factory.deleteDatabase(name);
        return new Database({ indexedDB: () => ({ open, deleteDatabase }) as Partial<IDBFactory> as IDBFactory, logger: this.logger });
    }

    /** As in a tab that may not even look at `indexedDB`. */
    forbiddenDatabase(): Database {
        const indexedDB = (): never => {
            throw new DOMException('Access is denied for this document', 'SecurityError');
        };
        return new Database({ indexedDB, logger: this.logger });
    }

    /** Somebody else's hand in the database. */
    async raw(version?: number, upgrade?: (database: IDBPDatabase) => void): Promise<IDBPDatabase> {
        const request = this.factory.open('denwa', version);
        request.addEventListener('upgradeneeded', () => upgrade?.(wrap(request.result)));
        return new Promise((resolve, reject) => {
            request.addEventListener('success', () => resolve(wrap(request.result)));
            request.addEventListener('error', () => reject(new Error('The database cannot be opened', { cause: request.error })));
            request.addEventListener('blocked', () => reject(new Error('Some tab keeps the database')));
        });
    }

    /** As a person does who deletes what sites have stored. */
    async deleteAll(): Promise<void> {
        await wrap(this.factory.deleteDatabase('denwa'));
    }

    /** The log's levels, each with its message. */
    get told(): readonly string[] {
        return this.log.map(({ level, message }) => `${level}: ${message}`);
    }
}
