import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { dialog, inbound, outbound } from '../telephony/call.fake';
import { Page, Surroundings } from './logging.fake';

let around: Surroundings;
let page: Page;

beforeEach(() => {
    around = new Surroundings();
    page = new Page(setImmediate, around);
});

const start = (call = inbound): void => page.phone.report({ type: 'call-started', call: { ...call, startedAt: page.clock.now() } });
const connect = (): void => page.phone.report({ type: 'call-connected', callId: 'c1', at: page.clock.now(), dialog });
const note = (notes: string): void => page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', notes });

/** Writes that wait until the test ends them. */
function heldWrites(): { readonly waiting: number; end: () => Promise<void> } {
    const ends: (() => void)[] = [];
    page.journalAnswer = () => new Promise<void>((resolve) => void ends.push(resolve));
    return {
        get waiting() {
            return ends.length;
        },
        end: async () => {
            ends.shift()?.();
            await setImmediate();
        }
    };
}

describe('the journal', () => {
    it('holds nothing that was keyed in: it may be a PIN', async () => {
        start(outbound);
        connect();
        page.phone.report({ type: 'call-digits', callId: 'c1', digits: '1234#' });
        note('asked for the PIN');
        await page.happened();
        expect(around.journal.get('c1')).toMatchObject({ call: { digits: '' }, log: { notes: 'asked for the PIN' } });
    });

    it('has a call from its start until its log is saved', async () => {
        start();
        expect(await page.happened()).toEqual(['journal: write open']);
        expect([...around.journal.values()]).toMatchObject([{ call: { id: 'c1', phase: 'ringing' }, log: { status: 'open' } }]);
        page.phone.report({ type: 'call-ended', callId: 'c1', at: 0, ending: { by: 'remote', cause: 'cancelled' }, dialog: null });
        expect((await page.happened()).filter((effect) => !effect.endsWith('open'))).toEqual([
            'journal: write saving',
            'save',
            'refresh',
            'journal: remove'
        ]);
        expect(around.journal.size).toBe(0);
    });

    it('is not written for what makes no difference to the log', async () => {
        start();
        connect();
        await page.happened();
        page.phone.report({ type: 'call-media', callId: 'c1', media: 'connected' });
        page.phone.report({ type: 'call-muted', callId: 'c1', muted: true });
        page.phone.report({ type: 'call-digits', callId: 'c1', digits: '1' });
        page.phone.report({ type: 'notice-raised', notice: { id: 'n', code: 'line-busy', detail: '' } });
        expect(await page.happened()).toEqual([]);
        note('x');
        expect(await page.happened()).toEqual(['journal: write open']);
    });

    it('holds plain calls, without what is derived and what matters only while it rings', async () => {
        start();
        page.phone.report({ type: 'call-pop', callId: 'c1', pop: { kind: 'choice', status: 'shown' } });
        connect();
        await page.happened();
        const { call } = around.journal.get('c1') ?? {};
        expect(call).toEqual({ ...page.phone.state.calls[0], pop: null });
        expect(around.journal.get('c1')).toEqual(structuredClone(around.journal.get('c1')));
    });

    it('writes one after the other, and of those that wait only the newest', async () => {
        const writes = heldWrites();
        start();
        await setImmediate();
        connect();
        note('a');
        note('ab');
        note('abc');
        expect(await page.happened()).toEqual(['journal: write open']);
        expect(writes.waiting).toBe(1);
        await writes.end();
        expect(around.journal.get('c1')).toMatchObject({ call: { phase: 'ringing' }, log: { notes: '' } });
        expect(await page.happened()).toEqual(['journal: write open']);
        await writes.end();
        expect(around.journal.get('c1')).toMatchObject({ call: { phase: 'connected' }, log: { notes: 'abc' } });
        expect(await page.happened()).toEqual([]);
    });

    it('is not written any more after it was to be removed', async () => {
        const writes = heldWrites();
        start();
        note('a');
        page.phone.report({ type: 'log-closed', callId: 'c1' });
        while (writes.waiting > 0) await writes.end();
        expect(await page.happened()).toEqual(['journal: remove']);
        await page.pass(30);
        expect(around.journal.size).toBe(0);
    });

    it('gets a sign of life of each running call every 10 seconds', async () => {
        start();
        await page.pass(9);
        const before = around.journal.get('c1')?.writtenAt ?? 0;
        expect(await page.happened()).toEqual(['journal: write open']);
        await page.pass(11);
        expect(await page.happened()).toEqual(['journal: write open', 'journal: write open']);
        expect(around.journal.get('c1')?.writtenAt).toBe(before + 20_000);
        connect();
        page.phone.report({ type: 'call-ended', callId: 'c1', at: 0, ending: { by: 'local', cause: 'hung-up' }, dialog: null });
        await page.happened();
        await page.pass(20);
        expect(await page.happened()).toEqual([]);
    });

    it('that fails is told of once, and disturbs nothing', async () => {
        page.journalAnswer = () => Promise.reject(new Error('The disk is full'));
        start();
        await page.keeper.written('c1');
        connect();
        page.phone.report({ type: 'call-ended', callId: 'c1', at: 0, ending: { by: 'local', cause: 'hung-up' }, dialog: null });
        await page.pass(30);
        expect(page.phone.raised).toEqual(['journal-unavailable']);
        expect(page.log()?.status).toBe('saved');
        expect(around.tasks.size).toBe(1);
    });
});

describe('waiting for the journal', () => {
    const arrived = async (promise: Promise<void>): Promise<boolean> => {
        const waiting = Symbol('waiting');
        return (await Promise.race([promise, setImmediate(waiting)])) !== waiting;
    };

    it('ends when what is known now is written', async () => {
        const writes = heldWrites();
        start();
        await setImmediate();
        connect();
        const written = page.keeper.written('c1');
        await writes.end();
        expect(await arrived(written)).toBe(false);
        note('goes on');
        await writes.end();
        expect(await arrived(written)).toBe(true);
        expect(around.journal.get('c1')).toMatchObject({ call: { phase: 'connected' } });
    });

    it('ends at once when there is nothing to write', async () => {
        expect(await arrived(page.keeper.written('unknown'))).toBe(true);
        start();
        await page.happened();
        expect(await arrived(page.keeper.written('c1'))).toBe(true);
        expect(page.clock.pending).toBe(1);
    });

    it('ends after 300 ms, or what else was asked for', async () => {
        heldWrites();
        start();
        await page.happened();
        const short = page.keeper.written('c1');
        const long = page.keeper.written('c1', 5_000);
        await setImmediate();
        page.clock.advance(299);
        expect(await arrived(short)).toBe(false);
        page.clock.advance(1);
        expect(await arrived(short)).toBe(true);
        page.clock.advance(4_699);
        expect(await arrived(long)).toBe(false);
        page.clock.advance(1);
        expect(await arrived(long)).toBe(true);
    });

    it('includes a call that is only about to have its log: it is stored before its INVITE leaves', async () => {
        const order: string[] = [];
        page.phone.subscribeFacts((fact) => {
            // As the SIP room asks from within the command that starts the call.
            const invite = async (): Promise<void> => {
                await page.keeper.written('c1');
                order.push(around.journal.has('c1') ? 'stored, INVITE' : 'INVITE');
            };
            if (fact.type === 'call-started') void invite();
        });
        start(outbound);
        await page.happened();
        expect(order).toEqual(['stored, INVITE']);
    });
});
