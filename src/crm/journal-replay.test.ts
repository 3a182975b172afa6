import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Call, CallId } from '../telephony/call';
import type { CallLog } from '../telephony/call-log';
import type { EndingCause } from '../telephony/call-ending';
import { dialog, inbound, outbound } from '../telephony/call.fake';
import type { SoftphoneEvent } from '../telephony/state';
import type { JournalEntry } from '../telephony/journal-entry';
import type { CallLogEntry } from './call-log';
import { defaultSettings, Page, Surroundings, type Answer, type Death } from './logging.fake';

const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };

/** A call as the agent lives through it, step by step; `sent` are the messages that the other side or the PBX got. */
type Story = readonly ((page: Page, sent: Set<string>) => Promise<void> | void)[];

const happens =
    (event: (at: number) => SoftphoneEvent): Story[number] =>
    (page) =>
        page.phone.report(event(page.clock.now()));
/** What the SIP room does before it sends anything that makes the call real. */
const sends =
    (message: string): Story[number] =>
    async (page, sent) => {
        const written = page.keeper.written('c1');
        await page.pass(0);
        page.clock.advance(300);
        await written;
        if (!page.isDead) sent.add(message);
    };
const starts = (call: Call): Story[number] => happens((at) => ({ type: 'call-started', call: { ...call, startedAt: at } }));
const rings = happens(() => ({ type: 'call-ringing', callId: 'c1', dialog }));
const answers = happens(() => ({ type: 'call-answering', callId: 'c1', origin: 'agent' }));
const connects = happens((at) => ({ type: 'call-connected', callId: 'c1', at, dialog }));
const isFound = happens(() => ({ type: 'call-record', callId: 'c1', record, source: 'search' }));
const isHeld = happens(() => ({ type: 'call-holding', callId: 'c1' }));
const held = happens((at) => ({ type: 'call-held', callId: 'c1', at }));
const resumes = happens(() => ({ type: 'call-resuming', callId: 'c1' }));
const resumed = happens((at) => ({ type: 'call-resumed', callId: 'c1', at }));
const hangsUp = happens(() => ({ type: 'call-ending', callId: 'c1', origin: 'agent' }));
const ends = (cause: EndingCause): Story[number] =>
    happens((at) => ({ type: 'call-ended', callId: 'c1', at, ending: { by: 'remote', cause }, dialog: null }));
const notes =
    (text: string): Story[number] =>
    (page) =>
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', notes: text });
const presses: Story[number] = (page) => page.callLogger.carryOut({ type: 'save-log', callId: 'c1' });
const passes =
    (seconds: number): Story[number] =>
    (page) =>
        page.pass(seconds);

const STORIES: Readonly<Record<string, Story>> = {
    'inbound, answered, with notes': [
        starts(inbound),
        sends('180'),
        isFound,
        passes(3),
        answers,
        sends('200'),
        connects,
        notes('Wants'),
        isHeld,
        held,
        passes(12),
        resumes,
        resumed,
        notes('Wants an offer'),
        hangsUp,
        ends('hung-up'),
        passes(5),
        notes('Wants an offer by Friday'),
        passes(30)
    ],
    'inbound, missed': [starts(inbound), sends('180'), passes(20), ends('cancelled'), passes(2)],
    'outbound, saved by the agent': [
        starts(outbound),
        sends('INVITE'),
        isFound,
        rings,
        passes(11),
        connects,
        passes(3),
        ends('hung-up'),
        notes('Called back'),
        presses,
        passes(2)
    ],
    'outbound, busy, saved in the same moment': [starts(outbound), sends('INVITE'), passes(2), rings, ends('busy'), presses, passes(8)]
};

/** Starts a page anew until one lives through it, and everything is saved that can be. */
async function startAnew(around: Surroundings, deaths: readonly Death[] = [], answered: readonly Answer[] = []): Promise<Page> {
    for (const death of [...deaths, null]) {
        const page = new Page(setImmediate, around, death);
        page.answers.push(...answered);
        void page.replay.run();
        await page.pass(answered.length * 75 + 2);
        if (!page.isDead) return page;
    }
    throw new Error('The last page cannot die');
}

/** Lives through a story on a page, as far as it comes. Resolves to what was sent by then. */
async function live(story: Story, page: Page): Promise<ReadonlySet<string>> {
    const sent = new Set<string>();
    for (const step of story) {
        if (page.isDead) break;
        // A step waits in vain for a page that dies meanwhile.
        await Promise.race([step(page, sent), page.died]);
        await page.pass(0);
    }
    return sent;
}

