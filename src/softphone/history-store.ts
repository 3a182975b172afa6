import type { HistoryEntry } from '../telephony/history';

/** Where ended calls are kept between sessions, apart for each account. Every method may reject: the history is never worth a call. */
export interface HistoryStore {
    /** Newest first, at most `limit`; entries that cannot be read are left out. */
    load(account: string, limit: number): Promise<readonly HistoryEntry[]>;
    /** Adds an entry or replaces the one of that id, and drops what is beyond the newest `limit`. */
    save(account: string, entry: HistoryEntry, limit: number): Promise<void>;
    clear(account: string): Promise<void>;
}
