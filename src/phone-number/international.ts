/** Country codes as ITU-T E.164 assigns them: one, two or three digits, no code is the start of another; at most 15 digits in all. */
const GLOBAL = /^(?=\d{7,15}$)(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d\d)(\d{4,})$/;
/** The two largest zones have one length, so that an extension glued on shows. */
const TEN_DIGITS: readonly string[] = ['1', '7'];

export interface InternationalNumber {
    readonly countryCode: string;
    /** National significant number. */
    readonly national: string;
}

/** Reads country code and number, without plus or prefix. */
export function internationalNumber(digits: string): InternationalNumber | null {
    const [, countryCode, national] = GLOBAL.exec(digits) ?? [];
    if (countryCode === undefined || national === undefined) return null;
    return TEN_DIGITS.includes(countryCode) && national.length !== 10 ? null : { countryCode, national };
}
