import { describe, expect, test } from '@jest/globals';
import type { Second } from './quality-figures';
import { QualityLimits } from './quality-limits';

const good: Second = { received: 50, lost: 0, jitter: 5, roundTrip: 40 };
const lossy: Second = { ...good, received: 49, lost: 1 };

/** What is exceeded after each second. */
function after(...seconds: readonly Second[]): readonly string[] {
    const limits = new QualityLimits();
    return seconds.map((second) => {
        limits.add(second);
        return limits.exceeded.join(' ');
    });
}

describe('A limit', () => {
    test.each<[string, Second]>([
        ['round-trip', { ...good, roundTrip: 401 }],
        ['jitter', { ...good, jitter: 30.5 }],
        ['packet-loss', { ...good, received: 98, lost: 1 }],
        ['round-trip jitter packet-loss low-mos', { received: 40, lost: 10, jitter: 31, roundTrip: 500 }]
    ])('%s is exceeded after three bad seconds', (problems, bad) => {
        expect(after(bad, bad, bad)).toEqual(['', '', problems]);
    });

    test('is not exceeded by its very value, nor by what is not known', () => {
        const atLimit = { received: 99, lost: 1, jitter: 30, roundTrip: 400 };
        expect(after(atLimit, atLimit, atLimit)).toEqual(['', '', '']);
        const unknown = { received: 50, lost: 0, jitter: null, roundTrip: null };
        expect(after(unknown, unknown, unknown)).toEqual(['', '', '']);
    });

    test('is exceeded by three bad seconds among five, and not by two', () => {
        expect(after(lossy, good, lossy, good, lossy).at(-1)).toBe('packet-loss');
        expect(after(lossy, good, good, lossy, good, lossy)).toEqual(['', '', '', '', '', '']);
    });

    test('stays exceeded until five seconds in a row were good', () => {
        const kept = 'packet-loss';
        expect(after(lossy, lossy, lossy, good, good, good, good, lossy).slice(2)).toEqual([kept, kept, kept, kept, kept, kept]);
        expect(after(lossy, lossy, lossy, good, good, good, good, good).slice(2)).toEqual([kept, kept, kept, kept, kept, '']);
    });
});
