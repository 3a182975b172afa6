import { defaultDialPlan, type DialPlan } from './plan';

export interface DialPlanReading {
    readonly plan: DialPlan;
    /** The keys whose values make no sense, the default stands in for each; and keys that mean nothing. */
    readonly invalid: readonly string[];
}

/** What each key may hold, for whoever wrote something else. Not needed in the page, and not shipped in it. */
export const dialPlanKeys = {
    ownCountry: 'a calling code without plus, such as 81',
    internationalPrefix: '1 to 8 digits, such as 010',
    outsideLinePrefix: '1 to 4 digits, or - for none',
    extensions: 'lengths up to 9 digits (3-5, or 4, or 3,4,7) or a pattern between slashes (/8\\d{3}/)',
    extensionLengths: 'the lengths of extensions: 3-5, or 4, or 3,4,7',
    extensionPattern: 'the pattern of extensions: 8\\d{3}',
    featureCodes: 'a pattern of codes that begin with * or #, or - for none',
    parkingRange: 'two slots of one length, such as 701-720, or - for none',
    emergencyNumbers: 'a list of at least one number, such as 110, 118, 119',
    callerIdPrefixes: 'true for 184 and 186, false for none, or a list of digits'
} as const;

type Key = keyof typeof dialPlanKeys;

const NONE = '-';
const LONGEST_PATTERN = 64;
/** An escaped character or a class: one key, whatever stands in it. */
const ONE_KEY = /\\.|\[(?:\\.|[^\]\\])*\]/g;
/** Look-around, names; a group that is repeated. */
const SLOW = /\(\?|\)(?:[*+]|\{)/;
const REPETITION = /[*+?]|\{\d*,\d*\}/g;
const MOST_REPETITIONS = 4;
/** As long as an extension may be: every public number of Japan is longer. */
const LONGEST_EXTENSION = 9;

/** The parts of a plan that a key gives; undefined: its value makes no sense. */
const readers: Readonly<Record<Key, (value: unknown) => Partial<DialPlan> | undefined>> = {
    ownCountry: (value) => part('ownCountry', matching(value, /^[1-9]\d{0,2}$/)),
    internationalPrefix: (value) => part('internationalPrefix', matching(value, /^\d{1,8}$/)),
    outsideLinePrefix: (value) => part('outsideLinePrefix', value === NONE ? '' : matching(value, /^\d{1,4}$/)),
    extensions: (value) => part('extensions', extensionLengths(value) ?? extensionPattern(value)),
    extensionLengths: (value) => part('extensions', extensionLengths(value)),
    extensionPattern: (value) => part('extensions', extensionPattern(typeof value === 'string' ? { pattern: value } : value)),
    featureCodes: (value) => part('featureCodes', value === NONE ? '' : pattern(value)),
    parkingRange: (value) => part('parkingRange', value === NONE ? null : parkingRange(value)),
    emergencyNumbers: (value) => part('emergencyNumbers', list(value, /^\d{2,6}$/)),
    callerIdPrefixes: (value) => part('callerIdPrefixes', callerIdPrefixes(value))
};

/**
 * Reads values as an admin writes them: text, or JSON of the right type. A wrong one costs only itself; an empty one leaves the default.
 */
export function readDialPlan(values: Readonly<Record<string, unknown>>): DialPlanReading {
    const invalid: string[] = [];
    let plan = defaultDialPlan;
    for (const [key, given] of Object.entries(values)) {
        const value = typeof given === 'string' ? given.trim() : given;
        if (value === '' || value === undefined) continue;
        const read = isKey(key) ? readers[key](value) : undefined;
        if (read) plan = { ...plan, ...read };
        else invalid.push(key);
    }
    return { plan, invalid };
}

function isKey(key: string): key is Key {
    return Object.hasOwn(readers, key);
}

function part<Name extends keyof DialPlan>(name: Name, value: DialPlan[Name] | undefined): Partial<DialPlan> | undefined {
    return value === undefined ? undefined : { [name]: value };
}

/** Text, or a number such as 81; JSON knows no leading 0, so 010 cannot have been written as one. */
function matching(value: unknown, form: RegExp): string | undefined {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && form.test(text) ? text : undefined;
}

function list(value: unknown, form: RegExp): readonly string[] | undefined {
    const items: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\s,、]+/) : [value];
    const read = items.map((item) => matching(item, form)).filter((item) => item !== undefined);
    return read.length > 0 && read.length === items.length ? read : undefined;
}

