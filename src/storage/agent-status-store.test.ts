import { beforeEach, describe, expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { KeptStatus } from '../telephony/agent-status';
import { SessionStorageAgentStatus } from './agent-status-store';
import { FakeStorage } from './storage.fake';

const lunch: KeptStatus = { status: { kind: 'not-ready', reason: 'lunch' }, since: 1_000 };

describe('The agent status in the tab', () => {
    let storage: FakeStorage;
    let log: LogLine[];

    beforeEach(() => {
        storage = new FakeStorage();
        log = [];
    });

    const logger = new Logger('storage', new SimulatedClock(), (line) => log.push(line));
    const inPage = (): SessionStorageAgentStatus => new SessionStorageAgentStatus({ storage: () => storage, logger });

    test('is none at first, then what was saved, for its account only, until it is forgotten', () => {
        expect(inPage().load('1001')).toBeNull();
        inPage().save('1001', lunch);
        expect(inPage().load('1001')).toEqual(lunch);
        expect(inPage().load('1002')).toBeNull();
        inPage().forget();
        expect(inPage().load('1001')).toBeNull();
        expect(log).toEqual([]);
    });

    test.each([
        ['no JSON', '{"account":', 1],
        ['no object', '1001', 0],
        ['a kind that there is not', '{"account":"1001","kind":"asleep","reason":null,"since":1}', 0]
    ])('that makes no sense is none: %s', (_name, text, warnings) => {
        storage.items.set('denwa.agent-status', text);
        expect(inPage().load('1001')).toBeNull();
        expect(log).toHaveLength(warnings);
    });

    test('counts from now where its time, and has no reason where its reason, makes no sense', () => {
        storage.items.set('denwa.agent-status', '{"account":"1001","kind":"ready","reason":7,"since":"noon"}');
        expect(inPage().load('1001')).toEqual({ status: { kind: 'ready', reason: null }, since: null });
    });

    test('is none where the browser keeps nothing, and a warning says so', () => {
        const forbidden = new SessionStorageAgentStatus({
            storage: () => {
                throw new DOMException('Access is denied for this document', 'SecurityError');
            },
            logger
        });
        forbidden.save('1001', lunch);
        expect(forbidden.load('1001')).toBeNull();
        storage.isFull = true;
        inPage().save('1001', lunch);
        expect(log.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn']);
    });
});
