import type { SizeReport, Size } from '../../scripts/build/size-report';
import type { Sample } from './measure';
import { statisticsOf, type Statistics } from './statistics';

/** Bytes of JavaScript, gzip, that the smallest complete rival loads (SaraPhone). */
const BUDGET = 158_000;

type Span = keyof Sample;

const spanNames: Readonly<Record<Span, string>> = {
    registered: 'page load → registered shown',
    invite: 'click on dial → INVITE leaves',
    ringing: 'INVITE → ringing shown',
    rendering: '  of that: 180 arrives → shown',
    audio: 'answer pressed → first audio packet',
    hold: 'click on hold → on hold shown',
    blindTransfer: 'click on transfer now → transferred',
    attendedTransfer: 'click on complete transfer → transferred',
    park: 'click on park → slot shown'
};

interface Comparison {
    readonly span: Span;
    readonly name: string;
    /** Milliseconds. */
    readonly denwa: Statistics;
    readonly bare: Statistics;
    /** Of the medians; below 1 Denwa is the faster one. */
    readonly ratio: number;
}

export interface Report {
    readonly machine: string;
    readonly runs: number;
    readonly spans: readonly Comparison[];
    /** Bytes. */
    readonly size: { readonly budget: number; readonly denwa: SizeReport; readonly bare: Size };
}

export interface Measured {
    readonly machine: string;
    readonly denwa: readonly Sample[];
    readonly bare: readonly Sample[];
    readonly denwaSize: SizeReport;
    readonly bareSize: Size;
}

export function makeReport({ machine, denwa, bare, denwaSize, bareSize }: Measured): Report {
    const spans = (Object.keys(spanNames) as Span[]).map((span) => compare(span, denwa, bare));
    return { machine, runs: denwa.length, spans, size: { budget: BUDGET, denwa: denwaSize, bare: bareSize } };
}

function compare(span: Span, denwa: readonly Sample[], bare: readonly Sample[]): Comparison {
    const ours = statisticsOf(denwa.map((sample) => sample[span]));
    const theirs = statisticsOf(bare.map((sample) => sample[span]));
    return { span, name: spanNames[span], denwa: ours, bare: theirs, ratio: ours.median / theirs.median };
}

export function formatReport({ machine, runs, spans, size }: Report): string {
    const times = spans.map(({ name, denwa, bare, ratio }) => {
        const milliseconds = [denwa.median, denwa.p95, bare.median, bare.p95].map((value) => value.toFixed(0));
        return row(name, [...milliseconds, ratio.toFixed(2)]);
    });
    const { denwa, bare, budget } = size;
    return [
        `Denwa beside a bare sip.js page: ${runs} runs of each, in turn; ${machine}`,
        '',
        row('milliseconds', ['Denwa', 'p95', 'bare', 'p95', 'ratio']),
        ...times,
        '',
        row('first-load JavaScript', ['gzip kB', 'min kB']),
        sizeRow('Denwa, first load', denwa.total),
        ...denwa.parts.map((part) => sizeRow(`  ${part.name}`, part)),
        sizeRow('bare sip.js page', bare),
        '',
        `Denwa takes ${((100 * denwa.total.gzip) / budget).toFixed(0)} % of the budget of ${kilobytes(budget)} kB gzip.`,
        'Times are medians and 95th percentiles, the ratio is of the medians. Parts are compressed one by one and add up to more than the whole.'
    ].join('\n');
}

function sizeRow(name: string, { gzip, minified }: Size): string {
    return row(name, [kilobytes(gzip), kilobytes(minified)]);
}

function row(name: string, columns: readonly string[]): string {
    return name.padEnd(42) + columns.map((column) => column.padStart(9)).join('');
}

function kilobytes(bytes: number): string {
    return (bytes / 1000).toFixed(1);
}
