import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { held, inbound, talking } from '../telephony/call.fake';
import type { Call } from '../telephony/call';
import type { CallLog } from '../telephony/call-log';
import type { JournalEntry } from '../telephony/journal-entry';
import { pastCall } from './history-entry.fake';
import { IndexedDbHistory } from './history-store';
import { IndexedDbAbandonedCalls } from './abandoned-calls';
import { IndexedDbJournal } from './journal-store';
import { deniedLocks } from './lock-manager.fake';
import { PageLock } from './page-lock';
import { Profile } from './profile.fake';
import { failPuts, restorePuts } from './quota.fake';

const ALICE = '005000000000001AAA';
const BOB = '005000000000002AAA';

/** A page of the phone, in a profile that others share. */
class Page {
    readonly journal: IndexedDbJournal;
    readonly abandoned: IndexedDbAbandonedCalls;
    readonly #locks: ReturnType<Profile['locks']['page']>;
    readonly #profile: Profile;

    constructor(profile: Profile, id: string, user = ALICE, locks: 'locks' | 'no-locks' | 'denied' = 'locks') {
        this.#profile = profile;
        this.#locks = profile.locks.page();
        const manager = { locks: this.#locks, 'no-locks': undefined, denied: deniedLocks }[locks];
        const { logger } = profile;
        const page = new PageLock({ id, locks: manager, logger });
        const parts = { database: profile.database(), user, page, logger };
        this.journal = new IndexedDbJournal(parts);
        this.abandoned = new IndexedDbAbandonedCalls(parts);
    }

    kill(): void {
        this.#locks.kill();
    }

    /** Runs after this page has looked which others live, before it knows. */
    set afterLook(task: () => Promise<unknown>) {
        this.#locks.beforeAnswer = task;
    }

    async takeOver(): Promise<readonly string[]> {
        return (await this.abandoned.takeOver()).map(({ call }) => call.id);
    }

    /** Whose entries are in the store: page by call. */
    async owners(): Promise<Readonly<Record<string, string>>> {
        const raw = await this.#profile.raw();
        const records = (await raw.getAll('journal')) as { page: string; entry: JournalEntry }[];
        raw.close();
        return Object.fromEntries(records.map(({ page, entry }) => [entry.call.id, page]));
    }
}

const log: CallLog = {
    callId: 'c1',
    status: 'open',
    direction: 'outbound',
    numberText: '03-1234-5678',
    displayName: null,
    notes: '折り返し希望',
    disposition: null,
    who: { id: '003', objectType: 'Contact', name: '山田' },
    what: null,
    isRelatedByAgent: true,
    wrapUpEndsAt: null
};

function entry(id: string, startedAt = 0, of: Call = talking): JournalEntry {
    return { call: { ...of, id, startedAt }, log: { ...log, callId: id }, writtenAt: 100 };
}

afterEach(restorePuts);

describe('an entry', () => {
    test.each<[string, Call]>([
        ['a call that rings', { ...inbound, remote: { number: null, displayName: null, absence: 'withheld' } }],
        [
            'a call that is up',
            { ...talking, record: { id: '001', objectType: 'Account', name: '佐藤', contactId: '003' }, recordSource: 'agent' }
        ],
        ['a call on hold', held],
        ['a call that waits', { ...talking, awaiting: 'resume', consultationOf: 'c2', digits: '12#' }],
        ['a call that came back from a slot', { ...inbound, returned: { kind: 'park', slot: null } }],
        ['a call that came back from a transfer', { ...inbound, returned: { kind: 'transfer', target: '1002', cause: 'no-reply' } }],
        [
            'a call that is being transferred',
            {
                ...talking,
                transfer: { kind: 'park', target: '700', status: 'accepted', failure: null, slot: { slot: '701', recallAfter: 45 } }
            }
        ],
        [
            'a call whose transfer failed',
            {
                ...talking,
                transfer: {
                    kind: 'blind',
                    target: '1002',
                    status: 'failed',
                    failure: { cause: 'busy', statusCode: 486, foreseen: true },
                    slot: null
                }
            }
        ],
        [
            'a call that has ended',
            { ...talking, phase: 'ended', endedAt: 90, ending: { by: 'remote', cause: 'refused', statusCode: 488 }, heldFor: 20 }
        ]
    ])('%s: comes back as it was', async (_name, call) => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead');
        await dead.journal.write(entry('c1', 5, call));
        dead.kill();
        expect(await new Page(profile, 'new').abandoned.takeOver()).toEqual([entry('c1', 5, call)]);
    });

    test('is the one that was written last', async () => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead');
        await dead.journal.write(entry('c1'));
        await dead.journal.write({ ...entry('c1'), writtenAt: 200 });
        dead.kill();
        expect(await new Page(profile, 'new').abandoned.takeOver()).toEqual([{ ...entry('c1'), writtenAt: 200 }]);
    });

