import type { CallLogEntry } from './call-log';

/** What became of a log that was given to the CRM. */
export interface SavedCallLog {
    /** The id of the record. */
    readonly id: string;
    /** Fields that the settings name and the org does not have, or that this user may not write: the log was saved without them. */
    readonly ignoredFields: readonly string[];
}

/**
 * The port to where the logs of calls end up. Saving is idempotent: however often and however simultaneously an entry of one `CallObject` is
 * given, there is one record, and everybody gets its id.
 */
export interface CallLogStore {
    /** Settles within the implementation's time limit; rejects with a `CrmError` only. */
    save(entry: CallLogEntry): Promise<SavedCallLog>;
}
