import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Call } from '../telephony/call';
import type { EndingCause } from '../telephony/call-ending';
import { dialog, inbound, outbound } from '../telephony/call.fake';
import type { RecordLink } from '../telephony/record';
import type { CallLogSettings } from './crm-settings';
import { defaultSettings, Page, Surroundings } from './logging.fake';

const contact: RecordLink = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
const account: RecordLink = { id: '001000000000001AAA', objectType: 'Account', name: '山田商事' };
const order: RecordLink = { id: '500000000000001AAA', objectType: 'Case', name: '00001234' };
const lead: RecordLink = { id: '00Q000000000001AAA', objectType: 'Lead', name: '鈴木 太郎' };
const person: RecordLink = { ...account, id: '001000000000002AAA', name: '佐藤 次郎', contactId: '003000000000002AAA' };

let around: Surroundings;
let page: Page;

beforeEach(() => {
    around = new Surroundings();
    page = new Page(setImmediate, around);
});

const start = (call: Call): void => page.phone.report({ type: 'call-started', call: { ...call, startedAt: page.clock.now() } });
const connect = (callId = 'c1'): void => page.phone.report({ type: 'call-connected', callId, at: page.clock.now(), dialog });
const end = (cause: EndingCause = 'hung-up', callId = 'c1'): void =>
    page.phone.report({ type: 'call-ended', callId, at: page.clock.now(), ending: { by: 'remote', cause }, dialog: null });
const find = (record: RecordLink | null, callId = 'c1'): void =>
    page.phone.report({ type: 'call-record', callId, record, source: 'search' });
/** Saves, without what the journal did meanwhile. */
const saves = async (): Promise<readonly string[]> => (await page.happened()).filter((effect) => !effect.startsWith('journal'));

describe('the log of a call', () => {
    it('is open from the start, waits for notes after the end, and is saved when its time is over', async () => {
        start(inbound);
        expect(page.log()).toMatchObject({
            status: 'open',
            direction: 'inbound',
            numberText: '03-1234-5678',
            who: null,
            wrapUpEndsAt: null
        });
        connect();
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', notes: 'Wants an offer' });
        end();
        expect(page.log()).toMatchObject({ status: 'wrap-up', wrapUpEndsAt: page.clock.now() + 30_000 });
        await page.pass(29);
        expect(await saves()).toEqual([]);
        await page.pass(1);
        expect(await saves()).toEqual(['save', 'refresh']);
        expect(page.log()?.status).toBe('saved');
        expect([...around.tasks.values()]).toMatchObject([{ Description: 'Wants an offer', CallObject: 'abc@pbx' }]);
    });

    it('is saved when the agent says so, once', async () => {
        start(outbound);
        connect();
        end();
        page.callLogger.carryOut({ type: 'save-log', callId: 'c1' });
        page.callLogger.carryOut({ type: 'save-log', callId: 'c1' });
        expect(page.log()?.status).toBe('saving');
        await page.pass(60);
        expect(await saves()).toEqual(['save', 'refresh']);
    });

    it('is out of sight when the agent says so, but not before it is saved', async () => {
        start(outbound);
        page.callLogger.carryOut({ type: 'close-log', callId: 'c1' });
        end();
        page.callLogger.carryOut({ type: 'close-log', callId: 'c1' });
        expect(page.log()?.status).toBe('wrap-up');
        await page.pass(30);
        page.callLogger.carryOut({ type: 'close-log', callId: 'c1' });
        expect(page.log()).toBeUndefined();
        expect(page.lines.filter(({ message }) => message === 'Command came too late')).toHaveLength(2);
    });

    it('is not saved while the call lasts, whatever is asked', async () => {
        start(outbound);
        page.callLogger.carryOut({ type: 'save-log', callId: 'c1' });
        page.callLogger.carryOut({ type: 'save-log', callId: 'unknown' });
        expect(await saves()).toEqual([]);
        expect(page.log()?.status).toBe('open');
    });

    it('of a missed call waits for nobody', async () => {
        start(inbound);
        end('cancelled');
        expect(await saves()).toEqual(['save', 'refresh']);
    });

    it('waits for nobody where no wrap-up is set', async () => {
        page.settings = { ...defaultSettings, wrapUpSeconds: 0 };
        start(outbound);
        connect();
        end();
        expect(await saves()).toEqual(['save', 'refresh']);
    });

    it('of a caller who heard busy is saved too, beside the call that runs', async () => {
        start(outbound);
        const busy: Call = { ...inbound, id: 'c2', dialog: { ...dialog, callId: 'busy@pbx' }, phase: 'ended', endedAt: 0 };
        page.identified = (callId) => Promise.resolve(callId === 'c2' ? contact : null);
        page.phone.tell({ type: 'call-ended', call: { ...busy, ending: { by: 'system', cause: 'busy' } }, origin: 'remote' });
        expect(await saves()).toEqual([`save ${contact.id}`, 'refresh']);
        expect([...around.tasks.keys()]).toEqual(['busy@pbx']);
        expect(page.log('c1')?.status).toBe('open');
    });

    it('goes on after the next call has begun', async () => {
        start(outbound);
        connect();
        end();
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', notes: 'first' });
        start({ ...inbound, id: 'c2' });
        await page.pass(30);
        expect(page.log('c1')?.status).toBe('saved');
        expect(page.log('c2')?.status).toBe('open');
        expect([...around.tasks.values()]).toMatchObject([{ Description: 'first', CallType: 'Outbound' }]);
    });

    it('is made once, however often a fact is told', async () => {
        start(inbound);
        connect();
        end();
        const call = page.phone.state.calls[0] ?? inbound;
        for (const type of ['call-started', 'call-ended', 'call-ended', 'call-started'] as const) {
            page.phone.tell({ type, call, origin: 'remote' });
        }
        await page.pass(120);
        page.phone.tell({ type: 'call-ended', call, origin: 'remote' });
        page.phone.tell({ type: 'call-started', call, origin: 'remote' });
        await page.pass(120);
        expect(await saves()).toEqual(['save', 'refresh']);
    });

    it.each<[string, Call, EndingCause, Partial<CallLogSettings>]>([
        ['answered elsewhere', inbound, 'answered-elsewhere', {}],
        ['a pickup of nothing', outbound, 'nothing-to-pick-up', {}],
        ['a call that never began', outbound, 'hold-failed', {}],
        ['a call that was never dialled', outbound, 'cancelled', {}],
        ['inbound calls, where so set', inbound, 'cancelled', { inbound: false }],
        ['outbound calls, where so set', outbound, 'busy', { outbound: false }],
        ['calls that nobody answered, where so set', outbound, 'busy', { unanswered: false }],
        ['colleagues, where so set', { ...inbound, remote: { number: '1002', displayName: null } }, 'busy', { internal: false }]
    ])('is not made of %s', async (_what, call, cause, settings) => {
        page.settings = { ...defaultSettings, ...settings };
        start(call);
        end(cause);
        expect(await saves()).toEqual([]);
        expect(page.log()).toBeUndefined();
        expect(around.journal.size).toBe(0);
    });
});

