import { expect, test } from '@jest/globals';
import { Logger } from '../base/logger';
import { LatePart } from './late-part';

function latePart(...answers: readonly ('part' | Error)[]): { part: LatePart<string>; seen: readonly unknown[]; loads: () => number } {
    const left = [...answers];
    const seen: unknown[] = [];
    const part = new LatePart<string>({
        load: () => {
            const answer = left.shift() ?? new Error('Loaded once too often');
            return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(answer);
        },
        onChange: (change) => seen.push(change),
        logger: new Logger('test', { now: () => 0 }, () => undefined)
    });
    return { part, seen, loads: () => answers.length - left.length };
}

test('it is loaded once, however often it is asked for', async () => {
    const { part, seen, loads } = latePart('part');
    await Promise.all([part.prefetch(), part.demand()]);
    await part.demand();
    expect([seen, loads()]).toEqual([[undefined, 'part'], 1]);
});

test('what failed is tried again when somebody asks, not by itself', async () => {
    const { part, seen, loads } = latePart(new TypeError('Failed to fetch'), 'part');
    await part.prefetch();
    await part.prefetch();
    expect([seen, loads()]).toEqual([[undefined, 'failed'], 1]);
    await part.demand();
    expect(seen).toEqual([undefined, 'failed', undefined, 'part']);
});
