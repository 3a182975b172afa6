import type { NumberProblem } from './decision';
import { internationalNumber } from './international';
import { subscriberAtStart, subscriberNumber } from './japan';
import type { DialPlan } from './plan';
import { isPublic, readNumber, readWithLinePrefix, type Reading } from './reading';
import { scanText, type Run, type ScannedText } from './scan-text';

/** What a text that a person typed or a record holds can mean. */
export interface TextReading {
    /** The one number that it is; null when it may be several or none. */
    readonly only: Reading | null;
    /** What stood behind 内線, ext. or #. */
    readonly extension: string | null;
    /** The digits, when nothing but one number and its label or extension is there. */
    readonly bare: string | null;
    /** Every number that it holds as written, voice before fax; `only` as well. */
    readonly found: readonly Reading[];
    /** Numbers that it holds if a 0, a plus or leading digits were left out. */
    readonly guessed: readonly Reading[];
    /** Why `only` is null, if it is. */
    readonly problem: NumberProblem;
}

/** What a platform's text field holds; longer texts are not looked into. */
const LONGEST_TEXT = 255;
const MOST_OF_A_RANGE = 10;

const LABEL =
    /^[\s.,:]*(?:tel(?:ephone)?|phone|mobile|cell|電話(?:番号)?|携帯(?:電話)?(?:番号)?|直通|代表(?:電話|番号)?)?[\s.:\p{Ps}\p{Pe}-]*$/u;
