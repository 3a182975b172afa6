import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Call } from '../telephony/call';
import type { EndingCause } from '../telephony/call-ending';
import { dialog, inbound, outbound } from '../telephony/call.fake';
import type { RecordLink } from '../telephony/record';
import type { CallLogSettings } from './crm-settings';
import { defaultSettings, Page, Surroundings } from './logging.fake';

const contact: RecordLink = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };

let around: Surroundings;
let page: Page;

beforeEach(() => {
    around = new Surroundings();
    page = new Page(setImmediate, around);
});

describe('the log of a call', () => {
    it('is open from the start, waits for notes after the end, and is saved when its time is over', async () => {
        page.startCall(inbound);
        expect(page.log()).toMatchObject({
            status: 'open',
            direction: 'inbound',
            numberText: '03-1234-5678',
            who: null,
            wrapUpEndsAt: null
        });
        page.connectCall();
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', notes: 'Wants an offer' });
        page.endCall();
        expect(page.log()).toMatchObject({ status: 'wrap-up', wrapUpEndsAt: page.clock.now() + 30_000 });
        await page.pass(29);
        expect(await page.saves()).toEqual([]);
        await page.pass(1);
        expect(await page.saves()).toEqual(['save', 'refresh']);
        expect(page.log()?.status).toBe('saved');
        expect([...around.tasks.values()]).toMatchObject([{ Description: 'Wants an offer', CallObject: 'abc@pbx' }]);
    });

    it('is saved when the agent says so, once', async () => {
        page.startCall(outbound);
        page.connectCall();
        page.endCall();
        page.callLogger.carryOut({ type: 'save-log', callId: 'c1' });
        page.callLogger.carryOut({ type: 'save-log', callId: 'c1' });
        expect(page.log()?.status).toBe('saving');
        await page.pass(60);
        expect(await page.saves()).toEqual(['save', 'refresh']);
    });

    it('is out of sight when the agent says so, but not before it is saved', async () => {
        page.startCall(outbound);
        page.callLogger.carryOut({ type: 'close-log', callId: 'c1' });
        page.endCall();
        page.callLogger.carryOut({ type: 'close-log', callId: 'c1' });
        expect(page.log()?.status).toBe('wrap-up');
        await page.pass(30);
        page.callLogger.carryOut({ type: 'close-log', callId: 'c1' });
        expect(page.log()).toBeUndefined();
        expect(page.lines.filter(({ message }) => message === 'Command came too late')).toHaveLength(2);
    });

    it('is not saved while the call lasts, whatever is asked', async () => {
        page.startCall(outbound);
        page.callLogger.carryOut({ type: 'save-log', callId: 'c1' });
        page.callLogger.carryOut({ type: 'save-log', callId: 'unknown' });
        expect(await page.saves()).toEqual([]);
        expect(page.log()?.status).toBe('open');
    });

    it('of a missed call waits for nobody', async () => {
        page.startCall(inbound);
        page.endCall('cancelled');
        expect(await page.saves()).toEqual(['save', 'refresh']);
    });

    it('waits for nobody where no wrap-up is set', async () => {
        page.settings = { ...defaultSettings, wrapUpSeconds: 0 };
        page.startCall(outbound);
        page.connectCall();
        page.endCall();
        expect(await page.saves()).toEqual(['save', 'refresh']);
    });

    it('of a caller who heard busy is saved too, beside the call that runs', async () => {
        page.startCall(outbound);
        const busy: Call = { ...inbound, id: 'c2', dialog: { ...dialog, callId: 'busy@pbx' }, phase: 'ended', endedAt: 0 };
        page.identified = (callId) => Promise.resolve(callId === 'c2' ? contact : null);
        page.phone.tell({ type: 'call-ended', call: { ...busy, ending: { by: 'system', cause: 'busy' } }, origin: 'remote' });
        expect(await page.saves()).toEqual([`save ${contact.id}`, 'refresh']);
        expect([...around.tasks.keys()]).toEqual(['busy@pbx']);
        expect(page.log('c1')?.status).toBe('open');
    });

    it('goes on after the next call has begun', async () => {
        page.startCall(outbound);
        page.connectCall();
        page.endCall();
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', notes: 'first' });
        page.startCall({ ...inbound, id: 'c2' });
        await page.pass(30);
        expect(page.log('c1')?.status).toBe('saved');
        expect(page.log('c2')?.status).toBe('open');
        expect([...around.tasks.values()]).toMatchObject([{ Description: 'first', CallType: 'Outbound' }]);
    });

    it('is made once, however often a fact is told', async () => {
        page.startCall(inbound);
        page.connectCall();
        page.endCall();
        const call = page.phone.state.calls[0] ?? inbound;
        for (const type of ['call-started', 'call-ended', 'call-ended', 'call-started'] as const) {
            page.phone.tell({ type, call, origin: 'remote' });
        }
        await page.pass(120);
        page.phone.tell({ type: 'call-ended', call, origin: 'remote' });
        page.phone.tell({ type: 'call-started', call, origin: 'remote' });
        await page.pass(120);
        expect(await page.saves()).toEqual(['save', 'refresh']);
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
        page.startCall(call);
        page.endCall(cause);
        expect(await page.saves()).toEqual([]);
        expect(page.log()).toBeUndefined();
        expect(around.journal.size).toBe(0);
    });
});

