import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { HistoryEntry } from '../telephony/history';
import type { Database } from './database';
import { pastCall } from './history-entry.fake';
import { IndexedDbHistory } from './history-store';
import { Profile } from './profile.fake';
import { failPuts, restorePuts } from './quota.fake';

function historyIn(profile: Profile, database: Database = profile.database()): IndexedDbHistory {
    return new IndexedDbHistory({ database, logger: profile.logger });
}

async function ids(history: IndexedDbHistory, account = '1001', limit = 200): Promise<readonly string[]> {
    return (await history.load(account, limit)).map(({ id }) => id);
}

async function saveAll(history: IndexedDbHistory, count: number, account = '1001'): Promise<void> {
    for (let index = 1; index <= count; index += 1) await history.save(account, pastCall(`c${index}`, index), 200);
}

afterEach(restorePuts);

describe('what is kept', () => {
    test('comes back newest first, at most as many as wanted, after a reload', async () => {
        const profile = new Profile();
        const history = historyIn(profile);
        const [a, b, c] = [pastCall('a', 30), pastCall('b', 10), pastCall('c', 20)];
        for (const entry of [c, a, b]) await history.save('1001', entry, 200);
        expect(await historyIn(profile).load('1001', 200)).toEqual([a, c, b]);
        expect(await ids(historyIn(profile), '1001', 2)).toEqual(['a', 'c']);
    });

    test('is apart for each account, even where one number begins with the other', async () => {
        const history = historyIn(new Profile());
        await history.save('100', pastCall('short', 1), 200);
        await history.save('1001', pastCall('long', 2), 200);
        await history.save('1001', pastCall('long-2', 3), 1);
        expect([await ids(history, '100'), await ids(history, '1001')]).toEqual([['short'], ['long-2']]);
        await history.clear('1001');
        expect([await ids(history, '100'), await ids(history, '1001')]).toEqual([['short'], []]);
    });

    test('is the newest, whatever came last', async () => {
        const history = historyIn(new Profile());
        for (const startedAt of [40, 10, 30, 20]) await history.save('1001', pastCall(`c${startedAt}`, startedAt), 2);
        expect(await ids(history)).toEqual(['c40', 'c30']);
    });

    test('is one entry for each call', async () => {
        const history = historyIn(new Profile());
        const changed: HistoryEntry = { ...pastCall('c1', 1), record: null };
        await history.save('1001', pastCall('c1', 1), 200);
        await history.save('1001', changed, 200);
        expect(await history.load('1001', 200)).toEqual([changed]);
    });

    test('is there without a quality where an earlier version kept it', async () => {
        const profile = new Profile();
        const history = historyIn(profile);
        const { quality, ...earlier } = pastCall('c1', 1);
        await history.save('1001', earlier as HistoryEntry, 200);
        expect(quality).toBeNull();
        expect(await history.load('1001', 200)).toEqual([pastCall('c1', 1)]);
    });

    test('has the quality of the call', async () => {
        const history = historyIn(new Profile());
        const measured = { ...pastCall('c1', 1), quality: { mos: 4.2, packetLoss: 0.5, jitter: 3, roundTrip: null } };
        await history.save('1001', measured, 200);
        expect(await history.load('1001', 200)).toEqual([measured]);
    });

    test('is shared by all tabs', async () => {
        const profile = new Profile();
        const [one, two] = [historyIn(profile), historyIn(profile)];
        await Promise.all([one.save('1001', pastCall('c1', 1), 200), two.save('1001', pastCall('c2', 2), 200)]);
        expect([await ids(one), await ids(two)]).toEqual([
            ['c2', 'c1'],
            ['c2', 'c1']
        ]);
    });
});

describe('what is not an entry', () => {
    test.each<[string, object]>([
        ['no start', { startedAt: undefined }],
        ['a start that is text', { startedAt: 'yesterday' }],
        ['a start that no calendar has', { startedAt: 1e300 }],
        ['an unknown result', { result: 'toString' }],
        ['an unknown direction', { direction: 'sideways' }],
        ['a number that is markup in an object', { number: { html: '<img>' } }],
        ['half a record', { record: { id: '003' } }],
        ['a duration without end', { talkSeconds: Number.POSITIVE_INFINITY }]
    ])('%s: is left out and removed', async (_name, wrong) => {
        const profile = new Profile();
        const history = historyIn(profile);
        await history.save('1001', pastCall('good', 1), 200);
        const raw = await profile.raw();
        await raw.put('history', { account: '1001', entry: { ...pastCall('bad', 2), ...wrong } });
        expect(await ids(history)).toEqual(['good']);
        expect(await raw.getAllKeys('history')).toEqual([['1001', 'good']]);
        expect(profile.log).toMatchObject([{ level: 'warn', fields: { count: 1 } }]);
    });
});

describe('a full disk', () => {
    test('costs the older half of every account, and the call is kept', async () => {
        const profile = new Profile();
        const history = historyIn(profile);
        await saveAll(history, 5);
        await saveAll(history, 2, '1002');
        failPuts(1);
        await history.save('1001', pastCall('c6', 6), 200);
        expect([await ids(history), await ids(history, '1002')]).toEqual([['c6', 'c5', 'c4'], ['c2']]);
        expect(profile.told).toEqual(['warn: No room: the older half of the history is given up']);
    });

    test('that stays full is told, and keeps what is left', async () => {
        const history = historyIn(new Profile());
        await saveAll(history, 4);
        failPuts(2);
        await expect(history.save('1001', pastCall('c5', 5), 200)).rejects.toMatchObject({ name: 'StorageError', reason: 'full' });
        expect(await ids(history)).toEqual(['c4', 'c3']);
    });
});
