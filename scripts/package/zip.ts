import { zipSync } from 'fflate';

/** What an archive holds: contents by path, with / between folders. */
export type Entries = ReadonlyMap<string, Uint8Array>;

/**
 * A zip archive that depends on its contents only: entries in the order of their paths, no time, one way to compress. The time is built from
 * local parts because the format stores a local time.
 */
export function zip(entries: Entries): Uint8Array {
    const mtime = new Date(1980, 0, 1);
    const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
    return zipSync(Object.fromEntries(sorted), { level: 9, mtime });
}
