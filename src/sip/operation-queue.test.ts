import { beforeEach, describe, expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { OperationQueue } from './operation-queue';

describe('operations', () => {
    let log: LogLine[];
    let queue: OperationQueue;
    let begun: string[];
    const ends = new Map<string, () => void>();
    const add = (name: string): void =>
        queue.add(() => {
            begun.push(name);
            return new Promise((resolve) => ends.set(name, resolve));
        });
    const end = async (name: string): Promise<void> => {
        ends.get(name)?.();
        await new Promise((resolve) => setImmediate(resolve));
    };

    beforeEach(() => {
        log = [];
        begun = [];
        queue = new OperationQueue(new Logger('sip', { now: () => 0 }, (line) => log.push(line)));
    });

    test('run one after the other', async () => {
        add('a');
        add('b');
        expect(begun).toEqual(['a']);
        await end('a');
        expect(begun).toEqual(['a', 'b']);
        await end('b');
        add('c');
        expect(begun).toEqual(['a', 'b', 'c']);
    });

    test('that fail are logged and keep no other from its turn', async () => {
        queue.add(() => Promise.reject(new Error('broken')));
        add('b');
        await end('');
        expect(begun).toEqual(['b']);
        expect(log[0]?.fields).toEqual({ error: 'Error: broken' });
    });

    test('that wait are dropped at the end, and none is taken after it', async () => {
        add('a');
        add('b');
        queue.close();
        add('c');
        await end('a');
        add('d');
        expect(begun).toEqual(['a']);
    });
});
