import type { SettingForm } from '../../src/telephony/setting-problem';
import { badAddresses, badSettings, connectionFaults } from './bad-settings';
import { catalogue, problemOf, type Definition, type Setting } from './catalogue';
import { problemLines, takesText, words, type Language } from './words';

const texts = {
    en: {
        settings: ['Item', 'Type', 'Default', 'Accepted', 'What for'],
        bad: ['Item', 'Fault', 'What the panel says'],
        connection: ['Fault', 'What the check list says'],
        types: { choice: 'choice', list: 'list', number: 'number', text: 'text' }
    },
    ja: {
        settings: ['項目', '型', '既定値', '入力できる値', '用途'],
        bad: ['項目', '誤り', 'パネルの表示'],
        connection: ['原因', '確認リストの表示'],
        types: { choice: '選択', list: 'リスト', number: '数値', text: '文字列' }
    }
} as const;

/** One table per section: every item with what it takes. */
export function settingsTables(definition: Definition, language: Language): string {
    const settings = catalogue(definition);
    const sections = [...new Set(settings.map(({ section }) => section))];
    return sections
        .map((section) => {
            const rows = settings.filter((setting) => setting.section === section).map((setting) => settingRow(setting, language));
            return `### ${section}\n\n${table([texts[language].settings, ...rows])}`;
        })
        .join('\n\n');
}

/** What the panel says of wrong values, and of what keeps it from its PBX. */
export function badSettingsTables(definition: Definition, language: Language): { readonly settings: string; readonly connection: string } {
    const bad = [...badAddresses, ...badSettings].map(({ fault, ...item }) => {
        const problem = problemOf(definition, item);
        if (!problem) throw new Error(`${item.key} takes ${item.value}`);
        return [problem.title, fault[language], problemLines(language, problem).map(literal).join('<br>')];
    });
    const connection = Object.values(connectionFaults).map(({ fault, message }) => [
        fault[language],
        words(language, message[0], message[1])
    ]);
    return { settings: table([texts[language].bad, ...bad]), connection: table([texts[language].connection, ...connection]) };
}

function settingRow({ label, name, initial, takes, description }: Setting, language: Language): readonly string[] {
    const { unit } = description;
    const type = texts[language].types[typeOf(takes.form)];
    return [
        `${label}<br>\`${name}\``,
        unit ? `${type} (${unit[language]})` : type,
        `\`${initial}\``,
        literal(takesText(language, takes)),
        description[language]
    ];
}

function typeOf(form: SettingForm): keyof (typeof texts)['en']['types'] {
    switch (form) {
        case 'one-of':
            return 'choice';
        case 'whole-number':
            return 'number';
        case 'list-of':
        case 'texts':
        case 'statuses':
        case 'notified-numbers':
            return 'list';
        default:
            return 'text';
    }
}

/** Nothing in it is markup. */
function literal(text: string): string {
    return text.replace(/[\\`*_<>&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`));
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]): string =>
        `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
