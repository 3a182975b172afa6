import { beforeEach, describe, expect, it } from '@jest/globals';
import { LogBuffer } from '../base/log-buffer';
import { Logger } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { about, phoneWith } from '../telephony/call.fake';
import { takeSnapshot } from '../telephony/snapshot';
import { defaultSettings } from './settings';
import { Support } from './support';

let clock: SimulatedClock;
let log: LogBuffer;
/** What was done, in order. */
let done: string[];
/** What the browser refuses. */
let refused: Error | null;
let support: Support;

beforeEach(() => {
    clock = new SimulatedClock(Date.parse('2026-11-22T10:00:00Z'));
    log = new LogBuffer({ lines: 10, bytes: 10_000 });
    [done, refused] = [[], null];
    support = new Support({
        phone: {
            raise: (code) => void done.push(code),
            snapshot: takeSnapshot(phoneWith(), defaultSettings.calls, about, (number) => number)
        },
        settings: () => defaultSettings,
        log,
        about: () => ({
            version: '1',
            url: 'https://org.example/apex/Denwa',
            userName: '',
            server: null,
            browser: 'none',
            settingProblems: []
        }),
        saveFile: ({ name, text }) => {
            if (refused) throw refused;
            done.push(`save ${name}`, ...text.split('\n').filter((line) => line.startsWith('2026')));
        },
        copyText: (text) => {
            if (refused) return Promise.reject(refused);
            done.push(`copy ${text}`);
            return Promise.resolve();
        },
        clock,
        logger: new Logger('denwa', clock, (line) => log.add(line))
    });
});

describe('the log', () => {
    beforeEach(() => log.add({ at: clock.now(), level: 'info', name: 'sip', message: 'Dialled 09012345678', fields: {} }));

    it('is saved as it is, or with masked numbers', () => {
        support.saveLog(false);
        support.saveLog(true);
        expect(done).toEqual([
            'save denwa-log-2026-11-22T10-00.txt',
            '2026-11-22T10:00:00.000Z info sip: Dialled 09012345678',
            'save denwa-log-2026-11-22T10-00.txt',
            '2026-11-22T10:00:00.000Z info sip: Dialled *******5678'
        ]);
    });

    it('is told of when the browser refuses it', () => {
        refused = new Error('no');
        support.saveLog(false);
        expect(done).toEqual(['download-failed']);
        expect(log.lines.at(-1)).toMatchObject({ level: 'error' });
    });
});

describe('the file for a support case', () => {
    it('is saved, and told of when the browser refuses it', () => {
        support.saveBundle(true);
        refused = new Error('no');
        support.saveBundle(true);
        expect(done).toEqual(['save denwa-support-2026-11-22T10-00.txt', 'download-failed']);
    });
});

describe('a text', () => {
    it('is copied, and the agent is told', async () => {
        await support.copy('Denwa 1');
        expect(done).toEqual(['copy Denwa 1', 'copied']);
    });

    it('is told of when the browser refuses it', async () => {
        refused = new Error('no');
        await support.copy('Denwa 1');
        expect(done).toEqual(['copy-failed']);
    });
});