function callerIdPrefixes(value: unknown): readonly string[] | undefined {
    if (value === true || value === 'true') return defaultDialPlan.callerIdPrefixes;
    const isNone = value === false || value === 'false' || value === NONE || (Array.isArray(value) && value.length === 0);
    return isNone ? [] : list(value, /^\d{2,6}$/);
}

function parkingRange(value: unknown): DialPlan['parkingRange'] | undefined {
    if (value === null) return null;
    const { first, last } = isRecord(value) ? value : pair(value);
    const from = matching(first, /^\d{1,8}$/);
    const to = matching(last, /^\d{1,8}$/);
    return from !== undefined && to !== undefined && from.length === to.length && from <= to ? { first: from, last: to } : undefined;
}

function pair(value: unknown): { readonly first: unknown; readonly last: unknown } {
    const items: readonly unknown[] = typeof value === 'string' ? value.split(/\s*[-~]\s*/) : Array.isArray(value) ? value : [];
    return items.length === 2 ? { first: items[0], last: items[1] } : { first: undefined, last: undefined };
}

/** `3-5`, `4`, `3,4,7`; in JSON also the number 4, the two [3, 5] (from, to) and `{ shortest, longest }`. */
function extensionLengths(value: unknown): DialPlan['extensions'] | undefined {
    if (isRecord(value) && 'shortest' in value) return range(value['shortest'], value['longest']);
    if (Array.isArray(value) && value.length === 2) return range(value[0], value[1]);
    if (typeof value === 'string' && value.includes('-')) {
        const { first, last } = pair(value);
        return range(first, last);
    }
    const lengths = list(value, /^[1-9]$/);
    if (lengths === undefined) return undefined;
    return lengths.length === 1 ? range(lengths[0], lengths[0]) : { pattern: lengths.map((length) => `\\d{${length}}`).join('|') };
}

function range(from: unknown, to: unknown): DialPlan['extensions'] | undefined {
    const [shortest, longest] = [Number(matching(from, /^[1-9]$/)), Number(matching(to, /^[1-9]$/))];
    return shortest <= longest && longest <= LONGEST_EXTENSION ? { shortest, longest } : undefined;
}

function extensionPattern(value: unknown): DialPlan['extensions'] | undefined {
    const written = isRecord(value) ? value['pattern'] : value;
    const isMarked = isRecord(value) || (typeof written === 'string' && /^\/.*\/$/.test(written));
    const read = isMarked ? pattern(written) : undefined;
    return read === undefined ? undefined : { pattern: read };
}

/**
 * A pattern that is fast on every text: at most 64 characters, no repeated group, no look-around, no back reference, at most four of
 * * + ? {n,m}.
 * Slashes around it and anchors are optional.
 */
function pattern(value: unknown): string | undefined {
    if (typeof value !== 'string' || value.length > LONGEST_PATTERN) return undefined;
    const source = /^\/(.*)\/$/.exec(value)?.[1] ?? value;
    const skeleton = source.replace(ONE_KEY, 'k').replaceAll('(?:', '(');
    const isSlow = /\\[1-9k]/.test(source) || SLOW.test(skeleton) || (skeleton.match(REPETITION)?.length ?? 0) > MOST_REPETITIONS;
    return source !== '' && !isSlow && compiles(source) ? source : undefined;
}

function compiles(source: string): boolean {
    try {
        new RegExp(source, 'u');
        return true;
    } catch {
        // Only a syntax error can come: the pattern is reported as invalid.
        return false;
    }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
