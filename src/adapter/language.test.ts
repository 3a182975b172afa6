import { expect, test } from '@jest/globals';
import { chooseLanguage, localeFor, type Language } from './language';

const stored = (value: string | null) => () => ({ getItem: (key: string) => (key === 'denwa.language' ? value : null) });

test.each([
    ['ja', null, 'ja'],
    ['en-US', null, 'en'],
    ['fr', null, 'en'],
    ['', null, 'en'],
    ['ja', 'en', 'en'],
    ['en-US', 'ja', 'ja'],
    ['ja', 'fr', 'ja'],
    ['en-US', '<script>', 'en']
])('an org in "%s" and a choice of %s make %s', (org, choice, language) => {
    expect(chooseLanguage(org, stored(choice))).toBe(language);
});

test('a browser that keeps storage from the frame leaves the language to the org', () => {
    const denied = (): Storage => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    expect(chooseLanguage('ja', denied)).toBe('ja');
});

test.each<[Language, string, string]>([
    ['en', 'en-GB', 'en-GB'],
    ['ja', 'en-GB', 'ja'],
    ['en', 'ja', 'en'],
    ['en', '', 'en']
])('%s in an org in "%s" writes dates as %s', (language, org, locale) => {
    expect(localeFor(language, org)).toBe(locale);
});
