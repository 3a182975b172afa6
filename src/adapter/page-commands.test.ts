import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { LogBuffer } from '../base/log-buffer';
import { Logger } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { FakePhone } from '../crm/phone.fake';
import { inbound } from '../telephony/call.fake';
import type { SoftphoneCommand } from '../telephony/command';
import { PageCommands } from './page-commands';

let clock: SimulatedClock;
let phone: FakePhone;
let log: LogBuffer;
/** What was done, in order. */
let done: string[];
/** What the browser refuses. */
let refused: Error | null;
let page: PageCommands;

beforeEach(() => {
    clock = new SimulatedClock(Date.parse('2026-11-22T10:00:00Z'));
    phone = new FakePhone();
    log = new LogBuffer({ lines: 10, bytes: 10_000 });
    [done, refused] = [[], null];
    const logger = new Logger('denwa', clock, (line) => log.add(line));
    page = new PageCommands({
        phone: {
            get snapshot() {
                return phone.snapshot;
            },
            subscribe: (listener) => phone.subscribe(listener),
            send: ({ type }: SoftphoneCommand) => void done.push(type),
            raise: (code) => void done.push(code)
        },
        log,
        about: () => ({ version: '1', url: 'https://org.example/apex/Denwa', userName: '', server: null, browser: 'none' }),
        saveFile: ({ name, text }) => {
            if (refused) throw refused;
            done.push(`save ${name}`, ...text.split('\n').filter((line) => line.startsWith('2026')));
        },
        copyText: (text) => {
            if (refused) return Promise.reject(refused);
            done.push(`copy ${text}`);
            return Promise.resolve();
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
        expect(done).toEqual(['sign-out']);
        phone.report({ type: 'call-ended', callId: inbound.id, at: 0, ending: { by: 'local', cause: 'hung-up' }, dialog: null });
        await setImmediate();
        expect(done).toEqual(['sign-out']);
        phone.report({ type: 'connection-closed' });
        await setImmediate();
        expect(done).toEqual(['sign-out', 'reload']);
        expect(clock.pending).toBe(0);
    });

    it('waits for a PBX that does not answer two seconds at most', async () => {
        page.carryOut({ type: 'reload' });
        clock.advance(1_999);
        await setImmediate();
        expect(done).toEqual(['sign-out']);
        clock.advance(1);
        await setImmediate();
        expect(done).toEqual(['sign-out', 'reload']);
    });
});

it('reloads at once where nobody is signed in', async () => {
    phone.report({ type: 'connection-closed' });
    page.carryOut({ type: 'reload' });
    await setImmediate();
    expect(done).toEqual(['sign-out', 'reload']);
});

describe('the log', () => {
    beforeEach(() => log.add({ at: clock.now(), level: 'info', name: 'sip', message: 'Dialled 09012345678', fields: {} }));

    it('is saved as it is, or with masked numbers', () => {
        page.carryOut({ type: 'download-log', maskNumbers: false });
        page.carryOut({ type: 'download-log', maskNumbers: true });
        expect(done).toEqual([
            'save denwa-log-2026-11-22T10-00.txt',
            '2026-11-22T10:00:00.000Z info sip: Dialled 09012345678',
            'save denwa-log-2026-11-22T10-00.txt',
            '2026-11-22T10:00:00.000Z info sip: Dialled *******5678'
        ]);
    });

    it('is told of when the browser refuses it', () => {
        refused = new Error('no');
        page.carryOut({ type: 'download-log', maskNumbers: false });
        expect(done).toEqual(['download-failed']);
        expect(log.lines.at(-1)).toMatchObject({ level: 'error' });
    });
});

describe('a text', () => {
    it('is copied, and the agent is told', async () => {
        page.carryOut({ type: 'copy-text', text: 'Denwa 1' });
        await setImmediate();
        expect(done).toEqual(['copy Denwa 1', 'copied']);
    });

    it('is told of when the browser refuses it', async () => {
        refused = new Error('no');
        page.carryOut({ type: 'copy-text', text: 'Denwa 1' });
        await setImmediate();
        expect(done).toEqual(['copy-failed']);
    });
});