describe('the records of a log', () => {
    it('are those of the call', () => {
        start({ ...outbound, record: order, recordSource: 'click' });
        expect(page.log()).toMatchObject({ who: null, what: order });
    });

    it('follow what is found out', () => {
        start(inbound);
        find(contact);
        expect(page.log()).toMatchObject({ who: contact, what: null, isRelatedByAgent: false });
        find(person);
        expect(page.log()).toMatchObject({ who: { id: person.contactId, objectType: 'Contact', name: person.name }, what: null });
        find(account);
        expect(page.log()).toMatchObject({ who: null, what: account });
    });

    it('follow the other party, whose name and number change too', () => {
        start({ ...inbound, remote: { number: '1002', displayName: 'Sato' } });
        find(contact);
        page.phone.report({ type: 'call-identified', callId: 'c1', remote: { number: '09012345678', displayName: null } });
        find(null);
        expect(page.log()).toMatchObject({ who: null, numberText: '090-1234-5678', displayName: null });
    });

    it('are completed by what the agent looks at while talking', () => {
        start(inbound);
        page.callLogger.viewed(order);
        expect(page.log()?.what).toBeNull();
        connect();
        find(contact);
        page.callLogger.viewed(null);
        page.callLogger.viewed(order);
        page.callLogger.viewed(account);
        page.callLogger.viewed(person);
        expect(page.log()).toMatchObject({ who: contact, what: order });
    });

    it('are not what the page shows besides customers, nor whom another caller is', () => {
        start(inbound);
        connect();
        for (const objectType of ['Report', 'Dashboard', 'Task', 'Event', 'User']) page.callLogger.viewed({ ...order, objectType });
        start({ ...inbound, id: 'c2' });
        find(person, 'c2');
        page.callLogger.viewed(person);
        expect(page.log('c1')).toMatchObject({ who: null, what: null });
    });

    it('never join a lead with anything else: what was there first stays, but the record of the call counts more', () => {
        start(inbound);
        connect();
        page.callLogger.viewed(order);
        page.callLogger.viewed(lead);
        expect(page.log()).toMatchObject({ who: null, what: order });
        find(lead);
        expect(page.log()).toMatchObject({ who: lead, what: null });
        page.callLogger.viewed(order);
        expect(page.log()).toMatchObject({ who: lead, what: null });
    });

    it('of the call that is talked on, not of one that waits', () => {
        start(inbound);
        connect();
        page.phone.report({ type: 'call-holding', callId: 'c1' });
        page.phone.report({ type: 'call-held', callId: 'c1', at: page.clock.now() });
        start({ ...outbound, id: 'c2' });
        connect('c2');
        page.callLogger.viewed(contact);
        expect(page.log('c1')?.who).toBeNull();
        expect(page.log('c2')?.who).toEqual(contact);
    });

    it('stay what the agent made them', () => {
        start({ ...inbound, record: contact, recordSource: 'carried' });
        connect();
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', who: null, what: order });
        find(lead);
        page.callLogger.viewed(person);
        expect(page.log()).toMatchObject({ who: null, what: order, isRelatedByAgent: true });
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', who: person });
        expect(page.log()?.who).toEqual({ id: person.contactId, objectType: 'Contact', name: person.name });
    });

    it('are waited for by a log that is saved at once, but not for ever', async () => {
        let found = (_record: RecordLink): void => undefined;
        page.identified = () => new Promise((resolve) => (found = resolve));
        start(inbound);
        end('cancelled');
        await page.pass(4);
        expect(await saves()).toEqual([]);
        find(contact);
        found(contact);
        expect(await saves()).toEqual([`save ${contact.id}`, 'refresh']);

        start({ ...inbound, id: 'c2', dialog: { ...dialog, callId: 'c2@pbx' } });
        end('cancelled', 'c2');
        await page.pass(5);
        expect(await saves()).toEqual(['save', 'refresh']);
        find(lead, 'c2');
        found(lead);
        await page.happened();
        expect(page.log('c2')).toMatchObject({ status: 'saved', who: null });
    });
});

