import type { Plugin } from 'rollup';
import type { LabelCatalogue } from './labels';

const LABEL = /^@salesforce\/label\/c\.(\w+)$/;
const VIRTUAL = '\0label:';
/** What a label's module becomes where it is put into a script. */
const TEXT = /^(?:const|var|let) ([\w$]+) = __label__\("(\w+)"\);\n/gm;
const GLOBAL = 'denwaLabels';

/** The labels that a script of the bundle shows, in the order of its texts, by the name of its first module. */
export type LabelUse = Map<string, readonly string[]>;

/**
 * Stands in for what the platform resolves when it serves a component: Custom Labels. A label that is missing in either language fails the build.
 */
export function platformModules(labels: LabelCatalogue): Plugin {
    return {
        name: 'platform-modules',
        resolveId(id) {
            const label = LABEL.exec(id)?.[1];
            return label === undefined ? null : VIRTUAL + label;
        },
        load(id) {
            if (!id.startsWith(VIRTUAL)) return null;
            const name = id.slice(VIRTUAL.length);
            if (!labels.english.has(name) || !labels.japanese.has(name)) {
                return this.error(`Label ${name} is missing in ${labels.english.has(name) ? 'Japanese' : 'English'}`);
            }
            return { code: `export default __label__(${JSON.stringify(name)});`, moduleSideEffects: false };
        }
    };
}

/**
 * Lets the finished scripts take the texts of their labels, by place, from where other scripts have put them in the language of the agent. With
 * `use`, which is filled, each has its own, `denwaLabels.main` for that of main.ts; without, `denwaLabels` are all that there are.
 */
export function takeTexts(labels: LabelCatalogue, use?: LabelUse): Plugin {
    return {
        name: 'take-texts',
        renderChunk(code, { name }) {
            const locals = new Map([...code.matchAll(TEXT)].map(([, local = '', label = '']) => [label, local]));
            if (locals.size === 0) return null;
            const all = labelNames(labels);
            const shown = use ? all.filter((label) => locals.has(label)) : all;
            use?.set(name, shown);
            // What shows texts stands behind all of them.
            const taken = `const [${shown.map((label) => locals.get(label) ?? '').join(', ')}] = ${use ? `${GLOBAL}.${name}` : GLOBAL};\n`;
            let isTaken = false;
            const rendered = code.replace(TEXT, () => {
                const replacement = isTaken ? '' : taken;
                isTaken = true;
                return replacement;
            });
            return { code: rendered, map: null };
        }
    };
}

/** The scripts that bring the texts: `show` of them, in this order, under the name of what shows them, one for each language. */
export function labelScripts(labels: LabelCatalogue, part = 'labels', show = labelNames(labels)): ReadonlyMap<string, string> {
    const script = (texts: ReadonlyMap<string, string>): string =>
        `export default ${JSON.stringify(show.map((name) => texts.get(name)))};\n`;
    return new Map([
        [`denwa-${part}-en.js`, script(labels.english)],
        [`denwa-${part}-ja.js`, script(labels.japanese)]
    ]);
}

function labelNames({ english, japanese }: LabelCatalogue): readonly string[] {
    return [...english.keys()].filter((name) => japanese.has(name));
}
