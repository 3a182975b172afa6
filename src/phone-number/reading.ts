import type { DialOption, DialRule, NumberKind, NumberProblem, DialWarning } from './decision';
import { internationalNumber, type InternationalNumber } from './international';
import { carrierAtStart, isService, subscriberNumber } from './japan';
import { foreignGroups, japaneseGroups } from './number-groups';
import { isExtension, isFeatureCode, isParkingSlot, type DialPlan } from './plan';

/** What one number, without separators, means under a plan. */
export interface Reading {
    /** What is dialled, without the outside-line prefix. */
    readonly number: string;
    /** What `number` has in front of the subscriber: 184, 0033, or both. */
    readonly lead: string;
    readonly rule: DialRule;
    readonly kind: NumberKind;
    readonly warnings: readonly DialWarning[];
    /** The public subscriber, `+81312345678`; null for a number that means something only here. */
    readonly subscriber: string | null;
    /** Whether it lies behind the outside line. */
    readonly isOutside: boolean;
}

const JAPAN = '81';
const LONGEST_DIAL_STRING = 32;
/** Longer than any number that an exchange knows only by itself. */
const LONGEST_LOCAL = 8;
/** Behind a carrier code without 0: fewer digits are a number with a 0 too many. */
const SHORTEST_BEHIND_CARRIER = 9;

/** `isKeyed`: nothing was between the digits, so somebody may know what no plan does. */
export function readNumber(number: string, isKeyed: boolean, plan: DialPlan): Reading | NumberProblem {
    if (number.length > LONGEST_DIAL_STRING) return 'number-too-long';
    return (
        readEmergency(number, plan) ??
        readInternal(number, plan) ??
        readOutside(number, plan) ??
        readWithLinePrefix(number, plan) ??
        readRest(number, isKeyed, plan)
    );
}

/** Whether everybody in the world reaches the same party by it. */
export function isPublic({ subscriber, rule }: Reading): boolean {
    return subscriber !== null || rule === 'carrier-select';
}

export function toOption(reading: Reading, plan: DialPlan): DialOption {
    const { number, kind, warnings, isOutside } = reading;
    return { dialString: isOutside ? `${plan.outsideLinePrefix}${number}` : number, number, shown: showNumber(reading), kind, warnings };
}

export function showNumber(reading: Reading): string {
    const subscriber = subscriberOf(reading);
    if (!subscriber) return reading.number;
    const isForeign = reading.kind === 'international';
    const groups = isForeign ? foreignGroups(subscriber) : japaneseGroups(subscriber.national);
    return `${reading.lead === '' ? '' : `${reading.lead} `}${isForeign ? `+${subscriber.countryCode} ` : ''}${groups.join('-')}`;
}

/** Null for a number that means something only here. */
export function subscriberOf({ subscriber }: Reading): InternationalNumber | null {
    return subscriber === null ? null : internationalNumber(subscriber.slice(1));
}

function reading(number: string, rule: DialRule, kind: NumberKind, more: Partial<Reading> = {}): Reading {
    return { number, lead: '', rule, kind, warnings: [], subscriber: null, isOutside: false, ...more };
}

/** 184 and 186 in front of an emergency number are the caller's own business: it goes out as typed. */
function readEmergency(number: string, plan: DialPlan): Reading | null {
    const behind = number.slice(callerIdPrefix(number, plan).length);
    const isEmergency = [number, behind].some((either) => plan.emergencyNumbers.includes(either));
    return isEmergency ? reading(number, 'emergency', 'emergency') : null;
}

function readInternal(number: string, plan: DialPlan): Reading | null {
    if (isFeatureCode(number, plan)) return reading(number, 'feature-code', 'feature-code');
    if (isParkingSlot(number, plan)) return reading(number, 'parking-slot', 'extension');
    if (plan.ownCountry === JAPAN && isService(number)) {
        return reading(number, 'service', 'service', { warnings: isExtension(number, plan) ? ['may-be-extension'] : [] });
    }
    return isExtension(number, plan) ? reading(number, 'extension', 'extension') : null;
}

/** With or without a caller ID prefix; what stands behind it follows all the other rules. */
function readOutside(number: string, plan: DialPlan): Reading | null {
    const prefix = callerIdPrefix(number, plan);
    const behind = number.slice(prefix.length);
    const outside = readPublic(prefix === '' ? number : behind, plan) ?? (prefix === '' ? null : readService(behind, plan));
    if (outside === null || prefix === '') return outside;
    const warning = prefix === '186' ? 'caller-id-shown' : 'caller-id-withheld';
    return {
        ...outside,
        number: `${prefix}${outside.number}`,
        lead: [prefix, outside.lead].filter((part) => part !== '').join(' '),
        warnings: [warning, ...outside.warnings]
    };
}

