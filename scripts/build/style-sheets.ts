import { runInNewContext } from 'node:vm';
import { transform } from 'esbuild';
import type { Plugin } from 'rollup';

const FUNCTION = /^function stylesheet\(token, useActualHostSelector, useNativeDirPseudoclass\) \{.*?^\}$/ms;
const SCOPED = /^stylesheet\.\$scoped\$ = true;$/m;
const STYLE_SHEET = /\.css(\?|$)/;
const HELPER = '\0style-sheet';
/** Stands for the component's token; occurs in no style sheet. */
const TOKEN = '`';

type StyleSheet = (token: string | undefined, useActualHostSelector: boolean, useNativeDirPseudoclass: boolean) => string;

/** Takes the white space out of style sheets before the LWC compiler reads them. */
export function minifyStyleSheets(): Plugin {
    return {
        name: 'minify-style-sheets',
        async transform(source, id) {
            if (!STYLE_SHEET.test(id)) return null;
            const { code } = await transform(source, { loader: 'css', minify: true, target: 'chrome120' });
            return { code, map: null };
        }
    };
}

/**
 * The compiler makes a function of each style sheet that joins its rules with the component's token. In light DOM only the token is ever
 * different, and only where styles are scoped: one text in which it is filled in says the same, and shorter.
 */
export function packStyleSheets(): Plugin {
    return {
        name: 'pack-style-sheets',
        resolveId: (id) => (id === HELPER ? id : null),
        load: (id) => (id === HELPER ? `export const styleSheet = (css) => (token) => css.replaceAll('${TOKEN}', token);` : null),
        transform(code, id) {
            const source = STYLE_SHEET.test(id) ? FUNCTION.exec(code)?.[0] : undefined;
            if (source === undefined) return null;
            const styleSheet = runInNewContext(`(${source})`) as StyleSheet;
            const token = SCOPED.test(code) ? TOKEN : undefined;
            const css = styleSheet(token, false, false);
            if (styleSheet(undefined, false, false).includes(TOKEN) || css !== styleSheet(token, false, true)) return null;
            const packed = `const stylesheet = styleSheet(${JSON.stringify(css)});`;
            return { code: `import { styleSheet } from ${JSON.stringify(HELPER)};\n${code.replace(source, () => packed)}`, map: null };
        }
    };
}
