import type { Cancel, Clock } from '../base/clock';

/** Settles as `promise` does if that takes no longer than `limit` milliseconds; else resolves to null. */
export async function within<T>(clock: Pick<Clock, 'after'>, limit: number, promise: Promise<T>): Promise<T | null> {
    let cancel: Cancel = () => undefined;
    const late = new Promise<null>((resolve) => {
        cancel = clock.after(limit, () => resolve(null));
    });
    try {
        return await Promise.race([promise, late]);
    } finally {
        cancel();
    }
}