describe.each(Object.entries(STORIES))('a call (%s) whose page dies', (_name, story) => {
    it('before or after anything that it does has exactly one Task after the next start', async () => {
        const whole = new Page(setImmediate);
        await live(story, whole);
        const count = whole.effects.length;
        expect(count).toBeGreaterThan(4);
        for (let effect = 1; effect <= count; effect++) {
            for (const done of [false, true]) {
                const around = new Surroundings();
                const page = new Page(setImmediate, around, { effect, done });
                const sent = await live(story, page);
                expect(page.isDead).toBe(true);
                const next = await startAnew(around);
                expect(next.phone.raised).toEqual([]);
                expect({ effect, done, journal: around.journal.size }).toEqual({ effect, done, journal: 0 });
                // Before the journal has it, nobody has heard of the call.
                const isKnown = sent.size > 0 || effect > 1 || done;
                expect({ effect, done, tasks: around.tasks.size }).toEqual({ effect, done, tasks: isKnown ? 1 : 0 });
            }
        }
    });

    it('is never saved twice, though the journal is slow', async () => {
        for (let effect = 1; effect <= 12; effect++) {
            for (const done of [false, true]) {
                const around = new Surroundings();
                const page = new Page(setImmediate, around, { effect, done });
                page.journalAnswer = () => new Promise((resolve) => void page.clock.after(1_500, resolve));
                await live(story, page);
                await page.pass(60);
                await startAnew(around);
                expect(around.tasks.size).toBeLessThanOrEqual(1);
                expect(around.journal.size).toBe(0);
            }
        }
    });

    it('again and again, while the org fails, is silent, slow, or gets things twice', async () => {
        const death = fc.record({ effect: fc.integer({ min: 1, max: 30 }), done: fc.boolean() });
        const answer = fc.constantFrom<Answer>('saved', 'slow', 'doubled', 'lost', 'timed-out', 'rejected', 'crm-unavailable', 'misused');
        const answersOf = fc.array(answer, { maxLength: 3 });
        await fc.assert(
            fc.asyncProperty(death, answersOf, fc.array(death, { maxLength: 3 }), answersOf, async (first, answered, later, again) => {
                const around = new Surroundings();
                const page = new Page(setImmediate, around, first);
                page.answers.push(...answered);
                const sent = await live(story, page);
                if (!page.isDead) await page.pass(240);
                void page.die();
                await startAnew(around, later, again);
                expect(around.journal.size).toBe(0);
                expect(around.tasks.size).toBeLessThanOrEqual(1);
                if (sent.size > 0) expect(around.tasks.size).toBe(1);
            }),
            { numRuns: 60 }
        );
    });
});

