import type { SettingProblem, SettingTakes } from '../../src/telephony/setting-problem';
import { readLabels } from '../build/labels';

export type Language = 'en' | 'ja';

const { english, japanese } = readLabels();

/** The text of a Custom Label, without the `Denwa_` prefix. */
export function words(language: Language, name: string, ...values: readonly (string | number)[]): string {
    const text = (language === 'en' ? english : japanese).get(`Denwa_${name}`);
    if (text === undefined) throw new Error(`There is no label Denwa_${name} in ${language}`);
    return text.replace(/\{(\d)\}/g, (_placeholder, index: string) => String(values[Number(index)] ?? ''));
}

/** As c/denwaSettingText says it in the panel. */
export function takesText(language: Language, { form, values = [], orNone = false }: SettingTakes): string {
    const isList = form === 'one-of' || form === 'list-of';
    const label = `Takes_${form.replace(/(^|-)(\w)/g, (_match, dash: string, letter: string) => (dash && '_') + letter.toUpperCase())}`;
    const text = words(language, label, ...(isList ? [values.join(', ')] : values));
    return orNone ? words(language, 'Takes_Or_None', text) : text;
}

/** The lines that the panel shows below the item's title. */
export function problemLines(language: Language, { value, takes, standIn }: SettingProblem): readonly string[] {
    return [
        words(language, 'Setting_Found', value || words(language, 'Setting_Missing')),
        words(language, 'Setting_Takes', takesText(language, takes)),
        ...(standIn === null ? [] : [words(language, 'Setting_Stands_In', standIn)])
    ];
}
