/**
 * National significant numbers (without the trunk prefix 0) of the Japanese plan, by form:
 * https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/
 */
const SUBSCRIBER_FORMS = [
    // 0ABCDEFGHJ: fixed lines, and 0AB0 services such as 0120 and 0570
    /^[1-9][1-9]\d{7}$/,
    // 050 IP; 060, 070, 080, 090 mobile; 020 machines and pagers; 0600 and 0800 services
    /^(?:[5-9]0[1-9]|20[1-9]|600|800)\d{7}$/,
    // 0200: machines
    /^200\d{10}$/
];
const SUBSCRIBER_LENGTHS = [9, 10, 13];
const NATIONAL = /^(?:(?:\+|010)?810?|0)([1-9]\d*)$/;

export function isSubscriberNumber(national: string): boolean {
    return SUBSCRIBER_FORMS.some((form) => form.test(national));
}

/**
 * The national significant number of a Japanese subscriber written as 0…, +81…, +810…, 81…, 810… or 01081…; null for all else. Only the
 * full length of a subscriber number makes 81 a country code: 8101, 8110 and 810 are extensions, 8112-3456 is a local number.
 */
export function japaneseNumber(number: string): string | null {
    const national = NATIONAL.exec(number)?.[1];
    return national !== undefined && isSubscriberNumber(national) ? national : null;
}

/** Whether a Japanese number is followed by further digits: an extension or a second number that has been glued on. */
export function hasSurplusDigits(number: string): boolean {
    const national = NATIONAL.exec(number)?.[1] ?? '';
    return SUBSCRIBER_LENGTHS.some((length) => national.length > length && isSubscriberNumber(national.slice(0, length)));
}
