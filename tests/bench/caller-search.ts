import { likeliestRecord, rankMatches } from '../../src/crm/caller-search';
import { formatNumber } from '../../src/phone-number/format-number';
import { matchSpellings } from '../../src/phone-number/match-spellings';
import { findCallers } from '../../workbench/server/apex/denwa-caller-search';
import type { RecordStore } from '../../workbench/server/records/record-store';
import { textOf } from '../../workbench/shared/records';
import { generateCrm, type Caller } from './generated-crm';

/** What a way of searching shows the agent for a caller. */
interface Shown {
    /** The records it takes for the caller's. */
    readonly recordIds: readonly string[];
    /** The one that it opens; null: it asks, or it knows nobody. */
    readonly opened: string | null;
}

type Strategy = (caller: Caller, store: RecordStore) => Shown;

export interface StrategyScore {
    readonly strategy: string;
    /** Of the records that hold the caller's number, the part that is shown; 0 to 1. */
    readonly recall: number;
    /** Of the records shown, the part that holds the number; 0 to 1. */
    readonly precision: number;
    /** Callers whose own record opens. */
    readonly openedRight: number;
    /** Callers for whom another record opens. */
    readonly openedWrong: number;
    /** Callers whose own record is one of several to choose from. */
    readonly asked: number;
    /** Callers who are in the CRM and not found. */
    readonly missed: number;
}

export interface CallerSearchReport {
    readonly records: number;
    readonly callers: number;
    /** Callers who are in no record. */
    readonly strangers: number;
    readonly strategies: readonly StrategyScore[];
    /** The spellings that we do not always find, the greatest loss first. */
    readonly lost: readonly { readonly spelling: string; readonly held: number; readonly found: number }[];
    /** To compare and rank what was found for one caller; the search itself is the org's. */
    readonly milliseconds: number;
}

const SEED = 20260401;

/** The ways to compare Denwa's with. */
const rivals: Readonly<Record<string, Strategy>> = {
    'exact digits': ({ national }, store) => plainSearch(store, [national]),
    'two spellings (with hyphens, without)': ({ national }, store) => plainSearch(store, twoSpellings(national)),
    'two spellings, last updated wins': ({ national }, store) => {
        const { recordIds } = plainSearch(store, twoSpellings(national));
        const modified = (id: string): string => textOf(store.get(id) ?? { id, objectType: 'Contact', fields: {} }, 'LastModifiedDate');
        const [latest = null] = recordIds.toSorted((a, b) => modified(b).localeCompare(modified(a)));
        return { recordIds, opened: latest };
    }
};

function twoSpellings(national: string): readonly string[] {
    return [formatNumber(national), national];
}

/** Whatever is found counts, and one result opens. */
function plainSearch(store: RecordStore, spellings: readonly string[]): Shown {
    const recordIds = findCallers(store, spellings).map(({ id }) => id);
    const [only, ...others] = recordIds;
    return { recordIds, opened: others.length === 0 ? (only ?? null) : null };
}

/** Searches a generated CRM for a thousand callers, in every way. */
export function measureCallerSearch(): CallerSearchReport {
    const { store, records, callers } = generateCrm(SEED);
    const found = callers.map(({ presented }) => findCallers(store, matchSpellings(presented)));
    const started = performance.now();
    const ours = callers.map(({ presented }, index) => identify(presented, found[index] ?? []));
    const milliseconds = (performance.now() - started) / callers.length;
    return {
        records,
        callers: callers.length,
        strangers: callers.filter(({ recordId }) => recordId === null).length,
        strategies: [
            score('Denwa', callers, ours),
            ...Object.entries(rivals).map(([name, strategy]) =>
                score(
                    name,
                    callers,
                    callers.map((caller) => strategy(caller, store))
                )
            )
        ],
        lost: lostSpellings(callers, ours),
        milliseconds
    };
}

/** As Denwa does it, for a number that nobody has chosen a record for. */
function identify(presented: string, found: readonly unknown[]): Shown {
    const matches = rankMatches(presented, found);
    return { recordIds: matches.map(({ record }) => record.id), opened: likeliestRecord(matches, null)?.id ?? null };
}

function score(strategy: string, callers: readonly Caller[], results: readonly Shown[]): StrategyScore {
    const pairs = callers.map((caller, index) => ({ caller, shown: results[index] ?? { recordIds: [], opened: null } }));
    const held = sum(pairs, ({ caller }) => caller.holders.length);
    const shown = sum(pairs, ({ shown: { recordIds } }) => recordIds.length);
    const right = sum(
        pairs,
        ({ caller, shown: { recordIds } }) => caller.holders.filter((each) => recordIds.includes(each.recordId)).length
    );
    const count = (accepts: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(accepts).length;
    const isShown = ({ caller: { recordId }, shown: { recordIds } }: (typeof pairs)[number]): boolean =>
        recordId !== null && recordIds.includes(recordId);
    return {
        strategy,
        recall: right / held,
        precision: right / shown,
        openedRight: count(({ caller, shown: { opened } }) => opened !== null && opened === caller.recordId),
        openedWrong: count(({ caller, shown: { opened } }) => opened !== null && opened !== caller.recordId),
        asked: count((pair) => pair.shown.opened === null && isShown(pair)),
        missed: count((pair) => pair.shown.opened === null && pair.caller.recordId !== null && !isShown(pair))
    };
}

function lostSpellings(callers: readonly Caller[], results: readonly Shown[]): CallerSearchReport['lost'] {
    const counts = new Map<string, { held: number; found: number }>();
    for (const [index, { holders }] of callers.entries()) {
        for (const { recordId, spelling } of holders) {
            const count = counts.get(spelling.name) ?? { held: 0, found: 0 };
            count.held += 1;
            count.found += results[index]?.recordIds.includes(recordId) === true ? 1 : 0;
            counts.set(spelling.name, count);
        }
    }
    return [...counts]
        .map(([spelling, count]) => ({ spelling, ...count }))
        .filter(({ held, found }) => found < held)
        .sort((a, b) => b.held - b.found - (a.held - a.found));
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
    return items.reduce((total, item) => total + value(item), 0);
}

export function formatCallerSearch({ records, callers, strangers, strategies: scores, lost, milliseconds }: CallerSearchReport): string {
    const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
    return [
        `Finding the caller: ${callers} calls, ${strangers} of them by strangers, in a generated CRM of ${records} records`,
        '',
        row('', ['recall', 'precision', 'own', 'other', 'asked', 'missed']),
        ...scores.map(({ strategy, recall, precision, openedRight, openedWrong, asked, missed }) =>
            row(strategy, [percent(recall), percent(precision), ...[openedRight, openedWrong, asked, missed].map(String)])
        ),
        '',
        `Denwa takes ${milliseconds.toFixed(2)} ms for a caller to compare and rank what the search found.`,
        'Recall and precision: of the records that hold the number. Own, other: calls for which the own or another record opens.',
        'Asked: the own record is one of several to choose from. Missed: the CRM knows the caller, and nothing shows it.',
        ...(lost.length > 0 ? ['', 'Spellings that Denwa does not always find:'] : []),
        ...lost.map(({ spelling, held, found }) => row(`  ${spelling}`, [`${found} of ${held}`]))
    ].join('\n');
}

function row(name: string, columns: readonly string[]): string {
    return name.padEnd(42) + columns.map((column) => column.padStart(10)).join('');
}
