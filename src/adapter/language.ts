/** The languages that the panel speaks. */
export type Language = 'ja' | 'en';

const KEY = 'denwa.language';

/** What the agent chose in this browser; without a choice, or where the browser keeps storage from the frame, what the org set for the user. */
export function chooseLanguage(orgLocale: string, storage: () => Pick<Storage, 'getItem'>): Language {
    return ownChoice(storage) ?? languageOf(orgLocale);
}

/** A locale for dates and times: the org's, which may name a country too, unless it is of another language. */
export function localeFor(language: Language, orgLocale: string): string {
    return orgLocale !== '' && languageOf(orgLocale) === language ? orgLocale : language;
}

function ownChoice(storage: () => Pick<Storage, 'getItem'>): Language | null {
    try {
        const choice = storage().getItem(KEY);
        return choice === 'ja' || choice === 'en' ? choice : null;
    } catch {
        return null;
    }
}

function languageOf(locale: string): Language {
    return locale.startsWith('ja') ? 'ja' : 'en';
}