    test('that was removed is gone, and removing it again does no harm', async () => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead');
        await dead.journal.write(entry('c1'));
        await dead.journal.write(entry('c2'));
        await dead.journal.remove('c1');
        await dead.journal.remove('c1');
        dead.kill();
        expect(await new Page(profile, 'new').takeOver()).toEqual(['c2']);
    });

    test('is found without what matters only while it rings', async () => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead');
        await dead.journal.write(entry('c1', 0, { ...inbound, pop: { kind: 'record', status: 'shown' } }));
        dead.kill();
        expect(await new Page(profile, 'new').abandoned.takeOver()).toEqual([entry('c1', 0, inbound)]);
    });
});

describe('taking over', () => {
    test('gives the calls of pages that are gone, the oldest first, and once', async () => {
        const profile = new Profile();
        const dead = [new Page(profile, 'dead-1'), new Page(profile, 'dead-2')] as const;
        await dead[0].journal.write(entry('c3', 30));
        await dead[1].journal.write(entry('c1', 10));
        await dead[0].journal.write(entry('c2', 20));
        for (const page of dead) page.kill();
        const page = new Page(profile, 'new');
        expect(await page.takeOver()).toEqual(['c1', 'c2', 'c3']);
        expect(await page.owners()).toEqual({ c1: 'new', c2: 'new', c3: 'new' });
        expect(await page.takeOver()).toEqual([]);
        expect(profile.told).toEqual(['info: Calls of pages that are gone were taken over']);
    });

    test('leaves the calls of pages that live, until they are gone too', async () => {
        const profile = new Profile();
        const [alive, page] = [new Page(profile, 'alive'), new Page(profile, 'new')];
        await alive.journal.write(entry('c1'));
        expect(await page.takeOver()).toEqual([]);
        expect(await page.owners()).toEqual({ c1: 'alive' });
        alive.kill();
        expect(await page.takeOver()).toEqual(['c1']);
    });

    test('gives what a page had taken over and left behind to the next one', async () => {
        const profile = new Profile();
        const pages = ['one', 'two', 'three'].map((id) => new Page(profile, id));
        const taken: (readonly string[])[] = [];
        for (const page of pages) {
            taken.push(await page.takeOver());
            await page.journal.write(entry(`c${taken.length}`, taken.length));
            page.kill();
        }
        expect(taken).toEqual([[], ['c1'], ['c1', 'c2']]);
    });

    test('by several pages at once gives each call to one of them', async () => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead');
        const calls = ['c1', 'c2', 'c3', 'c4'];
        for (const [index, id] of calls.entries()) await dead.journal.write(entry(id, index));
        dead.kill();
        const taken = await Promise.all(['one', 'two', 'three'].map((id) => new Page(profile, id).takeOver()));
        expect(taken.flat().sort()).toEqual(calls);
    });

    test('gives nothing to a page that another one was faster than', async () => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead');
        await dead.journal.write(entry('c1'));
        dead.kill();
        const [slow, fast] = [new Page(profile, 'slow'), new Page(profile, 'fast')];
        let takenByFast: readonly string[] = [];
        // By now the slow page has seen that nobody but itself lives.
        slow.afterLook = async () => (takenByFast = await fast.takeOver());
        expect(await slow.takeOver()).toEqual([]);
        expect(takenByFast).toEqual(['c1']);
        expect(await slow.owners()).toEqual({ c1: 'fast' });
    });

    test('concerns one user', async () => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead', BOB);
        await dead.journal.write(entry('c1'));
        dead.kill();
        expect(await new Page(profile, 'new', ALICE).takeOver()).toEqual([]);
        expect(await new Page(profile, 'newer', BOB).takeOver()).toEqual(['c1']);
    });

    test.each(['no-locks', 'denied'] as const)('gives what others wrote, where pages cannot be told apart (%s)', async (locks) => {
        const profile = new Profile();
        const [other, page] = [new Page(profile, 'other', ALICE, locks), new Page(profile, 'new', ALICE, locks)];
        await other.journal.write(entry('c1', 1));
        await page.journal.write(entry('c2', 2));
        expect(await page.takeOver()).toEqual(['c1']);
    });

    test('fails and takes nothing where it cannot be told which pages live', async () => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead');
        await dead.journal.write(entry('c1'));
        dead.kill();
        const page = new Page(profile, 'new');
        page.afterLook = () => Promise.reject(new DOMException('', 'InvalidStateError'));
        await expect(page.abandoned.takeOver()).rejects.toMatchObject({ name: 'StorageError', reason: 'unavailable' });
        expect(await page.owners()).toEqual({ c1: 'dead' });
    });
});

