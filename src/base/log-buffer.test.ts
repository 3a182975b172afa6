import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LogBuffer } from './log-buffer';
import type { LogLine } from './logger';

const line = (message: string): LogLine => ({ at: 0, level: 'info', name: 'sip', message, fields: { id: 'a' } });
/** Bytes of a line besides its message. */
const REST = 2 * ('sip'.length + 'id'.length + 'a'.length);

describe('a log buffer', () => {
    it('keeps the newest lines', () => {
        const buffer = new LogBuffer({ lines: 3, bytes: 10_000 });
        for (const message of ['a', 'b', 'c', 'd', 'e']) buffer.add(line(message));
        expect(buffer.lines.map(({ message }) => message)).toEqual(['c', 'd', 'e']);
    });

    it('gives up as many old lines as a long one needs', () => {
        const buffer = new LogBuffer({ lines: 100, bytes: 3 * (REST + 20) });
        for (const message of ['a'.repeat(10), 'b'.repeat(10), 'c'.repeat(10), 'd'.repeat(11)]) buffer.add(line(message));
        expect(buffer.lines.map(({ message }) => message[0])).toEqual(['c', 'd']);
    });

    it('loses nothing to a line that could never be kept', () => {
        const buffer = new LogBuffer({ lines: 100, bytes: REST + 20 });
        buffer.add(line('kept'));
        buffer.add(line('x'.repeat(11)));
        expect(buffer.lines).toEqual([line('kept')]);
    });

    it('holds the newest lines that fit, whatever comes', () => {
        const limits = { lines: 7, bytes: 5 * (REST + 20) };
        fc.assert(
            fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (lengths) => {
                const buffer = new LogBuffer(limits);
                const expected: number[] = [];
                for (const length of lengths) {
                    buffer.add(line('x'.repeat(length)));
                    expected.push(length);
                    const bytes = (): number => expected.reduce((sum, each) => sum + REST + 2 * each, 0);
                    while (expected.length > limits.lines || bytes() > limits.bytes) expected.shift();
                    expect(buffer.lines.map(({ message }) => message.length)).toEqual(expected);
                }
            })
        );
    });
});
