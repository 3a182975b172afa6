import type { Plugin } from 'rollup';
import type { LabelCatalogue } from './labels';

const LABEL = /^@salesforce\/label\/c\.(\w+)$/;
const VIRTUAL = '\0label:';
const ALL = '\0labels';

/**
 * Stands in for what the platform resolves when it serves a component: Custom Labels. Both languages are in the bundle; the language of the
 * page decides when the bundle loads. A label that is missing in either language fails the build.
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

/** One list of texts per language: texts of one language compress better side by side than each beside its translation. */
function allLabels({ english, japanese }: LabelCatalogue): string {
    const names = [...english.keys()].filter((name) => japanese.has(name));
    const texts = (language: ReadonlyMap<string, string>): string => JSON.stringify(names.map((name) => language.get(name)));
    const inJapanese = '/^ja\\b/i.test(document.documentElement.lang)';
    return `export const [${names.join(', ')}] = ${inJapanese} ? ${texts(japanese)} : ${texts(english)};`;
}
