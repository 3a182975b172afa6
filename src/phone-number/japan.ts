import type { DialWarning, NumberKind } from './decision';

/**
 * The Japanese plan by national significant number (without the trunk prefix 0); the first line that fits wins. Source unless a line says
 * otherwise: Ministry of Internal Affairs and Communications, table of telephone numbers,
 * https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/
 */
const SUBSCRIBERS: readonly (readonly [kind: NumberKind, form: RegExp, ...warnings: DialWarning[]])[] = [
    ['free', /^120\d{6}/], // 0120: the callee pays
    ['free', /^800\d{7}/], // 0800: the same, one digit more
    ['0570', /^570\d{6}/, 'charged'], // 0570: not in any flat rate
    ['premium', /^990\d{6}/, 'premium'], // 0990: the caller pays for information
    ['service', /^180\d{6}/, 'charged'], // 0180: mass announcements and votes
    ['service', /^170\d{6}/], // 0170: message service
    ['mobile', /^[789]0[1-9]\d{7}/], // 070, 080, 090
    ['mobile', /^60[1-9]\d{7}/], // 060: decided on 2024-12-20, in use from July 2026
    ['ip', /^50[1-9]\d{7}/], // 050
    ['machine', /^200\d{10}/], // 0200: 14 digits
    ['machine', /^20[1-9]\d{7}/], // 020: machines, pagers (0204)
    ['unknown', /^600\d{7}/], // 0600: one number at several networks
    ['unknown', /^91\d{7,10}/], // 091: special connections, up to 13 digits with the 0
    ['fixed', /^[1-9][1-9]\d{7}/] // 0ABCDEFGHJ
];

/** 1XY, dialled as they are: same table; the list is https://en.wikipedia.org/wiki/Telephone_numbers_in_Japan. */
const SERVICES: readonly string[] = [
    '104', // directory
    '113', // out of order
    '114', // is the line busy
    '115', // telegram
    '116', // orders
    '117', // time
    '122', // lock against carrier preselection
    '136', // last caller
    '142', // call forwarding
    '144', // nuisance calls
    '148', // caller request
    '151', // mobile carrier
    '157', // mobile carrier
    '159', // call waiting
    '171', // messages after a disaster
    '177', // weather
    '188', // consumer hotline, https://www.caa.go.jp/
    '189' // child guidance, https://www.cfa.go.jp/
];

/** 00XY, 002YZ, 0091XY choose a carrier; 001 is older and has three digits (same table). */
const CARRIER = /^00(?:1|2\d\d|91\d\d|[3-9]\d)/;
/** Behind these the country code follows at once; behind the others, 010 does. */
const INTERNATIONAL_CARRIERS: readonly string[] = ['001', '0041', '0061'];
/** +81, 81, +810 and 810 stand for the trunk prefix, but only in front of a whole subscriber number. */
const TRUNK = /^(?:(\+?810?)|0)(?=[1-9])/;

export interface Subscriber {
    /** National significant number. */
    readonly national: string;
    readonly kind: NumberKind;
    readonly warnings: readonly DialWarning[];
    /** How many characters of the text it takes, its prefix included. */
    readonly length: number;
    /** The country code stood where the 0 belongs. */
    readonly rewritten: boolean;
}

/** The subscriber number, written as 0…, +81…, +810…, 81… or 810…, that the digits begin with. */
export function subscriberAtStart(number: string): Subscriber | null {
    const trunk = TRUNK.exec(number);
    if (!trunk) return null;
    const behind = number.slice(trunk[0].length);
    for (const [kind, form, ...warnings] of SUBSCRIBERS) {
        const national = form.exec(behind)?.[0];
        if (national !== undefined) {
            return { national, kind, warnings, length: trunk[0].length + national.length, rewritten: trunk[1] !== undefined };
        }
    }
    return null;
}

/** Null unless it is nothing else: 8101, 8110 and 810 are extensions, 8112-3456 is a local number. */
export function subscriberNumber(number: string): Subscriber | null {
    const subscriber = subscriberAtStart(number);
    return subscriber?.length === number.length ? subscriber : null;
}

export function isService(number: string): boolean {
    return SERVICES.includes(number);
}

/** The carrier code at the start, and whether the country code follows at once. */
export function carrierAtStart(number: string): { readonly code: string; readonly isInternational: boolean } | null {
    const code = CARRIER.exec(number)?.[0];
    return code === undefined ? null : { code, isInternational: INTERNATIONAL_CARRIERS.includes(code) };
}
