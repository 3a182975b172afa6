/** The port to which record an agent chose for a number that several records have. May reject with a `StorageError`. */
export interface RememberedChoices {
    /** `key`: one form per subscriber. @returns the id of the record, or null */
    recall(key: string): Promise<string | null>;
    remember(key: string, recordId: string): Promise<void>;
}
