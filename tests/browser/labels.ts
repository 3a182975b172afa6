import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

export type Language = 'en' | 'ja';

const metadata = new URL('../../force-app/main/default/', import.meta.url);

function read(file: string): string {
    return readFileSync(new URL(file, metadata), 'utf8');
}

interface LabelsFile {
    readonly CustomLabels: { readonly labels: readonly { readonly fullName: string; readonly value: string }[] };
}

interface TranslationsFile {
    readonly Translations: { readonly customLabels: readonly { readonly name: string; readonly label: string }[] };
}

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'labels' || name === 'customLabels' });
const english = (parser.parse(read('labels/CustomLabels.labels-meta.xml')) as LabelsFile).CustomLabels.labels;
const japanese = (parser.parse(read('translations/ja.translation-meta.xml')) as TranslationsFile).Translations.customLabels;

const texts: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
    en: new Map(english.map(({ fullName, value }) => [fullName, value])),
    ja: new Map(japanese.map(({ name, label }) => [name, label]))
};

/** The text that a person sees for a Custom Label, without the `Denwa_` prefix: `text('ja', 'Answer')`. */
export function text(language: Language, name: string, ...values: readonly string[]): string {
    const found = texts[language].get(`Denwa_${name}`);
    if (found === undefined) throw new Error(`There is no label Denwa_${name} in ${language}`);
    return found.replace(/\{(\d)\}/g, (_placeholder, index: string) => values[Number(index)] ?? '');
}
