import 'fake-indexeddb/auto';
import { describe, expect, test } from '@jest/globals';
import type { Database } from './database';
import { pastCall } from './history-entry.fake';
import { IndexedDbHistory } from './history-store';
import { Profile } from './profile.fake';

function historyIn(profile: Profile, database: Database = profile.database()): IndexedDbHistory {
    return new IndexedDbHistory({ database, logger: profile.logger });
}

async function ids(history: IndexedDbHistory): Promise<readonly string[]> {
    return (await history.load('1001', 200)).map(({ id }) => id);
}

/** A tab with the first version of the database, and one call in its history. */
async function firstVersion(profile: Profile): ReturnType<Profile['raw']> {
    const old = await profile.raw(1, (database) => {
        database.createObjectStore('history', { keyPath: ['account', 'entry.id'] }).createIndex('start', ['account', 'entry.startedAt']);
    });
    await old.put('history', { account: '1001', entry: pastCall('old', 1) });
    return old;
}

describe('an upgrade from version 1', () => {
    test('keeps the history, and makes room for journal and choices', async () => {
        const profile = new Profile();
        (await firstVersion(profile)).close();
        const history = historyIn(profile);
        await history.save('1001', pastCall('new', 2), 200);
        expect(await history.load('1001', 200)).toEqual([pastCall('new', 2), pastCall('old', 1)]);
        const raw = await profile.raw();
        expect([raw.version, [...raw.objectStoreNames]]).toEqual([2, ['choices', 'history', 'journal']]);
        expect(profile.told).toEqual([]);
    });

    test('happens while a tab of the old version makes way', async () => {
        const profile = new Profile();
        const old = await firstVersion(profile);
        old.addEventListener('versionchange', () => old.close());
        expect(await ids(historyIn(profile))).toEqual(['old']);
    });

    test('waits for a tab of the old version that does not, and then blocks nobody', async () => {
        const profile = new Profile();
        const old = await firstVersion(profile);
        const history = historyIn(profile);
        await expect(history.load('1001', 200)).rejects.toMatchObject({ reason: 'blocked' });
        old.close();
        expect(await ids(history)).toEqual(['old']);
        // Closes the tab's one connection; the one that came too late would keep the next version from opening.
        const next = await profile.raw(3);
        expect(next.version).toBe(3);
    });
});

describe('a database that cannot be used', () => {
    test('because the browser forbids it', async () => {
        const profile = new Profile();
        const history = historyIn(profile, profile.forbiddenDatabase());
        await expect(history.load('1001', 200)).rejects.toMatchObject({ name: 'StorageError', reason: 'unavailable' });
        await expect(history.save('1001', pastCall('c1', 1), 200)).rejects.toMatchObject({ reason: 'unavailable' });
        await expect(history.clear('1001')).rejects.toMatchObject({ reason: 'unavailable' });
    });

    test('because it is of a newer version, is left as it is', async () => {
        const profile = new Profile();
        await historyIn(profile).save('1001', pastCall('c1', 1), 200);
        const newer = await profile.raw(3);
        await expect(historyIn(profile).load('1001', 200)).rejects.toMatchObject({ reason: 'unavailable' });
        expect(await newer.count('history')).toBe(1);
    });

    test('because it is broken, begins anew', async () => {
        const profile = new Profile();
        await historyIn(profile).save('1001', pastCall('c1', 1), 200);
        profile.opened = 0;
        const history = historyIn(profile, profile.database(1));
        expect(await ids(history)).toEqual([]);
        await history.save('1001', pastCall('c2', 2), 200);
        expect(await ids(history)).toEqual(['c2']);
        expect(profile.told).toEqual(['error: What the browser stored cannot be opened and begins anew']);
    });

    test('because a part of it is missing, begins anew', async () => {
        const profile = new Profile();
        const strange = await profile.raw(2, (database) => void database.createObjectStore('history'));
        strange.close();
        const history = historyIn(profile);
        await history.save('1001', pastCall('c1', 1), 200);
        expect(await ids(history)).toEqual(['c1']);
    });

    test('because it stays broken, is tried again only with the next use', async () => {
        const profile = new Profile();
        const history = historyIn(profile, profile.database(2));
        await expect(history.load('1001', 200)).rejects.toMatchObject({ reason: 'unavailable' });
        expect(profile.opened).toBe(2);
        expect(await ids(history)).toEqual([]);
    });
});

describe('a tab', () => {
    test('opens the database once, on the first use', async () => {
        const profile = new Profile();
        const history = historyIn(profile);
        expect(profile.opened).toBe(0);
        await Promise.all([history.load('1001', 200), history.save('1001', pastCall('c1', 1), 200), history.clear('1002')]);
        expect(profile.opened).toBe(1);
    });

    test('makes way for a change, and opens the database again with the next use', async () => {
        const profile = new Profile();
        const history = historyIn(profile);
        await history.save('1001', pastCall('c1', 1), 200);
        await profile.deleteAll();
        await history.save('1001', pastCall('c2', 2), 200);
        expect(await ids(history)).toEqual(['c2']);
        expect(profile.opened).toBe(2);
    });
});
