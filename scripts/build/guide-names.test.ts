import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

const read = (file: string): string => readFileSync(path.join(__dirname, '../..', file), 'utf8');
const guideIn = (language: 'ja' | 'en'): string => read(`docs/agent-guide.${language}.md`);
/** What stands in the elements of this name in a file of the metadata. */
const textsIn = (file: string, element: string): ReadonlySet<string> =>
    new Set(
        [...read(`force-app/main/default/${file}`).matchAll(new RegExp(`<${element}>([^<]*)<`, 'g'))].map(([, text = '']) => text.trim())
    );

/** Each guide quotes names in the marks of its language; whatever is not of the panel stands in code or in none. */
const guides = [
    { language: 'ja', quoted: /「([^」]*)」/g, labels: textsIn('translations/ja.translation-meta.xml', 'label') },
    { language: 'en', quoted: /“([^”]*)”/g, labels: textsIn('labels/CustomLabels.labels-meta.xml', 'value') }
] as const;

describe.each(guides)("the agents' guide ($language)", ({ language, quoted, labels }) => {
    test('names what is to be pressed and read as the panel does', () => {
        const names = [...guideIn(language).matchAll(quoted)].map(([, name = '']) => name);
        expect(names.length).toBeGreaterThan(20);
        expect(names.filter((name) => !labels.has(name))).toEqual([]);
    });
});

test("the agents' guides have the same chapters, tables and pictures", () => {
    const shapeOf = (language: 'ja' | 'en'): readonly string[] =>
        [...guideIn(language).matchAll(/^(#+|\||!\[|- |\d+\.)/gm)].map(([, mark = '']) => mark);
    expect(shapeOf('en')).toEqual(shapeOf('ja'));
});