describe('saving', () => {
    const missed = (record: RecordLink | null = null): void => {
        page.startCall({ ...inbound, record, recordSource: record && 'carried' });
        page.endCall('cancelled');
    };

    it.each(['timed-out', 'crm-unavailable', 'rejected', 'misused', 'lost'] as const)('is tried again for ever: %s', async (answer) => {
        page.answers.push(...Array<typeof answer>(6).fill(answer));
        missed();
        expect(await page.saves()).toEqual(['save']);
        expect(page.log()?.status).toBe('failed');
        for (const seconds of [2, 5, 15, 60, 60]) {
            await page.pass(seconds - 1);
            expect(await page.saves()).toEqual([]);
            await page.pass(1);
            expect(await page.saves()).toEqual(['save']);
        }
        expect(page.phone.raised).toHaveLength(1);
        expect(page.phone.raised[0]).toMatch(/^call-log-failed It did not/);
        await page.pass(60);
        expect(await page.saves()).toEqual(['save', 'refresh']);
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
        expect(await page.saves()).toEqual(['save', 'refresh']);
        expect([...around.tasks.values()]).toMatchObject([{ Description: 'later', CallDisposition: 'Callback' }]);
    });

    it('leaves out the records that refuse it, at once', async () => {
        page.answers.push('rejected');
        missed(contact);
        expect(await page.saves()).toEqual([`save ${contact.id}`, 'save', 'refresh']);
        expect(page.phone.raised).toEqual([]);
    });

    it('tries with the records again where it was refused without them too: they were not to blame', async () => {
        page.answers.push('rejected', 'rejected');
        missed(contact);
        await page.pass(2);
        expect(await page.saves()).toEqual([`save ${contact.id}`, 'save', `save ${contact.id}`, 'refresh']);
    });

    it('does not leave the records out for a silence', async () => {
        page.answers.push('lost');
        missed(contact);
        await page.pass(2);
        expect(await page.saves()).toEqual([`save ${contact.id}`, `save ${contact.id}`, 'refresh']);
        expect(around.tasks.size).toBe(1);
    });

    it('tells once of each field that the org does not have', async () => {
        page.ignoredFields = ['Label__c', 'Hold__c'];
        missed();
        await page.happened();
        page.startCall({ ...inbound, id: 'c2', dialog: { ...dialog, callId: 'c2@pbx' } });
        page.endCall('cancelled', 'c2');
        await page.happened();
        expect(around.tasks.size).toBe(2);
        expect(page.phone.raised).toEqual(['settings-invalid Label__c', 'settings-invalid Hold__c']);
    });

    it('tells of a failure again when it had worked meanwhile', async () => {
        page.answers.push('timed-out', 'saved', 'timed-out');
        missed();
        await page.pass(2);
        page.startCall({ ...inbound, id: 'c2', dialog: { ...dialog, callId: 'c2@pbx' } });
        page.endCall('cancelled', 'c2');
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
        expect(await page.saves()).toEqual(['save', 'refresh']);
    });
});