describe('what is not an entry', () => {
    const { call } = entry('c1');

    test.each<[string, object]>([
        ['no log', { log: undefined }],
        ['a log of another call', { log: { ...log, callId: 'c2' } }],
        ['notes that are none', { log: { ...log, notes: null } }],
        ['half a contact', { log: { ...log, who: { id: '003' } } }],
        ['no time', { writtenAt: 'yesterday' }],
        ['a start that no calendar has', { call: { ...call, startedAt: 1e300 } }],
        ['a start before all time', { call: { ...call, startedAt: -1 } }],
        ['an unknown phase', { call: { ...call, phase: 'toString' } }],
        ['an ending without a cause', { call: { ...call, ending: { by: 'remote' } } }],
        ['an unknown ending', { call: { ...call, ending: { by: 'remote', cause: 'constructor' } } }],
        ['a number that is markup in an object', { call: { ...call, remote: { number: { html: '<img>' }, displayName: null } } }],
        ['no other party', { call: { ...call, remote: null } }],
        ['no details', { call: { ...call, details: undefined } }],
        ['an empty Call-ID', { call: { ...call, dialog: { callId: '', localTag: null, remoteTag: null } } }],
        ['a hold without end', { call: { ...call, heldFor: Number.POSITIVE_INFINITY } }],
        ['a transfer to nowhere', { call: { ...call, transfer: { kind: 'blind', status: 'requested' } } }],
        ['a return from nowhere', { call: { ...call, returned: { kind: 'space' } } }]
    ])('%s: is left out and removed', async (_name, wrong) => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead');
        await dead.journal.write(entry('good'));
        const raw = await profile.raw();
        await raw.put('journal', { user: ALICE, page: 'dead', entry: { ...entry('c1'), ...wrong } });
        dead.kill();
        expect(await new Page(profile, 'new').takeOver()).toEqual(['good']);
        expect(await raw.getAllKeys('journal')).toEqual([[ALICE, 'good']]);
        expect(profile.log).toContainEqual(
            expect.objectContaining({ level: 'error', message: 'Unreadable entries of the journal were removed', fields: { count: 1 } })
        );
    });

    test('is left alone while its page lives, which may be of a newer version', async () => {
        const profile = new Profile();
        const alive = new Page(profile, 'alive');
        await alive.journal.write(entry('c1'));
        const raw = await profile.raw();
        await raw.put('journal', { user: ALICE, page: 'alive', entry: { call: { id: 'c2', newer: true } } });
        expect(await new Page(profile, 'new').takeOver()).toEqual([]);
        expect(await raw.count('journal')).toBe(2);
    });

    test('is removed where no page answers for it', async () => {
        const profile = new Profile();
        const page = new Page(profile, 'new');
        expect(await page.takeOver()).toEqual([]);
        const raw = await profile.raw();
        await raw.put('journal', { user: ALICE, entry: { call: { id: 'c1' } } });
        expect(await page.takeOver()).toEqual([]);
        expect(await raw.count('journal')).toBe(0);
    });
});

describe('a full disk', () => {
    async function historyOf(profile: Profile): Promise<IndexedDbHistory> {
        const history = new IndexedDbHistory({ database: profile.database(), logger: profile.logger });
        for (let index = 1; index <= 4; index += 1) await history.save('1001', pastCall(`h${index}`, index), 200);
        return history;
    }

    test('costs the older half of the history before it costs an entry', async () => {
        const profile = new Profile();
        const history = await historyOf(profile);
        const page = new Page(profile, 'page');
        failPuts(1);
        await page.journal.write(entry('c1'));
        expect(await page.owners()).toEqual({ c1: 'page' });
        expect((await history.load('1001', 200)).map(({ id }) => id)).toEqual(['h4', 'h3']);
    });

    test('that stays full is told, and what was written before stays', async () => {
        const profile = new Profile();
        const page = new Page(profile, 'page');
        await page.journal.write(entry('c1'));
        failPuts(2);
        await expect(page.journal.write({ ...entry('c1'), writtenAt: 200 })).rejects.toMatchObject({
            name: 'StorageError',
            reason: 'full'
        });
        page.kill();
        expect(await new Page(profile, 'new').abandoned.takeOver()).toEqual([entry('c1')]);
    });

    test('while taking over leaves everything to whoever comes next', async () => {
        const profile = new Profile();
        const dead = new Page(profile, 'dead');
        await dead.journal.write(entry('c1', 1));
        await dead.journal.write(entry('c2', 2));
        dead.kill();
        const page = new Page(profile, 'new');
        failPuts(2);
        await expect(page.takeOver()).rejects.toMatchObject({ reason: 'full' });
        expect(await page.owners()).toEqual({ c1: 'dead', c2: 'dead' });
        expect(await page.takeOver()).toEqual(['c1', 'c2']);
    });
});

test('a browser that stores nothing says so', async () => {
    const profile = new Profile();
    const { logger } = profile;
    const page = new PageLock({ id: 'page', locks: profile.locks.page(), logger });
    const parts = { database: profile.forbiddenDatabase(), user: ALICE, page, logger };
    const journal = new IndexedDbJournal(parts);
    await expect(journal.write(entry('c1'))).rejects.toMatchObject({ name: 'StorageError', reason: 'unavailable' });
    await expect(journal.remove('c1')).rejects.toMatchObject({ reason: 'unavailable' });
    await expect(new IndexedDbAbandonedCalls(parts).takeOver()).rejects.toMatchObject({ reason: 'unavailable' });
});
