import { createRequire } from 'node:module';
import { parsePhoneNumberFromString, type MetadataJson } from 'libphonenumber-js/core';
import { numberCases, type NumberCase } from '../../src/phone-number/cases.fake';
import { decideDial, defaultDialPlan } from '../../src/phone-number/dial-plan';
import { statisticsOf } from './statistics';

export interface EngineScore {
    readonly engine: string;
    /** Texts for which it dials what is right, or nothing where nothing is. */
    readonly right: number;
    /** Texts for which it dials something else: a wrong party, or none. */
    readonly wrong: number;
    /** Median, µs for one text. */
    readonly microseconds: number;
}

export interface NumbersReport {
    readonly cases: number;
    readonly engines: readonly EngineScore[];
}

/** The dial string; null: none. */
type Engine = (numberCase: NumberCase) => string | null;

const ROUNDS = 15;

const metadata = createRequire(import.meta.url)('libphonenumber-js/metadata.max.json') as MetadataJson;

const engines: Readonly<Record<string, Engine>> = {
    Denwa: ({ text, plan }) => decideDial(text, { ...defaultDialPlan, ...plan }).dialString,
    'reference rule (+81, +810, 81, 810 → 0)': ({ text }) => keysOf(keysOf(text)?.replace(/^\+?810?/, '0') ?? ''),
    '+81 → 0': ({ text }) => keysOf(keysOf(text)?.replace(/^\+81/, '0') ?? ''),
    'libphonenumber-js (max, JP)': ({ text }) => withLibrary(text)
};

/** Digits, *, # and a plus, as a browser's click-to-dial leaves them. */
function keysOf(text: string): string | null {
    const keys = text.normalize('NFKC').replace(/[^\d+*#]/g, '');
    return keys === '' ? null : keys;
}

function withLibrary(text: string): string | null {
    const number = parsePhoneNumberFromString(text, 'JP', metadata);
    if (!number) return null;
    if (number.countryCallingCode === '81') return number.formatNational().replace(/\D/g, '');
    return `010${number.countryCallingCode}${number.nationalNumber}`;
}

/** Scores every engine on the table of cases: what it dials, not why. */
export function measureNumbers(): NumbersReport {
    return { cases: numberCases.length, engines: Object.entries(engines).map(([name, engine]) => score(name, engine)) };
}

function score(engine: string, decide: Engine): EngineScore {
    const dialled = numberCases.map((numberCase) => ({ expected: numberCase.dialString, given: decide(numberCase) }));
    return {
        engine,
        right: dialled.filter(({ expected, given }) => expected === given).length,
        wrong: dialled.filter(({ expected, given }) => expected !== given && given !== null).length,
        microseconds: statisticsOf(Array.from({ length: ROUNDS }, () => timeOf(decide))).median
    };
}

function timeOf(decide: Engine): number {
    const start = performance.now();
    for (const numberCase of numberCases) decide(numberCase);
    return (1000 * (performance.now() - start)) / numberCases.length;
}

export function formatNumbersReport({ cases, engines: scores }: NumbersReport): string {
    return [
        `What is dialled: the ${cases} texts of the unit tests`,
        '',
        row('', ['right', 'wrong', 'µs each']),
        ...scores.map(({ engine, right, wrong, microseconds }) =>
            row(engine, [`${right} (${((100 * right) / cases).toFixed(0)} %)`, String(wrong), microseconds.toFixed(1)])
        ),
        '',
        'Wrong: something is dialled that is not the number meant. What is neither right nor wrong was not dialled.'
    ].join('\n');
}

function row(name: string, columns: readonly string[]): string {
    return name.padEnd(42) + columns.map((column) => column.padStart(14)).join('');
}
