import { chooseLanguage, localeFor, type Language } from './language';

export interface PhonePage {
    /** The locale that the page came with; empty when it named none. */
    readonly orgLocale: string;
    readonly storage: () => Pick<Storage, 'getItem'>;
    readonly setLocale: (locale: string) => void;
    /** Loads the texts of one language. Rejects when they cannot be had. */
    readonly loadTexts: (language: Language) => Promise<void>;
    /** Loads and starts the phone, which reads locale and texts at once. Rejects when it cannot be had. */
    readonly startPhone: (language: Language) => Promise<void>;
    /** Tells the agent in words, and how to try again. */
    readonly showFailure: () => void;
    /** Not a `Logger`: what comes first shares no module with what comes later. */
    readonly output: Pick<Console, 'error'>;
}

/** Loads the parts that a page starts with, in the language of the agent. Never rejects: what cannot be loaded is said in the page. */
export async function loadPhone({ orgLocale, storage, setLocale, loadTexts, startPhone, showFailure, output }: PhonePage): Promise<void> {
    const language = chooseLanguage(orgLocale, storage);
    setLocale(localeFor(language, orgLocale));
    try {
        await loadTexts(language);
        await startPhone(language);
    } catch (error) {
        output.error('[denwa] A part of the softphone could not be loaded', error);
        showFailure();
    }
}