/** 代表, "main line": says nothing about which number to dial. */
const MAIN_LINE = /^[\s.,-]*(?:\p{Ps}?代表?\p{Pe}?)?[\s.,\p{Pe}-]*$/u;
const EXTENSION_ONLY = /^[\s.,:;=-]*\p{Ps}?\s*(?:内線(?:番号)?|内|;?ext(?:ension|n)?|x|#)?[\s.:=-]*\p{Ps}?\s*$/u;
const BEHIND_EXTENSION = /^\s*番?[\s.\p{Pe}]*$/u;
/** Marks of markup, addresses and masked or open numbers, digits that no key dials, and the right-to-left override. */
const SUSPICIOUS = /[<>@~〜∼\p{No}\p{Nl}\u202e]|:\/\//u;
const KANJI_DIGIT = '[〇零一二三四五六七八九]';
const GLUED_BEFORE = new RegExp(`(?:[a-zà-ɏ]|${KANJI_DIGIT})-?$`, 'u');
const GLUED_BEHIND = new RegExp(`^-?(?:[a-zà-ɏ]|${KANJI_DIGIT}|\\p{M})`, 'u');
const LATIN_LABEL = /(?<![a-z])(?:tel|telephone|phone|mobile|cell|fax|f|t)-?$/u;
const LATIN_NOTE = /^(?:x|ext|tel|fax)(?![a-z])/u;
const RANGE = /^\s*(?:[~〜∼]|から)\s*$/u;
const LIST = /^\s*(?:[/,、・;&と]|または|or)\s*$/u;

export function readText(text: string, plan: DialPlan): TextReading {
    if (text.length > LONGEST_TEXT) return nothing('number-too-long');
    const scanned = scanText(text, plan.callerIdPrefixes, (number) => readsAsPublic(number, plan));
    const mains = scanned.runs.filter(({ isExtension }) => !isExtension);
    const [main] = mains;
    if (main) return readMains([main, ...mains.slice(1)], scanned, plan);
    const [extension] = scanned.runs;
    if (extension) return readExtension(extension, scanned, plan);
    if (/[\p{L}\p{N}*#]/u.test(scanned.after)) return nothing('number-not-dialable');
    return nothing('number-missing');
}

/** 内線123 and nothing else. */
function readExtension({ number }: Run, { runs, after }: ScannedText, plan: DialPlan): TextReading {
    const read = runs.length === 1 ? readNumber(number, true, plan) : 'number-ambiguous';
    if (typeof read === 'string' || (read.rule !== 'extension' && read.rule !== 'parking-slot') || !BEHIND_EXTENSION.test(after)) {
        return nothing('number-ambiguous');
    }
    return { only: read, extension: number, bare: null, found: [read], guessed: [], problem: 'number-ambiguous' };
}

function readMains(mains: readonly [Run, ...Run[]], scanned: ScannedText, plan: DialPlan): TextReading {
    const [main] = mains;
    const read = mains.map((run) => readRun(run, plan));
    const tails = tailsOf(scanned.runs, mains, read, plan);
    const found = distinct([...read.flatMap((one) => one.found), ...tails]);
    const joined = found.some(isPublic) ? null : joinedNumber(mains, plan);
    const guessed = distinct([...(joined ? [joined] : []), ...read.flatMap((one) => one.guessed)]);
    const extensions = scanned.runs.filter(({ isExtension }) => isExtension);
    const extension = extensions.length === 1 && scanned.runs[1] === extensions[0] ? (extensions[0]?.number ?? null) : null;
    const isBare = isBareNumber(mains, extensions.length, extension, scanned);

    const [one] = found;
    const isWhole =
        one !== undefined &&
        found.length === 1 &&
        read.every(({ isWhole }) => isWhole) &&
        extensions.length === (extension === null ? 0 : 1);
    const isClear = !isSuspicious(scanned);
    const isSure = isWhole && isClear && !mains.every(({ isFax }) => isFax);
    const only = isSure && (isPublic(one) || (isBare && extension === null)) ? one : null;
    return {
        only,
        extension: only === null ? null : extension,
        bare: isBare ? main.number : null,
        found: only ? [only] : joined ? [] : forChoice(found, mains, read).filter((choice) => isClear || isPublic(choice)),
        guessed,
        problem: problemOf(read[0]?.problem ?? null, isBare, scanned)
    };
}

/** 03/1234/5678 */
function joinedNumber([first, ...others]: readonly [Run, ...Run[]], plan: DialPlan): Reading | null {
    const isOne = others.length > 0 && others.every(({ before }) => /^\s*[/,]?\s*$/.test(before));
    return isOne ? publicReading([first, ...others].map(({ number }) => number).join(''), plan) : null;
}

/** Voice lines if there are any, and numbers of the PBX only where no public one is. */
function forChoice(found: readonly Reading[], mains: readonly Run[], read: readonly RunReading[]): readonly Reading[] {
    const voice = new Set(mains.flatMap(({ isFax }, index) => (isFax ? [] : (read[index]?.found ?? []))).map(({ number }) => number));
    const fax = new Set(mains.flatMap(({ isFax }, index) => (isFax ? (read[index]?.found ?? []) : [])).map(({ number }) => number));
    const spoken = found.filter(({ number }) => voice.has(number) || !fax.has(number));
    const choice = spoken.some(isPublic) ? spoken : found;
    return choice.some(isPublic) ? choice.filter(isPublic) : choice.filter(({ rule }) => rule !== 'as-typed');
}

function isBareNumber(mains: readonly Run[], extensions: number, extension: string | null, { runs, after }: ScannedText): boolean {
    const [first, second] = runs;
    if (mains.length !== 1 || first !== mains[0] || first === undefined || !LABEL.test(first.before)) return false;
    if (extensions === 0) return MAIN_LINE.test(after);
    return extension !== null && second !== undefined && EXTENSION_ONLY.test(second.before) && BEHIND_EXTENSION.test(after);
}

function isSuspicious({ runs, after }: ScannedText): boolean {
    const gaps = [...runs.map(({ before }) => before), after];
    return gaps.some((gap, index) => {
        const isGluedBefore = index < runs.length && GLUED_BEFORE.test(gap) && !LATIN_LABEL.test(gap);
        const isGluedBehind = index > 0 && GLUED_BEHIND.test(gap) && !LATIN_NOTE.test(gap);
        const isLabelOfExtension = runs[index]?.isExtension === true;
        return SUSPICIOUS.test(gap) || (!isLabelOfExtension && (isGluedBefore || isGluedBehind));
    });
}

function problemOf(problem: NumberProblem | null, isBare: boolean, { runs }: ScannedText): NumberProblem {
    if (problem === 'number-too-long' || (isBare && problem !== null)) return problem;
    return runs.some(({ number }) => /\d{3}/.test(number)) ? 'number-ambiguous' : 'number-not-dialable';
}

interface RunReading {
    /** The run is one number and nothing else. */
    readonly isWhole: boolean;
    readonly found: readonly Reading[];
    readonly guessed: readonly Reading[];
    readonly problem: NumberProblem | null;
}

function readRun(run: Run, plan: DialPlan): RunReading {
    const { number, groups } = run;
    const isKeyed = groups.length === 1 && groups[0]?.separator === '';
    const whole = readNumber(number, isKeyed, plan);
    if (typeof whole !== 'string') {
        const others = isPublic(whole) ? otherwise(number, whole, plan) : severalExtensions(run, plan);
        const isWhole = others.length === 0 && (whole.rule !== 'local' || isGroupedAsLocal(run));
        return { isWhole, found: [whole, ...others], guessed: [], problem: null };
    }
    const { isDivided, found, guessed } = divide(run, plan);
    if (found.length > 0) return { isWhole: isDivided, found, guessed, problem: whole };
    return { isWhole: false, found: severalExtensions(run, plan), guessed: guess(number, plan), problem: whole };
}

/** 8112-3456; but 2024-01-15 is a day. */
function isGroupedAsLocal({ groups }: Run): boolean {
    return groups.length === 1 || (groups.length === 2 && groups[1]?.digits.length === 4);
}

/** 002000520000000 is a carrier's code and a number, or behind the outside line 0 a number of 14 digits. */
function otherwise(number: string, { number: first }: Reading, plan: DialPlan): readonly Reading[] {
    const other = readWithLinePrefix(number, plan);
    return other === null || other.number === first ? [] : [other];
}

/** 8112 3456 may be two colleagues; 8112-3456 is not. */
function severalExtensions({ groups }: Run, plan: DialPlan): readonly Reading[] {
    if (groups.length < 2 || !groups.slice(1).every(({ separator }) => /^[\s・]+$/.test(separator))) return [];
    const read = groups.map(({ digits }) => readNumber(digits, false, plan));
    const extensions = read.filter(
        (one): one is Reading => typeof one !== 'string' && (one.rule === 'extension' || one.rule === 'parking-slot')
    );
    return extensions.length === groups.length ? extensions : [];
}

interface Division {
    /** No digits are left over. */
    readonly isDivided: boolean;
    readonly found: readonly Reading[];
    readonly guessed: readonly Reading[];
}

/** Numbers that stand side by side in one run, with or without a separator, and digits that are left over. */
function divide({ number, groups }: Run, plan: DialPlan): Division {
    const found: Reading[] = [];
    const guessed: Reading[] = [];
    const starts = startsOf(groups);
    let at = 0;
    let endOfLast = -1;
    let isDivided = true;
    while (at < number.length) {
        const end = endOfPublic(number, at, starts, plan);
        const next = starts.find((start) => start > at) ?? number.length;
        const read = end === null ? null : publicReading(number.slice(at, end), plan);
        if (read) {
            found.push(read);
            endOfLast = end ?? at;
        } else {
            const last = found.at(-1);
            const separator = groups[starts.indexOf(at)]?.separator ?? '';
            isDivided = false;
            if (last && at === endOfLast && /^[-・]$/.test(separator)) guessed.push(...replaceTail(last, number.slice(at, next), plan));
        }
        at = read && end !== null ? end : next;
    }
    return { isDivided, found, guessed };
}

function startsOf(groups: Run['groups']): readonly number[] {
    let start = 0;
    return groups.map(({ digits }) => (start += digits.length) - digits.length);
}

/** A number ends where a group ends, or inside the group in which it began. */
function endOfPublic(number: string, at: number, starts: readonly number[], plan: DialPlan): number | null {
    const ends = [...starts.filter((start) => start > at), number.length];
    if (number[at] === '+') {
        const [shortest, longest] = [at + 11, at + 14];
        const foreign = ends.find((end) => end >= shortest && end <= longest && publicReading(number.slice(at, end), plan));
        if (foreign !== undefined) return foreign;
    }
    const length = plan.ownCountry === '81' ? subscriberAtStart(number.slice(at))?.length : undefined;
    if (length === undefined) return null;
    const end = at + length;
    return ends.includes(end) || end < (ends[0] ?? number.length) ? end : null;
}

/** 03-1234-5678〜9 and 03-1234-5678、5679 name the digits in which the next numbers differ. */
function tailsOf(runs: readonly Run[], mains: readonly Run[], read: readonly RunReading[], plan: DialPlan): readonly Reading[] {
    return mains.flatMap((main, index) => {
        const { number, before } = main;
        const last = read
            .slice(0, index)
            .findLast(({ found }) => found.some(isPublic))
            ?.found.at(-1);
        const isBehindMain = runs[runs.indexOf(main) - 1] === mains[index - 1];
        if (!last || !isBehindMain || readsAsPublic(number, plan)) return [];
        if (RANGE.test(before)) return rangeOf(last, number, plan);
        return LIST.test(before) ? replaceTail(last, number, plan) : [];
    });
}

function rangeOf(first: Reading, tail: string, plan: DialPlan): readonly Reading[] {
    const from = Number(first.number.slice(-tail.length));
    const size = Number(tail) - from;
    if (size < 1 || size > MOST_OF_A_RANGE) return replaceTail(first, tail, plan);
    const tails = Array.from({ length: size }, (_, index) => String(from + index + 1).padStart(tail.length, '0'));
    return tails.flatMap((one) => replaceTail(first, one, plan));
}

function replaceTail({ number, subscriber }: Reading, tail: string, plan: DialPlan): readonly Reading[] {
    if (subscriber === null || !/^\d{1,8}$/.test(tail) || tail.length > number.length - 2) return [];
    const read = publicReading(`${number.slice(0, -tail.length)}${tail}`, plan);
    return read ? [read] : [];
}

/** What was left out: the leading 0, the plus; or what is too much: a plus or a 0 in front. */
function guess(number: string, plan: DialPlan): readonly Reading[] {
    const isJapan = plan.ownCountry === '81';
    const domestic = isJapan ? [`0${number}`, number.slice(1)].find((text) => text.startsWith('0') && subscriberNumber(text)) : undefined;
    const foreign =
        /^[1-9]\d{10,}$/.test(number) && internationalNumber(number) && !(isJapan && number.startsWith('81')) ? `+${number}` : undefined;
    const read = publicReading(domestic ?? foreign ?? '', plan);
    return read ? [read] : [];
}

function publicReading(number: string, plan: DialPlan): Reading | null {
    const read = readNumber(number, false, plan);
    return typeof read !== 'string' && isPublic(read) ? read : null;
}

function readsAsPublic(number: string, plan: DialPlan): boolean {
    return publicReading(number, plan) !== null;
}

function distinct(readings: readonly Reading[]): readonly Reading[] {
    return [...new Map([...readings].reverse().map((read) => [read.number, read])).values()].reverse();
}

function nothing(problem: NumberProblem): TextReading {
    return { only: null, extension: null, bare: null, found: [], guessed: [], problem };
}
