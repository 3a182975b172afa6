import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import type { OutputChunk } from 'rollup';
import { packageOf } from './npm-package';

export interface Size {
    readonly minified: number;
    readonly gzip: number;
}

export interface SizeReport {
    /** The script as it ships, in bytes. */
    readonly total: Size;
    /** What each part weighs by itself, largest first; compressed together they share a dictionary, so this adds up to more. */
    readonly parts: readonly (Size & { readonly name: string })[];
}

export async function reportSize(chunk: OutputChunk): Promise<SizeReport> {
    const sources = new Map<string, string[]>();
    for (const [id, { code }] of Object.entries(chunk.modules)) {
        const part = partOf(id);
        if (code) sources.set(part, [...(sources.get(part) ?? []), code]);
    }
    const parts = await Promise.all([...sources].map(async ([name, codes]) => ({ name, ...(await minifiedSize(codes.join('\n'))) })));
    return { total: sizeOf(chunk.code), parts: parts.sort((one, other) => other.gzip - one.gzip) };
}

export function formatSizeReport({ total, parts }: SizeReport): string {
    const rows = [...parts, { name: 'denwa.js', ...total }];
    const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(8);
    return ['    min kB gzip kB', ...rows.map(({ name, minified, gzip }) => `  ${kilobytes(minified)}${kilobytes(gzip)}  ${name}`)].join(
        '\n'
    );
}

function partOf(id: string): string {
    if (id.includes('/force-app/') || id.startsWith('\0label')) return 'view (force-app/main/default/lwc)';
    if (id.startsWith('\0icons:')) return 'lightning-base-components';
    return packageOf(id)?.name ?? 'core (src)';
}

async function minifiedSize(source: string): Promise<Size> {
    const { code } = await transform(source, { loader: 'js', format: 'esm', minify: true, target: 'es2022', logLevel: 'silent' });
    return sizeOf(code);
}

function sizeOf(code: string): Size {
    return { minified: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length };
}
