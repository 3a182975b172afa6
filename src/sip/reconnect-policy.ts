/** How long to wait before the next attempt to connect, in milliseconds. `failures` counts the attempts since the last connection. */
export type ReconnectPolicy = (failures: number) => number;

const FIRST_JITTER = 500;
const BASE = 1_000;
const CAP = 30_000;

/**
 * At once after a loss (spread over half a second, so that not every phone of a restarted PBX knocks in the same instant), then doubling up
 * to half a minute. From there on each wait is 50 to 100 percent of its bound, as RFC 5626 section 4.5 advises.
 */
export function doublingReconnectPolicy(random: () => number): ReconnectPolicy {
    return (failures) => {
        if (failures === 0) return Math.round(random() * FIRST_JITTER);
        const bound = Math.min(CAP, BASE * 2 ** (failures - 1));
        return Math.round(bound * (0.5 + random() / 2));
    };
}
