import type { Plugin } from 'rollup';

/** Where the runtime asks for what no component here has: wires, and shadow roots that hand the focus on. What would serve them goes. */
const ABSENT: readonly { readonly library: RegExp; readonly place: RegExp; readonly instead: string }[] = [
    { library: /\/engine-dom\//, place: /(?<=^function hasWireAdapters\(vm\) \{\n)[^}]*/m, instead: '    return false;\n' },
    { library: /\/engine-dom\//, place: /(?<=^ {4}if \()!isUndefined\$1\(wire\)(?=\) \{$)/m, instead: 'false' },
    { library: /\/synthetic-shadow\//, place: /(?<=^function isDelegatingFocus\(host\) \{\n)[^}]*/m, instead: '    return false;\n' }
];
const ASKS_FOR_ABSENT = /@wire\b|\bdelegatesFocus\b/;
const COMPONENT = /\/lwc\/[^/]+\/[^/]+\.ts|\/lightning-base-components\//;
const FLAG = /\blwcRuntimeFlags\.[A-Z_]+/g;
const TAKEN = /\bconst \{([^}]*)\} = \$api;/g;
const OFFERED = /\bconst api = freeze\(\{([^}]*)\}\)/;
const LEGACY_TOKEN = /^ *\S+\.legacyStylesheetToken = ".*";\n/gm;
const TOKEN = /^( *\S+\.stylesheetToken = )".*";$/gm;
/** An empty list, then another one poured into it. */
const STYLE_SHEETS =
    /^(\S+\.stylesheets = )\[\];\n((?:\S+\.stylesheetToken = .*\n)?)if \((\S+)\) \{\n.*\.stylesheets\.push\.apply\(.*\n\}$/gm;
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
            if (id.includes('/node_modules/@lwc/')) return { code: withoutAbsent(source, id).replace(FLAG, 'false'), map: null };
            if (COMPONENT.test(id) && ASKS_FOR_ABSENT.test(source)) this.error('The runtime has to keep what this component asks for');
            return null;
        },
        // In the finished script the templates stand in one order, whatever was compiled first.
        renderChunk(code) {
            let templates = 0;
            const shortened = code
                .replace(LEGACY_TOKEN, '') // read only under a flag
                .replace(STYLE_SHEETS, '$1$3;\n$2')
                .replace(NO_STYLE_SHEETS, '')
                .replace(FREEZE, '')
                .replace(TOKEN, (_, assignment: string) => `${assignment}"denwa-${(templates++).toString(36)}";`);
            return { code: withoutUnusedApi(shortened), map: null };
        }
    };
}

function withoutAbsent(source: string, id: string): string {
    return ABSENT.filter(({ library }) => library.test(id)).reduce((code, { place, instead }) => {
        if (!place.test(code)) throw new Error(`${id} is written in another way now`);
        return code.replace(place, () => instead);
    }, source);
}

/** What templates are offered for making elements, less what none of them takes. */
function withoutUnusedApi(code: string): string {
    const taken = new Set(
        [...code.matchAll(TAKEN)].flatMap(([, names = '']) => names.split(',').map((name) => name.replace(/:.*/s, '').trim()))
    );
    if (!OFFERED.test(code)) throw new Error('The LWC runtime offers its templates something else now');
    return code.replace(OFFERED, (_, offered: string) => {
        const names = offered.split(',').filter((name) => taken.has(name.trim()));
        return `const api = freeze({${names.join(',')}})`;
    });
}
