import { isSubscriberNumber, japaneseNumber } from './japan';
import { numberPieces } from './read-number';

/** Country codes as ITU-T E.164 assigns them: one, two or three digits, no code is the start of another. */
const COUNTRY_CODE = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{4,14})$/;
/** 010 with or without a carrier code in front, and the carrier code 001, which needs no 010. */
const INTERNATIONAL_ACCESS = /^(?:\+|(?:00\d{1,2})?010|001)(?=[1-9]\d{6,14}$)/;

export interface InternationalNumber {
    readonly countryCode: string;
    /** National significant number. */
    readonly national: string;
}

/** Reads a number without separators that says which country it belongs to, or that has the domestic form of a Japanese one. */
export function internationalNumber(number: string): InternationalNumber | null {
    const japanese = japaneseNumber(number);
    if (japanese !== null) return { countryCode: '81', national: japanese };
    if (!INTERNATIONAL_ACCESS.test(number)) return null;
    const [, countryCode, national] = COUNTRY_CODE.exec(number.replace(INTERNATIONAL_ACCESS, '+')) ?? [];
    return countryCode === undefined || national === undefined || countryCode === '81' ? null : { countryCode, national };
}

/**
 * Whether two texts name the same subscriber, in whatever form the network or a record holds them. Extensions and notes are ignored; of
 * several numbers in one field any may be the one.
 */
export function isSameSubscriber(a: string, b: string): boolean {
    const known = new Set(subscriberKeys(a));
    return subscriberKeys(b).some((key) => known.has(key));
}

function subscriberKeys(text: string): readonly string[] {
    return numberPieces(text).flatMap((piece) => {
        const number = internationalNumber(piece) ?? guess(piece);
        return number ? [`+${number.countryCode}${number.national}`] : [];
    });
}

/** Networks drop the plus and spreadsheets drop the leading 0. Good enough to compare with, not to dial. */
function guess(digits: string): InternationalNumber | null {
    return isSubscriberNumber(digits) ? { countryCode: '81', national: digits } : internationalNumber(`+${digits}`);
}
