import { expect, test } from '@jest/globals';
import type { LogLine } from '../base/logger';
import { KeptLog } from './kept-log';

function line(message: string): LogLine {
    return { at: 0, level: 'info', name: 'denwa', message, fields: {} };
}

function texts(log: KeptLog): readonly string[] {
    return log.lines.map(({ message }) => message);
}

test('what is not redacted yet is in no file, and is redacted before what comes later', () => {
    const log = new KeptLog({ lines: 10, bytes: 10_000 });
    log.add(line('secret 1'));
    log.add(line('secret 2'));
    expect(texts(log)).toEqual([]);
    const seen: string[] = [];
    log.redactWith((given) => {
        seen.push(given.message);
        return { ...given, message: given.message.replace('secret', 'redacted') };
    });
    log.add(line('secret 3'));
    expect(texts(log)).toEqual(['redacted 1', 'redacted 2', 'redacted 3']);
    expect(seen).toEqual(['secret 1', 'secret 2', 'secret 3']);
});

test('a redactor that comes again, after another load, gets nothing twice', () => {
    const log = new KeptLog({ lines: 10, bytes: 10_000 });
    log.add(line('1'));
    log.redactWith((given) => given);
    log.redactWith((given) => given);
    expect(texts(log)).toEqual(['1']);
});

test('only the newest lines wait', () => {
    const log = new KeptLog({ lines: 2, bytes: 10_000 });
    for (const message of ['1', '2', '3']) log.add(line(message));
    log.redactWith((given) => given);
    expect(texts(log)).toEqual(['2', '3']);
});
