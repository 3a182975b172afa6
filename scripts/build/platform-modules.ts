import type { Plugin } from 'rollup';
import type { LabelCatalogue } from './labels';

const LABEL = /^@salesforce\/label\/c\.(\w+)$/;
const VIRTUAL = '\0label:';
const LANGUAGE = '\0page-language';

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
            return id === LANGUAGE ? id : null;
        },
        load(id) {
            if (id === LANGUAGE) return `export const inJapanese = /^ja\\b/i.test(document.documentElement.lang);`;
            if (!id.startsWith(VIRTUAL)) return null;
            const name = id.slice(VIRTUAL.length);
            const english = labels.english.get(name);
            const japanese = labels.japanese.get(name);
            if (english === undefined || japanese === undefined) {
                return this.error(`Label ${name} is missing in ${english === undefined ? 'English' : 'Japanese'}`);
            }
            return [
                `import { inJapanese } from ${JSON.stringify(LANGUAGE)};`,
                `export default inJapanese ? ${JSON.stringify(japanese)} : ${JSON.stringify(english)};`
            ].join('\n');
        }
    };
}
