import type { Preferences } from '../telephony/preferences';

/** Where the agent's preferences are kept in this browser. */
export interface PreferencesStore {
    /** What is stored and still makes sense; empty the first time. Never throws. */
    load(): Partial<Preferences>;
    /** Throws a StorageError where the browser keeps nothing. */
    save(preferences: Partial<Preferences>): void;
}
