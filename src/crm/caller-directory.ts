import type { RecordLink } from '../telephony/record';

/** A record that may be the caller's. */
export interface CallerCandidate extends RecordLink {
    /** Its phone fields, spelled as stored. */
    readonly phones: readonly { readonly field: string; readonly value: string }[];
    /** Where the person works; null when nobody knows, and for a company itself. */
    readonly company: string | null;
    /** Of the last activity, `YYYY-MM-DD`; null when there was none. */
    readonly lastActivity: string | null;
    readonly openCases: number;
}

/** The port to the search for records by phone number. */
export interface CallerDirectory {
    /**
     * Records that hold a number in one of the spellings. May find too many: whoever asks compares the numbers.
     * Settles within the implementation's time limit; rejects with a `CrmError` only.
     */
    findByPhone(spellings: readonly string[]): Promise<readonly CallerCandidate[]>;
}
