import { expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { deniedLocks, FakeLocks } from '../storage/lock-manager.fake';
import { WebLockPopGuard } from './pop-guard';

const YAMADA = '+81312345678 pop';

/** The windows of one browser. */
class Windows {
    readonly clock = new SimulatedClock();
    readonly log: LogLine[] = [];
    readonly #locks = new FakeLocks();

    open(visibility: 'visible' | 'hidden', locks?: LockManager): WebLockPopGuard & { readonly close: () => void } {
        const own = this.#locks.page();
        const guard = this.#guard(visibility, locks ?? own);
        return Object.assign(guard, { close: () => own.kill() });
    }

    openWithoutLocks(): WebLockPopGuard {
        return this.#guard('visible', undefined);
    }

    /** What each claim came to after so many milliseconds; null: nothing yet. */
    async after(milliseconds: number, ...claims: readonly Promise<boolean>[]): Promise<readonly (boolean | null)[]> {
        const outcomes: (boolean | null)[] = claims.map(() => null);
        const note = async (claim: Promise<boolean>, index: number): Promise<void> => {
            outcomes[index] = await claim;
        };
        claims.forEach((claim, index) => void note(claim, index));
        await settled();
        this.clock.advance(milliseconds);
        await settled();
        return outcomes;
    }

    #guard(visibility: 'visible' | 'hidden', locks: LockManager | undefined): WebLockPopGuard {
        const logger = new Logger('pop', this.clock, (line) => this.log.push(line));
        return new WebLockPopGuard({ locks, isVisible: () => visibility === 'visible', clock: this.clock, logger });
    }
}

/** Whatever waits for nothing but other promises is done. */
async function settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
}

test('of several windows one may show the caller', async () => {
    const windows = new Windows();
    const [one, two] = [windows.open('visible'), windows.open('visible')];
    expect(await windows.after(0, one.claim(YAMADA), two.claim(YAMADA))).toEqual([true, false]);
});

test('a window that the agent sees goes before those that are hidden', async () => {
    const windows = new Windows();
    const [hidden, visible] = [windows.open('hidden'), windows.open('visible')];
    const first = hidden.claim(YAMADA);
    expect(await windows.after(299, first)).toEqual([null]);
    expect(await windows.after(1, visible.claim(YAMADA), first)).toEqual([true, false]);
});

test('where every window is hidden, one of them shows the caller', async () => {
    const windows = new Windows();
    const [one, two] = [windows.open('hidden'), windows.open('hidden')];
    expect(await windows.after(300, one.claim(YAMADA), two.claim(YAMADA))).toEqual([true, false]);
});

test('different callers are nothing to each other', async () => {
    const windows = new Windows();
    const [one, two] = [windows.open('visible'), windows.open('visible')];
    expect(await windows.after(0, one.claim(YAMADA), two.claim('+81312345679 pop'))).toEqual([true, true]);
});

test('a caller is the window’s for a minute, then anybody’s', async () => {
    const windows = new Windows();
    const [one, two] = [windows.open('visible'), windows.open('visible')];
    expect(await windows.after(59_999, one.claim(YAMADA))).toEqual([true]);
    expect(await windows.after(1, two.claim(YAMADA))).toEqual([false]);
    expect(await windows.after(0, two.claim(YAMADA))).toEqual([true]);
    expect(await windows.after(0, one.claim(YAMADA))).toEqual([false]);
});

test('who calls again within the minute is shown by the same window, for another minute', async () => {
    const windows = new Windows();
    const [one, two] = [windows.open('visible'), windows.open('visible')];
    expect(await windows.after(59_000, one.claim(YAMADA))).toEqual([true]);
    expect(await windows.after(59_999, one.claim(YAMADA), two.claim(YAMADA))).toEqual([true, false]);
    expect(await windows.after(1, two.claim(YAMADA))).toEqual([false]);
    expect(await windows.after(0, two.claim(YAMADA))).toEqual([true]);
    expect(windows.clock.pending).toBe(1);
});

test('two calls of one caller at once are both the window’s', async () => {
    const windows = new Windows();
    const [one, two] = [windows.open('hidden'), windows.open('hidden')];
    expect(await windows.after(300, one.claim(YAMADA), one.claim(YAMADA), two.claim(YAMADA))).toEqual([true, true, false]);
});

test('a window that is closed leaves its callers to the others', async () => {
    const windows = new Windows();
    const [one, two] = [windows.open('visible'), windows.open('visible')];
    expect(await windows.after(0, one.claim(YAMADA))).toEqual([true]);
    one.close();
    expect(await windows.after(0, two.claim(YAMADA))).toEqual([true]);
});

test('where windows cannot be told apart, each shows the caller', async () => {
    const windows = new Windows();
    const denied = windows.open('visible', deniedLocks);
    expect(await windows.after(0, windows.openWithoutLocks().claim(YAMADA), denied.claim(YAMADA))).toEqual([true, true]);
    expect(windows.log).toMatchObject([{ level: 'warn', fields: { error: 'SecurityError: The request was denied' } }]);
});
