import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import type { OutputChunk } from 'rollup';
import { packageOf } from './npm-package';

export interface Size {
    readonly minified: number;
    readonly gzip: number;
}

export type NamedSize = Size & { readonly name: string };

export interface SizeReport {
    /** What a page loads before the phone is up: all scripts but the late ones, with the larger one of the label scripts, in bytes. */
    readonly total: Size;
    readonly scripts: readonly NamedSize[];
    /** What each library and room in denwa-phone.js weighs by itself, largest first; compressed together they share a dictionary, so this adds up to more. */
    readonly parts: readonly NamedSize[];
}

const PHONE = 'denwa-phone.js';
const LATE = /^denwa-(?:labels-)?late\b/;

export async function reportSize(chunks: readonly OutputChunk[], labels: ReadonlyMap<string, string>): Promise<SizeReport> {
    const sources = new Map<string, string[]>();
    const phone = chunks.find(({ fileName }) => fileName === PHONE)?.modules ?? {};
    for (const [id, { code }] of Object.entries(phone)) {
        const part = partOf(id);
        if (code) sources.set(part, [...(sources.get(part) ?? []), code]);
    }
    const parts = await Promise.all([...sources].map(async ([name, codes]) => ({ name, ...(await minifiedSize(codes.join('\n'))) })));
    const scripts = chunks.map(({ fileName, code }) => ({ name: fileName, ...sizeOf(code) })).sort(byGzip);
    const texts = [...labels].map(([name, code]) => ({ name, ...sizeOf(code) })).sort(byGzip);
    const isFirst = ({ name }: NamedSize): boolean => !LATE.test(name);
    const first = [...scripts.filter(isFirst), ...texts.filter(isFirst).slice(0, 1)];
    const total = {
        minified: first.reduce((sum, { minified }) => sum + minified, 0),
        gzip: first.reduce((sum, { gzip }) => sum + gzip, 0)
    };
    return { total, scripts: [...scripts, ...texts], parts: parts.sort(byGzip) };
}

export function formatSizeReport({ total, scripts, parts }: SizeReport): string {
    const rows = [...parts, ...scripts, { name: 'first load: all but the late scripts, and the larger labels', ...total }];
    const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(8);
    return ['    min kB gzip kB', ...rows.map(({ name, minified, gzip }) => `  ${kilobytes(minified)}${kilobytes(gzip)}  ${name}`)].join(
        '\n'
    );
}

function byGzip(one: Size, other: Size): number {
    return other.gzip - one.gzip;
}

function partOf(id: string): string {
    if (id.startsWith('\0icon')) return 'lightning-base-components';
    if (id.includes('/force-app/') || id.startsWith('\0')) return 'view (force-app/main/default/lwc)';
    return packageOf(id)?.name ?? /\/(src\/[^/]+)\//.exec(id)?.[1] ?? 'src';
}

async function minifiedSize(source: string): Promise<Size> {
    const { code } = await transform(source, { loader: 'js', format: 'esm', minify: true, target: 'es2022', logLevel: 'silent' });
    return sizeOf(code);
}

function sizeOf(code: string): Size {
    return { minified: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length };
}
