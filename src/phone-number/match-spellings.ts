import { foreignGroups, japaneseGroups } from './format-number';
import { readNumber } from './read-number';
import { internationalNumber, type InternationalNumber } from './subscriber';

/**
 * The spellings under which records may hold a number, the usual ones first; at most 20. A search compares text, so each spelling that
 * is missing here is a caller who is not recognised. Empty when the text is no number.
 */
export function matchSpellings(text: string): readonly string[] {
    const reading = readNumber(text);
    if (reading.kind !== 'number') return [];
    const number = internationalNumber(reading.number);
    if (!number) return [reading.number];
    return [...new Set(number.countryCode === '81' ? japaneseSpellings(number.national) : foreignSpellings(number))];
}

function japaneseSpellings(national: string): readonly string[] {
    const digits = `0${national}`;
    const groups = japaneseGroups(national);
    if (groups.length < 3) return [digits, `+81${national}`, `81${national}`, toFullWidth(digits), national];
    const hyphenated = groups.join('-');
    const [area = '', ...rest] = groups;
    const local = rest.join('-');
    const abroad = [area.slice(1), ...rest];
    return [
        hyphenated,
        digits,
        `+81${national}`,
        `+81-${abroad.join('-')}`,
        `+81 ${abroad.join('-')}`,
        `+81 ${abroad.join(' ')}`,
        `+81 (0)${abroad.join('-')}`,
        `+81(0)${national}`,
        `81${national}`,
        `(${area})${local}`,
        `(${area}) ${local}`,
        `${area}(${rest.join(')')}`,
        groups.join(' '),
        groups.join('.'),
        groups.join('‐'),
        toFullWidth(digits),
        toFullWidth(hyphenated),
        groups.map(toFullWidth).join('ー'),
        national
    ];
}

function foreignSpellings(number: InternationalNumber): readonly string[] {
    const { countryCode, national } = number;
    const groups = foreignGroups(number);
    const hyphenated = groups.join('-');
    const [area = '', ...rest] = groups;
    return [
        `+${countryCode}${national}`,
        `+${countryCode} ${hyphenated}`,
        `+${countryCode}-${hyphenated}`,
        `+${countryCode} ${groups.join(' ')}`,
        ...(rest.length > 0 ? [`+${countryCode} (${area}) ${rest.join('-')}`, `(${area}) ${rest.join('-')}`] : []),
        `${countryCode}${national}`,
        `010${countryCode}${national}`,
        `010-${countryCode}-${hyphenated}`,
        `001${countryCode}${national}`,
        `001-${countryCode}-${hyphenated}`,
        hyphenated,
        national,
        `0${national}`,
        toFullWidth(`+${countryCode}${national}`)
    ];
}

/** The full-width forms U+FF01 to U+FF5E mirror ASCII. */
function toFullWidth(text: string): string {
    return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
