import { expect, test } from '@jest/globals';
import { OneAtATime } from './one-at-a-time';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('requests during a run make one more run, and none runs beside another', async () => {
    const finish: (() => void)[] = [];
    const work = new OneAtATime(() => new Promise((resolve) => finish.push(resolve)));
    work.request();
    work.request();
    work.request();
    expect(finish).toHaveLength(1);
    finish[0]?.();
    await settled();
    expect(finish).toHaveLength(2);
    finish[1]?.();
    await settled();
    expect(finish).toHaveLength(2);
    work.request();
    expect(finish).toHaveLength(3);
});
