import type { Plugin } from 'rollup';
import type { LabelCatalogue } from './labels';

const LABEL = /^@salesforce\/label\/c\.(\w+)$/;
const VIRTUAL = '\0label:';
const ALL = '\0labels';
const GLOBAL = 'denwaLabels';

/**
 * Stands in for what the platform resolves when it serves a component: Custom Labels. Their texts come from a script of their own, which
 * `src/adapter/boot.ts` loads first, in the language of the agent. A label that is missing in either language fails the build.
 */
export function platformModules(labels: LabelCatalogue): Plugin {
    return {
        name: 'platform-modules',
        resolveId(id) {
            const label = LABEL.exec(id)?.[1];
            if (label !== undefined) return VIRTUAL + label;
            return id === ALL ? id : null;
        },
        load(id) {
            if (id === ALL) return allLabels(labels);
            if (!id.startsWith(VIRTUAL)) return null;
            const name = id.slice(VIRTUAL.length);
            if (!labels.english.has(name) || !labels.japanese.has(name)) {
                return this.error(`Label ${name} is missing in ${labels.english.has(name) ? 'Japanese' : 'English'}`);
            }
            return `export { ${name} as default } from ${JSON.stringify(ALL)};`;
        }
    };
}

/** Texts by place, not by name: the names are in one script only, and there the minifier shortens them. */
function allLabels(labels: LabelCatalogue): string {
    return `export const [${labelNames(labels).join(', ')}] = ${GLOBAL};`;
}

/** The scripts that bring the texts, by file name. One of them is loaded before the phone. */
export function labelScripts(labels: LabelCatalogue): ReadonlyMap<string, string> {
    const script = (texts: ReadonlyMap<string, string>): string =>
        `export default ${JSON.stringify(labelNames(labels).map((name) => texts.get(name)))};\n`;
    return new Map([
        ['denwa-labels-en.js', script(labels.english)],
        ['denwa-labels-ja.js', script(labels.japanese)]
    ]);
}

function labelNames({ english, japanese }: LabelCatalogue): readonly string[] {
    return [...english.keys()].filter((name) => japanese.has(name));
}
