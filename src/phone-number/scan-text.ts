import { foldText } from './fold-text';

/** Digits that stand together, as far as separators that people write inside one number reach. */
export interface Run {
    /** 0–9, *, # and a leading plus, without separators. */
    readonly number: string;
    /** What stands between the last run, or the start, and this one; folded, lower case. */
    readonly before: string;
    /** The groups of `number`, in order, each with what separates it from the one before. */
    readonly groups: readonly { readonly digits: string; readonly separator: string }[];
    /** An extension behind a main number, or one by itself: 内線123, ext. 123, #123. */
    readonly isExtension: boolean;
    readonly isFax: boolean;
}

export interface ScannedText {
    readonly runs: readonly Run[];
    /** What stands behind the last run; everything when there is none. */
    readonly after: string;
}

/** Folding has left one blank of many. A line break separates numbers. */
export const SEPARATOR = String.raw`[ \t\-.·・_\p{Ps}\p{Pe}]`;
const RUN = new RegExp(String.raw`(?:\+${SEPARATOR}*)?\d(?:${SEPARATOR}*\d)*|[*#]+\d(?:${SEPARATOR}*[\d*#])*`, 'gu');
const GROUP = new RegExp(String.raw`(${SEPARATOR}*)([\d+*#]+)`, 'gu');
const ONLY_SEPARATORS = new RegExp(`^${SEPARATOR}*$`, 'u');

const LOOSE_PLUS = new RegExp(String.raw`^\+${SEPARATOR}+`, 'u');

/** What can stand behind a main number. */
const EXTENSION = /^\d{1,8}$/;

/** `+44 (0)20…`: the bracketed trunk 0 is not dialled from abroad, except in the Italian plan, where it belongs to the number. */
const FOREIGN_TRUNK = /^\+(?!39|37[89])(\d{1,3})\p{Pe}?[\s-]*\p{Ps}0\p{Pe}/u;
const EXTENSION_LABEL = /(?:内線(?:番号)?|(?<!\p{L})内|;?(?<![a-z])(?:ext(?:ension|n)?|x)|#)\s*[.:=-]?\s*\p{Ps}?\s*$/u;
const FAX_LABEL = /(?:(?<![a-z])(?:fax|f)|ファッ?ク(?:ス|シミリ))\s*[.:]?\s*\p{Ps}?\s*$/u;
/** TEL/FAX: one line for both. */
const SHARED_LABEL = /(?:tel|電話)\s*[/・&,、]?\s*(?:fax|ファッ?ク(?:ス|シミリ))/u;
const FAX_NOTE = /^\s*\p{Ps}\s*(?:fax|ファッ?ク(?:ス|シミリ))\s*\p{Pe}/u;

/** Takes a text apart into what may be numbers and the words between them. `isWhole` tells a number that needs nothing more. */
export function scanText(text: string, callerIdPrefixes: readonly string[], isWhole: (number: string) => boolean): ScannedText {
    const folded = completeUri(foldText(text).toLowerCase(), isWhole);
    const matches = mergeCallerId(
        [...folded.matchAll(RUN)].map(({ 0: raw, index }) => ({ raw, start: index, end: index + raw.length })),
        folded,
        callerIdPrefixes
    );
    const gaps = matches.map(({ start }, index) => folded.slice(matches[index - 1]?.end ?? 0, start));
    const after = folded.slice(matches.at(-1)?.end ?? 0);
    const runs = matches.flatMap(({ raw }, index): readonly Run[] => {
        const before = gaps[index] ?? '';
        const behindMain = index > 0 && ONLY_SEPARATORS.test(before) && raw.startsWith('#');
        const groups = groupsOf(behindMain ? raw.slice(1) : raw);
        const isFax = (FAX_LABEL.test(before) && !SHARED_LABEL.test(before)) || FAX_NOTE.test(gaps[index + 1] ?? after);
        const [extension, ...others] = groups;
        const isLabelled = behindMain || EXTENSION_LABEL.test(before);
        const number = groups.map(({ digits }) => digits).join('');
        if (!extension || !isLabelled || !EXTENSION.test(extension.digits) || isWhole(number)) return [run(before, groups, isFax)];
        const first = { ...run(before, [extension], false), isExtension: true };
        return others.length === 0 ? [first] : [first, run(others[0]?.separator ?? '', others, isFax)];
    });
    return { runs, after };
}

function run(before: string, groups: Run['groups'], isFax: boolean): Run {
    return { number: groups.map(({ digits }) => digits).join(''), before, groups, isExtension: false, isFax };
}

function groupsOf(raw: string): Run['groups'] {
    return [...raw.replace(LOOSE_PLUS, '+').replace(FOREIGN_TRUNK, '+$1 ').matchAll(GROUP)].map(([, separator = '', digits = '']) => ({
        separator,
        digits
    }));
}

interface Match {
    readonly raw: string;
    readonly start: number;
    readonly end: number;
}

/** 184 +81 90-…: one number, although a plus otherwise begins a new one. */
function mergeCallerId(matches: readonly Match[], folded: string, prefixes: readonly string[]): readonly Match[] {
    const [first, second, ...others] = matches;
    if (!first || !second || !prefixes.includes(first.raw) || !second.raw.startsWith('+')) return matches;
    if (!ONLY_SEPARATORS.test(folded.slice(first.end, second.start))) return matches;
    const raw = `${first.raw} ${second.raw}`;
    return [{ raw, start: first.start, end: second.end }, ...others];
}

/**
 * RFC 3966: the parameters describe the number and are not dialled. A global phone-context may complete a local number, but need not
 * (section 5.1.5); a domain as context leaves it as it is.
 */
function completeUri(folded: string, isWhole: (number: string) => boolean): string {
    const [, number, parameters = ''] = /^tel:([^;]*)((?:;[a-z\d-]+(?:=[^;]*)?)*)$/u.exec(folded) ?? [];
    if (number === undefined) return folded;
    const context = /;phone-context=(\+[\d.()-]+)/u.exec(parameters)?.[1] ?? '';
    const completed = `${context}${number}`.replace(/[^\d+]/g, '');
    const extension = /;ext=[^;]*/u.exec(parameters)?.[0] ?? '';
    return `${context !== '' && isWhole(completed) ? completed : number}${extension}`;
}
