import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { FakePhone } from '../crm/phone.fake';
import { inbound } from '../telephony/call.fake';
import { PageCommands } from './page-commands';

let clock: SimulatedClock;
let phone: FakePhone;
/** What was done, in order. */
let done: string[];
let page: PageCommands;

beforeEach(() => {
    clock = new SimulatedClock(Date.parse('2026-11-22T10:00:00Z'));
    phone = new FakePhone();
    done = [];
    const logger = new Logger('denwa', clock, () => undefined);
    page = new PageCommands({
        phone: {
            get snapshot() {
                return phone.snapshot;
            },
            subscribe: (listener) => phone.subscribe(listener),
            close: () => void done.push('close')
        },
        support: {
            saveLog: (masked) => void done.push(`log ${String(masked)}`),
            saveBundle: (masked) => void done.push(`bundle ${String(masked)}`),
            copy: (text) => Promise.resolve(void done.push(`copy ${text}`))
        },
        reload: () => void done.push('reload'),
        clock,
        logger
    });
});

describe('a reload', () => {
    beforeEach(() => phone.report({ type: 'call-started', call: inbound }));

    it('comes when the calls have ended and the PBX knows', async () => {
        page.carryOut({ type: 'reload' });
        await setImmediate();
        expect(done).toEqual(['close']);
        phone.report({ type: 'call-ended', callId: inbound.id, at: 0, ending: { by: 'local', cause: 'hung-up' }, dialog: null });
        await setImmediate();
        expect(done).toEqual(['close']);
        phone.report({ type: 'connection-closed' });
        await setImmediate();
        expect(done).toEqual(['close', 'reload']);
        expect(clock.pending).toBe(0);
    });

    it('waits for a PBX that does not answer two seconds at most', async () => {
        page.carryOut({ type: 'reload' });
        clock.advance(1_999);
        await setImmediate();
        expect(done).toEqual(['close']);
        clock.advance(1);
        await setImmediate();
        expect(done).toEqual(['close', 'reload']);
    });
});

it('reloads at once where nobody is signed in', async () => {
    phone.report({ type: 'connection-closed' });
    page.carryOut({ type: 'reload' });
    await setImmediate();
    expect(done).toEqual(['close', 'reload']);
});

it('leaves to the support what an agent hands to others', () => {
    page.carryOut({ type: 'download-log', maskNumbers: true });
    page.carryOut({ type: 'download-bundle', maskNumbers: false });
    page.carryOut({ type: 'copy-text', text: 'Denwa 1' });
    expect(done).toEqual(['log true', 'bundle false', 'copy Denwa 1']);
});
