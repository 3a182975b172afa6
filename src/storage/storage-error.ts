import { DenwaError } from '../base/errors';
import { exceptionName } from '../base/exception-name';

/**
 * - `unavailable`: the browser stores nothing for this page (private window, policy), or a newer Denwa has taken the store over, or it is broken
 * - `full`: there is no room, even after old entries were given up
 * - `blocked`: another tab keeps the store as it was
 */
export type StorageReason = 'unavailable' | 'full' | 'blocked';

const ADVICE: Readonly<Record<StorageReason, string>> = {
    unavailable: 'Allow this site to store data in the browser, and reload the page',
    full: 'Make room on the disk, or delete other sites’ data in the browser',
    blocked: 'Close the other tabs with this phone'
};

export class StorageError extends DenwaError<StorageReason> {
    override readonly name = 'StorageError';

    constructor(reason: StorageReason, options?: ErrorOptions) {
        super(reason, ADVICE[reason], options);
    }
}

/** What an exception of IndexedDB (W3C Indexed Database API 3.0, section 3) means to the phone. */
export function storageError(error: unknown): StorageError {
    if (error instanceof StorageError) return error;
    return new StorageError(exceptionName(error) === 'QuotaExceededError' ? 'full' : 'unavailable', { cause: error });
}
