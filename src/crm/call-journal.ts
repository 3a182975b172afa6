import type { CallId } from '../telephony/call';
import type { JournalEntry } from '../telephony/journal-entry';

/** The port to the journal of this user on this browser. Every method may reject with a `StorageError`: the journal is never worth a call. */
export interface CallJournal {
    /** Adds the entry or replaces that of its call; resolves once it would survive the end of the browser. */
    write(entry: JournalEntry): Promise<void>;
    remove(callId: CallId): Promise<void>;
}

/** The port to those calls in the journal whose page is gone. */
export interface AbandonedCalls {
    /**
     * Takes over the entries of pages that are gone, oldest first: from now on they are this page's, and no other page gets them.
     * What cannot be read is left out and removed. May reject with a `StorageError`.
     */
    takeOver(): Promise<readonly JournalEntry[]>;
}
