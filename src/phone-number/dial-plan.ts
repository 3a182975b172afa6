import { hasSurplusDigits, japaneseNumber } from './japan';
import { readNumber, type Reading } from './read-number';

/** How numbers are dialled at this PBX. The numbering plan of the country itself is Japan's. */
export interface DialPlan {
    /** Access code that stands for the plus of a foreign number. */
    readonly internationalPrefix: string;
    /** Put in front of every number outside of the PBX, last of all; empty where none is needed. */
    readonly outsideLinePrefix: string;
    /** Digits of the numbers that the PBX itself knows; they go out as they are. */
    readonly extensionLengths: { readonly shortest: number; readonly longest: number };
    readonly featureCode: RegExp;
    /** Never rewritten, never prefixed. */
    readonly emergencyNumbers: readonly string[];
    /** Withhold (184) or present (186) the caller's number for one call; the number follows. */
    readonly callerIdPrefixes: readonly string[];
}

export const defaultDialPlan: DialPlan = {
    internationalPrefix: '010',
    outsideLinePrefix: '',
    extensionLengths: { shortest: 3, longest: 5 },
    featureCode: /^[*#]+\d[\d*#]*$/,
    emergencyNumbers: ['110', '118', '119'],
    callerIdPrefixes: ['184', '186']
};

/**
 * Why a number is dialled as it is.
 * - `subscriber`: a Japanese number in its domestic form
 * - `international`: `+` became the international prefix, or stood so already
 * - `carrier-select`: 00XY, untouched (0081 is a carrier in Japan, not a country code)
 * - `local`: a number inside one area, 6 to 8 digits
 * - `as-typed`: keys without any separator that the plan knows nothing about
 */
export type DialRule =
    'emergency' | 'extension' | 'feature-code' | 'subscriber' | 'international' | 'carrier-select' | 'local' | 'as-typed';

export type NumberProblem = 'number-missing' | 'number-not-dialable' | 'number-ambiguous' | 'number-too-long';

export type DialDecision =
    | {
          /** What goes into the request URI: digits, * and #. */
          readonly dialString: string;
          readonly rule: DialRule;
          readonly problem: null;
          /** What stood behind 内線 or ext., to be asked for or keyed in after the answer. */
          readonly extension: string | null;
      }
    | { readonly dialString: null; readonly rule: null; readonly problem: NumberProblem; readonly extension: null };

const LONGEST_DIAL_STRING = 32;
/** ITU-T E.164: at most 15 digits, country code included. */
const INTERNATIONAL_NUMBER = /^[1-9]\d{6,14}$/;
const LONGEST_LOCAL = 8;
/** Rules whose numbers are complete wherever they are dialled. */
const COMPLETE: readonly DialRule[] = ['subscriber', 'international', 'carrier-select'];

const PROBLEM_OF: Readonly<Record<Exclude<Reading['kind'], 'number'>, NumberProblem>> = {
    'too-long': 'number-too-long',
    nothing: 'number-missing',
    words: 'number-not-dialable',
    mixed: 'number-ambiguous'
};

/** What dialling `text`, as a person typed it or a record holds it, will dial. When in doubt it asks instead of dialling the wrong number. */
export function decideDial(text: string, plan: DialPlan): DialDecision {
    const reading = readNumber(text);
    if (reading.kind !== 'number') return refuse(PROBLEM_OF[reading.kind]);

    const prefix = callerIdPrefix(reading.number, plan);
    const route = routeOf(reading.number.slice(prefix.length), reading.keyed, plan);
    if (route.dialString === null) return route;
    const complete = COMPLETE.includes(route.rule);
    if (reading.extension !== null && !complete) return refuse('number-ambiguous');
    if (prefix !== '' && !complete && route.rule !== 'emergency') return refuse('number-ambiguous');

    const outside = complete || route.rule === 'local' ? plan.outsideLinePrefix : '';
    const dialString = `${outside}${prefix}${route.dialString}`;
    return dialString.length > LONGEST_DIAL_STRING
        ? refuse('number-too-long')
        : { dialString, rule: route.rule, problem: null, extension: reading.extension };
}

/** Whether a number belongs to the PBX itself. */
export function isInternalNumber(number: string, plan: DialPlan): boolean {
    const { rule } = decideDial(number, plan);
    return rule === 'extension' || rule === 'feature-code';
}

function callerIdPrefix(number: string, plan: DialPlan): string {
    if (number.length <= plan.extensionLengths.longest) return '';
    return plan.callerIdPrefixes.find((prefix) => number.startsWith(prefix)) ?? '';
}

function routeOf(number: string, keyed: boolean, plan: DialPlan): DialDecision {
    if (plan.emergencyNumbers.includes(number)) return dial(number, 'emergency');
    if (plan.featureCode.test(number)) return dial(number, 'feature-code');
    if (!/^\+?\d+$/.test(number)) return refuse('number-ambiguous');
    if (isExtension(number, plan)) return dial(number, 'extension');

    const japanese = japaneseNumber(number);
    if (japanese !== null) return dial(`0${japanese}`, 'subscriber');
    if (hasSurplusDigits(number)) return refuse('number-ambiguous');

    const abroad = [plan.internationalPrefix, '+'].find((start) => number.startsWith(start));
    if (abroad !== undefined) return routeAbroad(number.slice(abroad.length), plan);
    if (number.startsWith('00')) return dial(number, 'carrier-select');
    if (/^[2-9]\d{5,7}$/.test(number)) return dial(number, 'local');
    // Without separators somebody keyed it in, and the PBX may know more than this plan. But no number that starts with 1 to 9 is longer
    // than a local one: its 0 or its country code is missing, and the network would dial its first digits.
    if (keyed && (number.startsWith('0') || number.length <= LONGEST_LOCAL)) return dial(number, 'as-typed');
    return refuse(/^[1-9]/.test(number) && number.length > plan.extensionLengths.longest ? 'number-ambiguous' : 'number-not-dialable');
}

function routeAbroad(number: string, plan: DialPlan): DialDecision {
    if (number.length > 15) return refuse('number-ambiguous');
    // 81 with anything but a subscriber number behind it: +81110 must not become 110 or 0110.
    if (!INTERNATIONAL_NUMBER.test(number) || number.startsWith('81')) return refuse('number-not-dialable');
    return dial(`${plan.internationalPrefix}${number}`, 'international');
}

function isExtension(number: string, { extensionLengths: { shortest, longest } }: DialPlan): boolean {
    return /^\d+$/.test(number) && number.length >= shortest && number.length <= longest;
}

function dial(dialString: string, rule: DialRule): DialDecision {
    return { dialString, rule, problem: null, extension: null };
}

function refuse(problem: NumberProblem): DialDecision {
    return { dialString: null, rule: null, problem, extension: null };
}
