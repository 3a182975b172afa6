import { matchSpellings } from '../phone-number/match-spellings';
import { compareNumbers } from '../phone-number/subscriber';

/** The search takes one line; more spellings than this do not occur among the records of one caller. */
const MOST_SPELLINGS = 5;
/** A number as people write it, hyphenated, and its digits alone. */
const USUAL_SPELLINGS = 2;
const LONGEST_SPELLING = 40;
/** All that a search could take for anything but a part of a number: quotes, operators, wildcards, words. */
const NOT_IN_NUMBERS = /[^\p{Nd}+().\-‐-―−ーｰ－＋（）．\s]+/u;

/** What the CRM's own search is asked for a number that no record is known to hold. */
export function usualSearchText(number: string): string {
    return join(matchSpellings(number).slice(0, USUAL_SPELLINGS));
}

/** What finds the records that hold the number: a search compares text, so it is asked for every spelling that they hold. */
export function searchTextOf(number: string, stored: readonly string[]): string {
    const spellings = stored.flatMap((text) => text.split(NOT_IN_NUMBERS)).filter((piece) => compareNumbers(piece, number) !== 'no');
    return spellings.length === 0 ? usualSearchText(number) : join(spellings);
}

/** Quotes keep the parts of a number together, OR joins alternatives (Salesforce Help, "Search Operators"). */
function join(spellings: readonly string[]): string {
    const clean = spellings.map((spelling) =>
        spelling.split(NOT_IN_NUMBERS).join(' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_SPELLING)
    );
    const distinct = [...new Set(clean)].slice(0, MOST_SPELLINGS);
    const [only = ''] = distinct;
    if (distinct.length < 2 && /^[\p{Nd}-]*$/u.test(only)) return only;
    return distinct.map((spelling) => `"${spelling}"`).join(' OR ');
}
