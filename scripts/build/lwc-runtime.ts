import type { Plugin } from 'rollup';

const FLAG = /\blwcRuntimeFlags\.[A-Z_]+/g;
const LEGACY_TOKEN = /^ *\S+\.legacyStylesheetToken = ".*";\n/gm;
const TOKEN = /^( *\S+\.stylesheetToken = )".*";$/gm;

/**
 * Settles what the LWC runtime leaves to the page that loads it. Its feature flags are off unless a page sets them, and ours sets none; once
 * they are constants, the code behind them goes. The names by which style sheets find their components become short: hashes do not compress.
 */
export function slimLwcRuntime(): Plugin {
    return {
        name: 'slim-lwc-runtime',
        transform(source, id) {
            return id.includes('/node_modules/@lwc/') ? { code: source.replace(FLAG, 'false'), map: null } : null;
        },
        // In the finished script the templates stand in one order, whatever was compiled first.
        renderChunk(code) {
            let templates = 0;
            const shortened = code
                .replace(LEGACY_TOKEN, '') // read only under a flag
                .replace(TOKEN, (_, assignment: string) => `${assignment}"denwa-${(templates++).toString(36)}";`);
            return { code: shortened, map: null };
        }
    };
}
