import type { Plugin } from 'rollup';

/** Where the runtime asks for what is nowhere here: wires, and the synthetic shadow. What would serve them goes. */
const ABSENT: readonly { readonly library: RegExp; readonly place: RegExp; readonly instead: string }[] = [
    { library: /\/engine-dom\//, place: /(?<=^function hasWireAdapters\(vm\) \{\n)[^}]*/m, instead: '    return false;\n' },
    { library: /\/engine-dom\//, place: /(?<=^ {4}if \()!isUndefined\$1\(wire\)(?=\) \{$)/m, instead: 'false' },
    { library: /\/engine-dom\//, place: /(?<=\bif \()isSyntheticShadowDefined\b/g, instead: 'false' },
    { library: /\/engine-dom\//, place: /\bhasOwnProperty\$1\.call\(Element\.prototype, KEY__SHADOW_TOKEN\)/g, instead: 'false' }
];
const ASKS_FOR_ABSENT = /@wire\b/;
const COMPONENT = /\/lwc\/[^/]+\/[^/]+\.ts|\/lightning-base-components\//;
const FLAG = /\blwcRuntimeFlags\.[A-Z_]+/g;
const TAKEN = /\bconst \{([^}]*)\} = \$api;/g;
const OFFERED = /\bconst api = freeze\(\{([^}]*)\}\)/;
const LEGACY_TOKEN = /^ *\S+\.legacyStylesheetToken = ".*";\n/gm;
const TOKEN = /^( *\S+\.stylesheetToken = )".*";$/gm;
/** An empty list, then others poured into it. */
const STYLE_SHEETS =
    /^(\S+\.stylesheets = )\[\];\n((?:\S+\.stylesheetToken = .*\n)?)((?:if \(\S+\) \{\n.*\.stylesheets\.push\.apply\(.*\n\}\n)+)/gm;
const POURED = /(?<=^if \()\S+(?=\) \{$)/gm;
const NO_STYLE_SHEETS = /^\S+\.stylesheets = \[\];\n/gm;
/** Does nothing but help those who ask for legacy names. */
const FREEZE = /^freezeTemplate\(.*\);\n?/gm;

/**
 * Settles what the LWC runtime leaves to the page that loads it. Its feature flags are off unless a page sets them, and ours sets none; once
 * they are constants, the code behind them goes; so does what no component asks for. The names by which style sheets find their components become
 * short: hashes do not compress.
 */
export function slimLwcRuntime(): Plugin {
    return {
        name: 'slim-lwc-runtime',
        transform(source, id) {
            if (id.endsWith('/engine-dom/dist/index.js') && !OFFERED.test(source)) {
                this.error('The runtime offers its templates something else now');
            }
            if (id.includes('/node_modules/@lwc/')) return { code: withoutAbsent(source, id).replace(FLAG, 'false'), map: null };
            if (COMPONENT.test(id) && ASKS_FOR_ABSENT.test(source)) this.error('The runtime has to keep what this component asks for');
            return null;
        },
        // In a finished script the templates stand in one order, whatever was compiled first.
        renderChunk(code, { name }, _options, { chunks }) {
            let templates = 0;
            const shortened = code
                .replace(LEGACY_TOKEN, '') // read only under a flag
                .replace(
                    STYLE_SHEETS,
                    (_, assignment: string, token: string, poured: string) =>
                        `${assignment}${joined(poured.match(POURED) ?? [])};\n${token}`
                )
                .replace(NO_STYLE_SHEETS, '')
                .replace(FREEZE, '')
                .replace(TOKEN, (_, assignment: string) => `${assignment}"${name}-${(templates++).toString(36)}";`);
            const taken = takenApi(
                Object.values(chunks).flatMap(({ modules }) => Object.values(modules).map((module) => module.code ?? ''))
            );
            return { code: withoutUnusedApi(shortened, taken), map: null };
        }
    };
}

function withoutAbsent(source: string, id: string): string {
    return ABSENT.filter(({ library }) => library.test(id)).reduce((code, { place, instead }) => {
        if (code.search(place) < 0) throw new Error(`${id} is written in another way now`);
        return code.replace(place, () => instead);
    }, source);
}

/** One list of several: the runtime looks for scoped style sheets in the list itself only. */
function joined(lists: readonly string[]): string {
    return lists.length === 1 ? (lists[0] ?? '') : `[${lists.map((list) => `...${list}`).join(', ')}]`;
}

/** What the templates of all parts take for making elements. */
function takenApi(sources: readonly string[]): ReadonlySet<string> {
    const declarations = sources.flatMap((source) => [...source.matchAll(TAKEN)]);
    return new Set(declarations.flatMap(([, names = '']) => names.split(',').map((name) => name.replace(/:.*/s, '').trim())));
}

/** What they are offered, less what none of them takes. */
function withoutUnusedApi(code: string, taken: ReadonlySet<string>): string {
    return code.replace(OFFERED, (_, offered: string) => {
        const names = offered.split(',').filter((name) => taken.has(name.trim()));
        return `const api = freeze({${names.join(',')}})`;
    });
}
