import type { RecordLink } from '../telephony/call';

/** A record that may be the caller's. */
export interface CallerCandidate extends RecordLink {
    /** Its phone fields, spelled as stored. */
    readonly phones: readonly { readonly field: string; readonly value: string }[];
}

/** The port to the search for records by phone number. */
export interface CallerDirectory {
    /**
     * Records that hold a number in one of the spellings. May find too many: whoever asks compares the numbers.
     * Settles within the implementation's time limit.
     */
    findByPhone(spellings: readonly string[]): Promise<readonly CallerCandidate[]>;
}
