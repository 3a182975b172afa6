import 'fake-indexeddb/auto';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { wrap, type IDBPDatabase } from 'idb';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { HistoryEntry } from '../telephony/history';
import { IndexedDbHistory } from './history-store';

/** One browser profile, in which tabs come and go. */
class Profile {
    readonly factory = new IDBFactory();
    readonly log: LogLine[] = [];
    opened = 0;

    /** A tab with the phone. `brokenFor`: how many times the browser fails to open the database. */
    tab(brokenFor = 0): IndexedDbHistory {
        const open = (name: string, version?: number): IDBOpenDBRequest => {
            this.opened += 1;
            if (this.opened <= brokenFor) throw new DOMException('Internal error opening backing store', 'UnknownError');
            return this.factory.open(name, version);
        };
        const deleteDatabase = (name: string): IDBOpenDBRequest => this.factory.deleteDatabase(name);
        return this.#history(() => ({ open, deleteDatabase }) as Partial<IDBFactory> as IDBFactory);
    }

    tabWithoutStorage(): IndexedDbHistory {
        return this.#history(() => {
            throw new DOMException('Access is denied for this document', 'SecurityError');
        });
    }

    /** Somebody else's hand in the database. */
    async raw(version?: number): Promise<IDBPDatabase> {
        const database = await wrap(this.factory.open('denwa', version));
        if (!database) throw new Error('No database');
        return database;
    }

    #history(indexedDB: () => IDBFactory): IndexedDbHistory {
        return new IndexedDbHistory({ indexedDB, logger: new Logger('storage', new SimulatedClock(), (line) => this.log.push(line)) });
    }
}

function call(id: string, startedAt: number): HistoryEntry {
    return {
        id,
        direction: 'inbound',
        result: 'missed',
        number: '0312345678',
        numberText: '03-1234-5678',
        displayName: null,
        record: { id: '003', objectType: 'Contact', name: '山田' },
        businessLabel: null,
        startedAt,
        talkSeconds: null
    };
}

async function ids(history: IndexedDbHistory, account = '1001', limit = 200): Promise<readonly string[]> {
    return (await history.load(account, limit)).map(({ id }) => id);
}

async function saveAll(history: IndexedDbHistory, count: number): Promise<void> {
    for (let index = 1; index <= count; index += 1) await history.save('1001', call(`c${index}`, index), 200);
}

afterEach(() => {
    jest.restoreAllMocks();
});

describe('what is kept', () => {
    test('comes back newest first, at most as many as wanted, after a reload', async () => {
        const profile = new Profile();
        const history = profile.tab();
        for (const entry of [call('c', 20), call('a', 30), call('b', 10)]) await history.save('1001', entry, 200);
        expect(await profile.tab().load('1001', 200)).toEqual([call('a', 30), call('c', 20), call('b', 10)]);
        expect(await ids(profile.tab(), '1001', 2)).toEqual(['a', 'c']);
    });

    test('is apart for each account, even where one number begins with the other', async () => {
        const history = new Profile().tab();
        await history.save('100', call('short', 1), 200);
        await history.save('1001', call('long', 2), 200);
        await history.save('1001', call('long-2', 3), 1);
        expect([await ids(history, '100'), await ids(history, '1001')]).toEqual([['short'], ['long-2']]);
        await history.clear('1001');
        expect([await ids(history, '100'), await ids(history, '1001')]).toEqual([['short'], []]);
    });

    test('is the newest, whatever came last', async () => {
        const history = new Profile().tab();
        for (const startedAt of [40, 10, 30, 20]) await history.save('1001', call(`c${startedAt}`, startedAt), 2);
        expect(await ids(history)).toEqual(['c40', 'c30']);
    });

    test('is one entry for each call', async () => {
        const history = new Profile().tab();
        await history.save('1001', call('c1', 1), 200);
        await history.save('1001', { ...call('c1', 1), record: null }, 200);
        expect(await history.load('1001', 200)).toEqual([{ ...call('c1', 1), record: null }]);
    });
});

describe('what is not an entry', () => {
    test.each<[string, object]>([
        ['no start', { startedAt: undefined }],
        ['a start that is text', { startedAt: 'yesterday' }],
        ['an unknown result', { result: 'toString' }],
        ['an unknown direction', { direction: 'sideways' }],
        ['a number that is markup in an object', { number: { html: '<img>' } }],
        ['half a record', { record: { id: '003' } }],
        ['a duration without end', { talkSeconds: Number.POSITIVE_INFINITY }]
    ])('%s: is left out and removed', async (_name, wrong) => {
        const profile = new Profile();
        const history = profile.tab();
        await history.save('1001', call('good', 1), 200);
        const raw = await profile.raw();
        await raw.put('history', { account: '1001', entry: { ...call('bad', 2), ...wrong } });
        expect(await ids(history)).toEqual(['good']);
        expect(await raw.getAllKeys('history')).toEqual([['1001', 'good']]);
        expect(profile.log).toMatchObject([{ level: 'warn', fields: { count: 1 } }]);
    });
});

