import { internationalNumber } from './international';
import { japaneseGroups } from './number-groups';
import { defaultDialPlan } from './plan';
import { readText } from './read-text';
import type { Reading } from './reading';

/** How sure it is that two texts name the same subscriber. */
export type Likeness = 'same' | 'maybe' | 'no';

/**
 * Compares two texts in whatever form the network or a record holds them. Notes are ignored; of several numbers in one field any may be the one.
 * - `same`: the same subscriber for sure, or the very same digits
 * - `maybe`: a leading 0, a plus, a country or an area code is missing in one of them, or the extensions behind one main number differ
 * Symmetric; every text that is a number is the same as itself.
 */
export function compareNumbers(a: string, b: string): Likeness {
    const one = namesIn(a);
    const other = namesIn(b);
    if (one.digits !== null && one.digits === other.digits && !haveDifferentExtensions(one, other)) return 'same';
    if (one.sure.some((name) => other.sure.includes(name))) return haveDifferentExtensions(one, other) ? 'maybe' : 'same';
    return isLike(one, other) || isLike(other, one) ? 'maybe' : 'no';
}

export function isSameSubscriber(a: string, b: string): boolean {
    return compareNumbers(a, b) === 'same';
}

interface Names {
    /** Of the one number that it is. */
    readonly digits: string | null;
    readonly extension: string | null;
    /** `+81312345678` */
    readonly sure: readonly string[];
    readonly guessed: readonly string[];
}

function namesIn(text: string): Names {
    const { only, bare, extension, found, guessed } = readText(text, defaultDialPlan);
    const names = (readings: readonly Reading[]): readonly string[] =>
        readings.map(({ subscriber }) => subscriber).filter((name) => name !== null);
    return { digits: only?.number ?? bare, extension, sure: names(found), guessed: names(guessed) };
}

function haveDifferentExtensions(one: Names, other: Names): boolean {
    return one.extension !== null && other.extension !== null && one.extension !== other.extension;
}

function isLike(one: Names, other: Names): boolean {
    const known = [...other.sure, ...other.guessed];
    const { digits } = one;
    return one.guessed.some((name) => known.includes(name)) || (digits !== null && known.some((name) => isWithoutAreaOf(name, digits)));
}

/** The digits that are dialled inside the area, or abroad inside the country. */
function isWithoutAreaOf(name: string, digits: string): boolean {
    const number = internationalNumber(name.slice(1));
    if (!number) return false;
    if (number.countryCode !== '81') return digits === number.national || digits === `0${number.national}`;
    const [area = '', ...local] = japaneseGroups(number.national);
    return !area.endsWith('0') && local.length > 0 && local.join('') === digits;
}