describe('saving', () => {
    const missed = (record: RecordLink | null = null): void => {
        start({ ...inbound, record, recordSource: record && 'carried' });
        end('cancelled');
    };

    it.each(['timed-out', 'crm-unavailable', 'rejected', 'misused', 'lost'] as const)('is tried again for ever: %s', async (answer) => {
        page.answers.push(...Array<typeof answer>(6).fill(answer));
        missed();
        expect(await saves()).toEqual(['save']);
        expect(page.log()?.status).toBe('failed');
        for (const seconds of [2, 5, 15, 60, 60]) {
            await page.pass(seconds - 1);
            expect(await saves()).toEqual([]);
            await page.pass(1);
            expect(await saves()).toEqual(['save']);
        }
        expect(page.phone.raised).toHaveLength(1);
        expect(page.phone.raised[0]).toMatch(/^call-log-failed It did not/);
        await page.pass(60);
        expect(await saves()).toEqual(['save', 'refresh']);
        expect(page.log()?.status).toBe('saved');
        expect(around.tasks.size).toBe(1);
    });

    it('takes what the agent wrote after it had failed, and at once when the agent wants it', async () => {
        page.answers.push('crm-unavailable');
        missed();
        await page.happened();
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', notes: 'later', disposition: 'Callback' });
        page.callLogger.carryOut({ type: 'save-log', callId: 'c1' });
        await page.pass(10);
        expect(await saves()).toEqual(['save', 'refresh']);
        expect([...around.tasks.values()]).toMatchObject([{ Description: 'later', CallDisposition: 'Callback' }]);
    });

    it('leaves out the records that refuse it, at once', async () => {
        page.answers.push('rejected');
        missed(contact);
        expect(await saves()).toEqual([`save ${contact.id}`, 'save', 'refresh']);
        expect(page.phone.raised).toEqual([]);
    });

    it('tries with the records again where it was refused without them too: they were not to blame', async () => {
        page.answers.push('rejected', 'rejected');
        missed(contact);
        await page.pass(2);
        expect(await saves()).toEqual([`save ${contact.id}`, 'save', `save ${contact.id}`, 'refresh']);
    });

    it('does not leave the records out for a silence', async () => {
        page.answers.push('lost');
        missed(contact);
        await page.pass(2);
        expect(await saves()).toEqual([`save ${contact.id}`, `save ${contact.id}`, 'refresh']);
        expect(around.tasks.size).toBe(1);
    });

    it('tells once of each field that the org does not have', async () => {
        page.ignoredFields = ['Label__c', 'Hold__c'];
        missed();
        await page.happened();
        start({ ...inbound, id: 'c2', dialog: { ...dialog, callId: 'c2@pbx' } });
        end('cancelled', 'c2');
        await page.happened();
        expect(around.tasks.size).toBe(2);
        expect(page.phone.raised).toEqual(['settings-invalid Label__c', 'settings-invalid Hold__c']);
    });

    it('tells of a failure again when it had worked meanwhile', async () => {
        page.answers.push('timed-out', 'saved', 'timed-out');
        missed();
        await page.pass(2);
        start({ ...inbound, id: 'c2', dialog: { ...dialog, callId: 'c2@pbx' } });
        end('cancelled', 'c2');
        await page.pass(2);
        expect(page.phone.raised).toHaveLength(2);
        expect(around.tasks.size).toBe(2);
    });

    it('begins when the journal has it: what would be saved again later is the same', async () => {
        let done = (): void => undefined;
        page.journalAnswer = () => new Promise<void>((resolve) => (done = resolve));
        missed();
        await page.pass(4);
        expect(await page.happened()).toEqual(['journal: write open']);
        done();
        expect(await page.happened()).toEqual(['journal: write saving']);
        done();
        expect(await page.happened()).toEqual(['save', 'refresh', 'journal: remove']);
    });

    it('does without a journal that is silent', async () => {
        page.journalAnswer = () => new Promise(() => undefined);
        missed();
        await page.pass(5);
        expect(await saves()).toEqual(['save', 'refresh']);
    });
});