describe('a full disk', () => {
    function failPuts(times: number): void {
        const put = jest.spyOn(IDBObjectStore.prototype, 'put');
        for (let failed = 0; failed < times; failed += 1) {
            put.mockImplementationOnce(() => {
                throw new DOMException('', 'QuotaExceededError');
            });
        }
    }

    test('costs the older half, and the call is kept', async () => {
        const profile = new Profile();
        const history = profile.tab();
        await saveAll(history, 5);
        failPuts(1);
        await history.save('1001', call('c6', 6), 200);
        expect(await ids(history)).toEqual(['c6', 'c5', 'c4']);
        expect(profile.log.map(({ level }) => level)).toEqual(['warn']);
    });

    test('that stays full is told, and keeps what is left', async () => {
        const history = new Profile().tab();
        await saveAll(history, 4);
        failPuts(2);
        await expect(history.save('1001', call('c5', 5), 200)).rejects.toMatchObject({ name: 'StorageError', reason: 'full' });
        expect(await ids(history)).toEqual(['c4', 'c3']);
    });
});

describe('a database that cannot be used', () => {
    test('because the browser forbids it', async () => {
        const history = new Profile().tabWithoutStorage();
        await expect(history.load('1001', 200)).rejects.toMatchObject({ name: 'StorageError', reason: 'unavailable' });
        await expect(history.save('1001', call('c1', 1), 200)).rejects.toMatchObject({ reason: 'unavailable' });
        await expect(history.clear('1001')).rejects.toMatchObject({ reason: 'unavailable' });
    });

    test('because it is of a newer version, is left as it is', async () => {
        const profile = new Profile();
        await profile.tab().save('1001', call('c1', 1), 200);
        const newer = await profile.raw(2);
        await expect(profile.tab().load('1001', 200)).rejects.toMatchObject({ reason: 'unavailable' });
        expect(await newer.count('history')).toBe(1);
    });

    test('because it is broken, begins anew', async () => {
        const profile = new Profile();
        await profile.tab().save('1001', call('c1', 1), 200);
        const history = profile.tab(2);
        expect(await ids(history)).toEqual([]);
        await history.save('1001', call('c2', 2), 200);
        expect(await ids(history)).toEqual(['c2']);
    });

    test('because it stays broken, is tried again only with the next use', async () => {
        const profile = new Profile();
        const history = profile.tab(2);
        await expect(history.load('1001', 200)).rejects.toMatchObject({ reason: 'unavailable' });
        expect(profile.opened).toBe(2);
        expect(await ids(history)).toEqual([]);
    });

    test('because another tab keeps it, can be used when that has let go', async () => {
        const profile = new Profile();
        const strange = await profile.raw(1);
        const history = profile.tab();
        await expect(history.load('1001', 200)).rejects.toMatchObject({ reason: 'blocked' });
        strange.close();
        expect(await ids(history)).toEqual([]);
    });
});

describe('several tabs', () => {
    test('share one history', async () => {
        const profile = new Profile();
        const [one, two] = [profile.tab(), profile.tab()];
        await Promise.all([one.save('1001', call('c1', 1), 200), two.save('1001', call('c2', 2), 200)]);
        expect([await ids(one), await ids(two)]).toEqual([
            ['c2', 'c1'],
            ['c2', 'c1']
        ]);
    });

    test('each open the database once, on the first use', async () => {
        const profile = new Profile();
        const history = profile.tab();
        expect(profile.opened).toBe(0);
        await Promise.all([history.load('1001', 200), history.save('1001', call('c1', 1), 200), history.clear('1002')]);
        expect(profile.opened).toBe(1);
    });

    test('make way for a change, and open the database again with the next use', async () => {
        const profile = new Profile();
        const history = profile.tab();
        await history.save('1001', call('c1', 1), 200);
        await wrap(profile.factory.deleteDatabase('denwa'));
        await history.save('1001', call('c2', 2), 200);
        expect(await ids(history)).toEqual(['c2']);
        expect(profile.opened).toBe(2);
    });
});
