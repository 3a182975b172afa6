import { expect, test } from '@jest/globals';
import { doublingReconnectPolicy } from './reconnect-policy';

test('at once, then doubling to half a minute', () => {
    const longest = doublingReconnectPolicy(() => 1);
    const shortest = doublingReconnectPolicy(() => 0);
    const failures = [0, 1, 2, 3, 4, 5, 6, 7, 50];
    expect(failures.map(longest)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(failures.map(shortest)).toEqual([0, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
});