function readService(number: string, plan: DialPlan): Reading | null {
    return plan.ownCountry === JAPAN && isService(number) ? reading(number, 'service', 'service') : null;
}

function readPublic(number: string, plan: DialPlan): Reading | null {
    return (plan.ownCountry === JAPAN ? readJapanese(number, plan) : null) ?? readForeign(number, plan);
}

function readJapanese(number: string, plan: DialPlan): Reading | null {
    const access = internationalAccess(number, plan);
    const subscriber = subscriberNumber(access === '' ? number : `+${number.slice(access.length)}`);
    if (subscriber) {
        const { national, kind, warnings, rewritten } = subscriber;
        return reading(`0${national}`, rewritten ? 'country-code' : 'subscriber', kind, {
            warnings,
            subscriber: `+${JAPAN}${national}`,
            isOutside: true
        });
    }
    return access === '' ? readCarrierSelect(number, plan) : null;
}

/** 0081 is a carrier, not the country: everything stays as it is. */
function readCarrierSelect(number: string, plan: DialPlan): Reading | null {
    const carrier = carrierAtStart(number);
    if (!carrier) return null;
    const behind = number.slice(carrier.code.length);
    const isDomestic = behind.startsWith('0');
    if (!isDomestic && behind.length < SHORTEST_BEHIND_CARRIER) return null;
    const known = isDomestic ? readPublic(behind, plan) : carrier.isInternational ? readForeign(`+${behind}`, plan) : null;
    if (isDomestic && (known === null || known.rule === 'carrier-select')) return null;
    return reading(number, 'carrier-select', known?.kind ?? 'unknown', {
        lead: carrier.code,
        warnings: known?.warnings ?? [],
        subscriber: known?.subscriber ?? null,
        isOutside: true
    });
}

function readForeign(number: string, plan: DialPlan): Reading | null {
    const access = internationalAccess(number, plan);
    const digits = number.slice(access.length);
    const foreign = access === '' ? null : internationalNumber(digits);
    // +81 with anything but a subscriber number behind it: +81110 must become neither 110 nor 0110.
    if (!foreign || (foreign.countryCode === JAPAN && plan.ownCountry === JAPAN)) return null;
    return reading(`${access === '+' ? plan.internationalPrefix : access}${digits}`, 'international', 'international', {
        warnings: ['international'],
        subscriber: `+${digits}`,
        isOutside: true
    });
}

/** What a number begins with that announces a country code; empty: nothing. */
function internationalAccess(number: string, plan: DialPlan): string {
    const prefixes = ['+', plan.internationalPrefix, ...(plan.ownCountry === JAPAN ? ['010'] : [])];
    return prefixes.find((prefix) => number.startsWith(prefix)) ?? '';
}

/** A text may have the outside-line prefix already. */
export function readWithLinePrefix(number: string, plan: DialPlan): Reading | null {
    const { outsideLinePrefix } = plan;
    if (outsideLinePrefix === '' || !number.startsWith(outsideLinePrefix)) return null;
    const outside = readOutside(number.slice(outsideLinePrefix.length), plan);
    return outside !== null && `${outsideLinePrefix}${outside.number}` === number ? outside : null;
}

function readRest(number: string, isKeyed: boolean, plan: DialPlan): Reading | NumberProblem {
    if (!/^\+?\d+$/.test(number)) return 'number-ambiguous';
    if (number.startsWith('+')) return number.length > 16 ? 'number-ambiguous' : 'number-not-dialable';
    if (plan.ownCountry !== JAPAN) {
        // Nothing is known of that country: what is longer than any extension lies outside.
        return number.length > 15 ? 'number-ambiguous' : reading(number, 'as-typed', 'unknown', { isOutside: number.length > 5 });
    }
    if (/^[2-9]\d{5,7}$/.test(number)) return reading(number, 'local', 'fixed', { isOutside: true });
    if (isKeyed && number.length <= LONGEST_LOCAL) return reading(number, 'as-typed', 'unknown');
    // No number that starts with 1 to 9 is so long: its 0 or its country code is missing, and the network would dial its first digits.
    return number.startsWith('0') ? 'number-not-dialable' : 'number-ambiguous';
}

function callerIdPrefix(number: string, plan: DialPlan): string {
    return plan.callerIdPrefixes.find((prefix) => number.startsWith(prefix)) ?? '';
}
