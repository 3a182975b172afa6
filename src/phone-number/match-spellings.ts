import type { InternationalNumber } from './international';
import { foreignGroups, japaneseGroups } from './number-groups';
import { defaultDialPlan } from './plan';
import { readText } from './read-text';
import { subscriberOf } from './reading';

/** Separators that a search takes for letters, unlike every other dash: the prolonged sound marks, typed in place of a hyphen. */
const SOUND_MARKS = ['ー', 'ｰ'];

/** Many write an area code longer or shorter than it is. */
const AREA_LENGTHS = [4, 3, 2, 5];
const LONGEST_EXCHANGE = 4;
const SUBSCRIBER_LENGTH = 4;

/**
 * The spellings under which records may hold a number, the likeliest first; at most 20. A search compares tokens, runs of digits and sound
 * marks, one after the other: each sequence that is missing here is a caller who is not recognised. What separates tokens does not matter,
 * so 03-1234-5678 stands for (03)1234‐5678 and 03.1234.5678 too, and no two spellings have the same tokens. Some lack the 0, the plus, the
 * country or the area code: they may be somebody else's (`compareNumbers` says `maybe`). Empty when the text is no number.
 */
export function matchSpellings(text: string): readonly string[] {
    const { only, bare } = readText(text, defaultDialPlan);
    const number = only && subscriberOf(only);
    if (!number) return bare === null ? [] : [bare];
    return [...new Set(number.countryCode === '81' ? japaneseSpellings(number.national) : foreignSpellings(number))];
}

function japaneseSpellings(national: string): readonly string[] {
    const digits = `0${national}`;
    const groups = japaneseGroups(national);
    const [area = '', ...local] = groups;
    if (local.length === 0) return [digits, `+81${national}`, national, toFullWidth(digits), ...splitSpellings(digits)];
    const hyphenated = groups.join('-');
    const abroad = [area.slice(1), ...local].join('-');
    return [
        hyphenated,
        digits,
        `+81${national}`,
        // Finds +81 3-1234-5678 as well, in every form.
        abroad,
        national,
        toFullWidth(hyphenated),
        toFullWidth(digits),
        ...SOUND_MARKS.map((mark) => groups.join(mark)),
        groups.map(toFullWidth).join('ー'),
        `${area}-${local.join('')}`,
        ...splitSpellings(digits),
        // For an org whose search does not begin in the middle of a field.
        `+81-${abroad}`,
        `+81 (0)${abroad}`,
        // No number is left when 0120 or 090 is missing.
        ...(area.endsWith('0') ? [] : [local.join('-')])
    ];
}

function splitSpellings(digits: string): readonly string[] {
    return AREA_LENGTHS.filter((area) => digits.length - SUBSCRIBER_LENGTH - area <= LONGEST_EXCHANGE).map((area) =>
        [digits.slice(0, area), digits.slice(area, -SUBSCRIBER_LENGTH), digits.slice(-SUBSCRIBER_LENGTH)].join('-')
    );
}

function foreignSpellings(number: InternationalNumber): readonly string[] {
    const { countryCode, national } = number;
    const hyphenated = foreignGroups(number).join('-');
    return [
        `+${countryCode}${national}`,
        `+${countryCode} ${hyphenated}`,
        hyphenated,
        national,
        `010${countryCode}${national}`,
        `010-${countryCode}-${hyphenated}`,
        `001${countryCode}${national}`,
        `001-${countryCode}-${hyphenated}`,
        `0${national}`,
        toFullWidth(`+${countryCode}${national}`),
        toFullWidth(`+${countryCode}-${hyphenated}`)
    ];
}

/** The full-width forms U+FF01 to U+FF5E mirror ASCII. */
function toFullWidth(text: string): string {
    return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
