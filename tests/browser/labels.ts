import { readLabels } from '../../scripts/build/labels';

export type Language = 'en' | 'ja';

const { english, japanese } = readLabels();
const texts: Readonly<Record<Language, ReadonlyMap<string, string>>> = { en: english, ja: japanese };

/** The text that a person sees for a Custom Label, without the `Denwa_` prefix: `text('ja', 'Answer')`. */
export function text(language: Language, name: string, ...values: readonly string[]): string {
    const found = texts[language].get(`Denwa_${name}`);
    if (found === undefined) throw new Error(`There is no label Denwa_${name} in ${language}`);
    return found.replace(/\{(\d)\}/g, (_placeholder, index: string) => values[Number(index)] ?? '');
}
