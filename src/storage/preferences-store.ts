import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { Preferences } from '../telephony/preferences';
import { readPreferences } from '../telephony/read-preferences';
import { storageError } from './storage-error';

export interface PreferencesParts {
    /** Where the browser keeps storage from the frame, even this throws. */
    readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
    readonly logger: Logger;
}

const KEY = 'denwa.preferences';
/** By itself: the page reads it before there is anything that could read the others (src/adapter/language.ts). */
const LANGUAGE_KEY = 'denwa.language';

/** Keeps the agent's preferences in this browser. */
export class LocalStoragePreferences {
    readonly #parts: PreferencesParts;

    constructor(parts: PreferencesParts) {
        this.#parts = parts;
    }

    /** What is stored and in its range; nothing where the browser stores nothing. Never throws. */
    load(): Partial<Preferences> {
        const { storage, logger } = this.#parts;
        try {
            const [text, language] = [KEY, LANGUAGE_KEY].map((key) => storage().getItem(key));
            return { ...this.#read(text ?? '{}'), ...readPreferences({ language: language ?? undefined }) };
        } catch (error) {
            logger.warn('The preferences cannot be read', { error: describeError(error) });
            return {};
        }
    }

    /** Throws a StorageError. */
    save({ language, ...others }: Partial<Preferences>): void {
        try {
            const storage = this.#parts.storage();
            storage.setItem(KEY, JSON.stringify(others));
            if (language) storage.setItem(LANGUAGE_KEY, language);
            else storage.removeItem(LANGUAGE_KEY);
        } catch (error) {
            throw storageError(error);
        }
    }

    #read(text: string): Partial<Preferences> {
        try {
            return readPreferences(JSON.parse(text));
        } catch (error) {
            this.#parts.logger.warn('Unreadable preferences are left out', { error: describeError(error) });
            return {};
        }
    }
}