describe('the next start', () => {
    const startedAt = Date.parse('2026-11-22T00:00:00Z');
    const log: CallLog = {
        callId: 'c1',
        status: 'open',
        direction: 'inbound',
        numberText: '03-1234-5678',
        displayName: null,
        notes: 'Wants an offer',
        disposition: null,
        who: record,
        what: null,
        isRelatedByAgent: false,
        wrapUpEndsAt: null
    };
    const talking: Call = { ...inbound, phase: 'connected', startedAt, connectedAt: startedAt + 5_000 };
    const entry: JournalEntry = { call: talking, log, writtenAt: startedAt + 65_000 };
    const entryOf = (callId: CallId): JournalEntry => ({
        ...entry,
        call: { ...talking, id: callId, dialog: { ...dialog, callId } },
        log: { ...log, callId }
    });

    let around: Surroundings;
    let page: Page;
    const keeps = (...entries: readonly JournalEntry[]): void => entries.forEach((one, index) => around.journal.set(`${index}`, one));
    const tasks = (): readonly CallLogEntry[] => [...around.tasks.values()];
    const effects = async (): Promise<readonly string[]> =>
        (await page.happened()).filter((effect) => !effect.startsWith('journal: write'));

    beforeEach(() => {
        around = new Surroundings();
        page = new Page(setImmediate, around);
    });

    it('ends a call that had no ending when its page gave its last sign of life', async () => {
        keeps(entry);
        await page.replay.run();
        expect(tasks()).toMatchObject([
            { CallDisposition: 'page-closed', CallDurationInSeconds: 60, CallObject: 'abc@pbx', Description: log.notes, WhoId: record.id }
        ]);
    });

    it.each(['open', 'wrap-up', 'saving', 'failed'] as const)('saves a log that was %s at once, with its notes', async (status) => {
        const ending = { by: 'remote', cause: 'hung-up' } as const;
        const call: Call = { ...talking, phase: 'ended', endedAt: startedAt + 15_000, ending };
        keeps({ ...entry, call, log: { ...log, status, wrapUpEndsAt: status === 'wrap-up' ? startedAt + 45_000 : null } });
        await page.replay.run();
        expect(await effects()).toEqual(['journal: take over', `save ${record.id}`, 'refresh', 'journal: remove']);
        expect(tasks()).toMatchObject([{ CallDisposition: 'hung-up', CallDurationInSeconds: 10, Description: log.notes }]);
    });

    it('knows a call without any SIP message by its own name', async () => {
        keeps({ ...entry, call: { ...outbound, startedAt } });
        await page.replay.run();
        expect(tasks()).toMatchObject([{ CallObject: 'denwa-c1', CallDurationInSeconds: 0 }]);
    });

    it.each([
        ['that was never dialled', { ...entry, call: { ...outbound, startedAt, awaiting: 'dial' as const } }, {}],
        ['that is not to be logged', entry, { inbound: false }],
        ['that nobody answered, where so set', { ...entry, call: { ...inbound, startedAt } }, { unanswered: false }]
    ])('forgets a call %s', async (_which, kept, settings) => {
        page.settings = { ...defaultSettings, ...settings };
        around.journal.set('c1', kept);
        await page.replay.run();
        expect(await effects()).toEqual(['journal: take over', 'journal: remove']);
        expect(around.journal.size).toBe(0);
        expect(page.log()).toBeUndefined();
    });

    it('saves one after the other, oldest first', async () => {
        keeps(entryOf('a'), entryOf('b'));
        page.answers.push('slow');
        const run = page.replay.run();
        await page.pass(13);
        expect((await effects()).slice(1)).toEqual([`save ${record.id}`]);
        await page.pass(1);
        await run;
        expect(tasks().map(({ CallObject }) => CallObject)).toEqual(['a', 'b']);
    });

    it('goes on with the others when one fails, shows it, and tries it again', async () => {
        keeps(entryOf('a'), entryOf('b'));
        page.answers.push('crm-unavailable');
        await page.replay.run();
        expect(tasks().map(({ CallObject }) => CallObject)).toEqual(['b']);
        expect(page.log('a')).toMatchObject({ status: 'failed', notes: log.notes });
        expect(page.phone.raised).toEqual(['call-log-failed It did not work']);
        await page.pass(2);
        expect(tasks().map(({ CallObject }) => CallObject)).toEqual(['b', 'a']);
    });

    it.each([
        ['nothing', null],
        ['no call', { log, writtenAt: 0 }],
        ['a call without a party', { ...entry, call: { id: 'c1', phase: 'ended' } }],
        ['a call without a time', { ...entry, call: { ...talking, startedAt: NaN } }],
        ['no log', { ...entry, log: null }],
        ['a log without notes', { ...entry, log: { ...log, notes: 5 } }],
        ['the log of another call', { ...entry, log: { ...log, callId: 'other' } }]
    ])('drops or mends an entry with %s, and goes on', async (_what, malformed) => {
        keeps(malformed as unknown as JournalEntry, entryOf('b'));
        await page.replay.run();
        await page.pass(120);
        expect(around.tasks.has('b')).toBe(true);
        expect(page.phone.state.callLogs.every(({ status }) => status === 'saved')).toBe(true);
        const dropped = page.lines.filter(({ message }) => message.startsWith('Dropped an entry')).length;
        expect(dropped + around.tasks.size).toBe(2);
    });

    it('asks a journal that cannot be read again', async () => {
        keeps(entry);
        let failures = 2;
        page.journalAnswer = () => (failures-- > 0 ? Promise.reject(new Error('Blocked')) : Promise.resolve());
        const run = page.replay.run();
        await page.pass(7);
        await run;
        expect(around.tasks.size).toBe(1);
    });

    it('looks again every minute: another window may have died meanwhile', async () => {
        page.replay.start();
        page.replay.start();
        await page.pass(1);
        expect(around.tasks.size).toBe(0);
        keeps(entry);
        await page.pass(58);
        expect(around.tasks.size).toBe(0);
        await page.pass(1);
        expect(around.tasks.size).toBe(1);
    });

    it('keeps what it saves in the journal until it is saved', async () => {
        around.journal.set('c1', entry);
        page.answers.push('timed-out');
        await page.replay.run();
        expect(around.journal.get('c1')).toMatchObject({ call: { ending: { cause: 'page-closed' } }, log: { status: 'failed' } });
        await page.pass(2);
        expect(around.journal.size).toBe(0);
    });
});
