/** Milliseconds between attempts; the last one goes on for ever. */
const RETRY_AFTER = [2_000, 5_000, 15_000, 60_000] as const;

/** How long to wait after the given number of failures in a row, in milliseconds. */
export function retryDelay(failures: number): number {
    return RETRY_AFTER[Math.min(failures, RETRY_AFTER.length) - 1] ?? RETRY_AFTER[0];
}
