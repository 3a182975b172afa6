import type { Plugin, RenderedModule } from 'rollup';
import { withoutUnusedMembers } from './unused-members';

/** The code of each module as it stands in the bundle, by its id, in the order of its part. */
export type Modules = ReadonlyMap<string, string>;

/**
 * Kinds of modules in the order in which a part of the bundle holds them. Compression looks back 32 kB, so that what is alike should stand together. A kind
 * needs nothing of a later one while it loads (templates name components, but only when they are drawn); within one the order stays.
 */
const KINDS: readonly RegExp[] = [
    /\/@lwc\//,
    /\/node_modules\/(?!lightning-base-components\/)/,
    /^\0(?:icons?\b|style-sheet|label:)/,
    /\.css(\?|$)/,
    /\.html$/,
    /\/lightning-base-components\//,
    /\/lwc\//,
    /./
];

interface Part {
    readonly before: string;
    readonly modules: Modules;
    readonly after: string;
}

/** Works on the modules one by one when all of them are known: drops what no part uses, and puts them into another order. */
export function refineModules(): Plugin {
    return {
        name: 'refine-modules',
        renderChunk(code, chunk, _options, { chunks }) {
            const { before, modules, after } = split(code, Object.entries(chunk.modules));
            const others = Object.values(chunks).filter(({ fileName }) => fileName !== chunk.fileName);
            const elsewhere = others.flatMap((other) => Object.values(other.modules).map((module) => module.code ?? ''));
            return { code: before + [...byKind(withoutUnusedMembers(modules, elsewhere)).values()].join('') + after, map: null };
        }
    };
}

function byKind(modules: Modules): Modules {
    const kindOf = (id: string): number => KINDS.findIndex((kind) => kind.test(id));
    return new Map([...modules].sort(([one], [other]) => kindOf(one) - kindOf(other)));
}

/** Takes a part of the bundle apart. What Rollup adds behind a module, such as its namespace, belongs to it. */
function split(code: string, rendered: readonly (readonly [string, RenderedModule])[]): Part {
    const modules = new Map<string, string>();
    let last: { readonly id: string; readonly start: number; readonly end: number } | null = null;
    let before = '';
    for (const [id, { code: text }] of rendered) {
        if (!text) continue;
        const start = code.indexOf(text, last?.end ?? 0);
        if (start < 0) throw new Error(`Module ${id} does not stand in its part as it is`);
        if (last) modules.set(last.id, code.slice(last.start, start));
        else before = code.slice(0, start);
        last = { id, start, end: start + text.length };
    }
    if (!last) throw new Error('A part of the bundle is empty');
    modules.set(last.id, `${code.slice(last.start, last.end)}\n`);
    return { before, modules, after: code.slice(last.end) };
}
