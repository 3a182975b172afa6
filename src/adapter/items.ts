import type { SettingProblem, SettingTakes } from '../telephony/setting-problem';

/** Stands for “none” in the definition file: whether an empty value deploys is not documented. */
export const NONE = '-';
/** What an office telephone can dial inside of the PBX. */
const EXTENSION = /^[\d*#]{1,16}$/;
/** API name of a field. Source: Salesforce Help, “Field Names”. */
const FIELD_NAME = /^[a-zA-Z][a-zA-Z0-9_]{0,79}$/;

const EXTENSION_FORM = { form: 'extension' } as const;
/** Longer texts tell an administrator nothing more. */
const LONGEST = { title: 160, value: 60 } as const;

/** Reads items of one section of the call center definition (Setup, Call Centers). A wrong item costs only itself: the default stands in for it. */
export class Items {
    readonly #items: ReadonlyMap<string, string>;
    readonly #section: string;
    readonly #problems = new Map<string, SettingProblem>();

    constructor(items: ReadonlyMap<string, string>, section: string) {
        this.#items = items;
        this.#section = section;
    }

    /** What made no sense so far. */
    get problems(): readonly SettingProblem[] {
        return [...this.#problems.values()];
    }

    /** The text of an item; empty where the definition does not have it. */
    text(name: string): string {
        return this.#items.get(`/${this.#section}/${name}`)?.trim() ?? '';
    }

    /** `parse` gives undefined for what makes no sense. */
    read<Value>(name: string, fallback: Value, takes: SettingTakes, parse: (text: string) => Value | undefined): Value {
        const text = this.text(name);
        if (text === '') return fallback;
        const value = parse(text);
        // A list is written with commas, and nothing as “none”.
        if (value === undefined) this.reject(name, takes, String(fallback ?? '') || NONE);
        return value === undefined ? fallback : value;
    }

    reject(name: string, takes: SettingTakes, standIn: string | null, value = this.text(name)): void {
        const key = `/${this.#section}/${name}`;
        const label = (of: string): string | undefined => this.#items.get(`${of}/label`);
        const title = `${label(`/${this.#section}`) ?? this.#section} › ${label(key) ?? name}`;
        this.#problems.set(name, { key, title: harmless(title, LONGEST.title), value: harmless(value, LONGEST.value), takes, standIn });
    }

    yesOrNo(name: string, fallback: boolean): boolean {
        return this.word(name, fallback ? 'true' : 'false', ['true', 'false']) === 'true';
    }

    wholeNumber(name: string, fallback: number, least: number, most: number): number {
        return this.read(name, fallback, { form: 'whole-number', values: [least, most] }, (text) => {
            const value = Number(text);
            return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
        });
    }

    matching(name: string, fallback: string, takes: SettingTakes, form: RegExp): string {
        return this.read(name, fallback, takes, (text) => (form.test(text) ? text : undefined));
    }

    matchingOrNone(name: string, fallback: string | null, takes: SettingTakes, form: RegExp): string | null {
        return this.read<string | null>(name, fallback, { ...takes, orNone: true }, (text) =>
            text === NONE ? null : form.test(text) ? text : undefined
        );
    }

    extension(name: string, fallback: string): string {
        return this.matching(name, fallback, EXTENSION_FORM, EXTENSION);
    }

    extensionOrNone(name: string, fallback: string | null): string | null {
        return this.matchingOrNone(name, fallback, EXTENSION_FORM, EXTENSION);
    }

    word<Word extends string>(name: string, fallback: Word, words: readonly Word[]): Word {
        return this.read(name, fallback, { form: 'one-of', values: words }, oneOf(words));
    }

    /** Words with commas between; “none” is the empty list. */
    words<Word extends string>(name: string, fallback: readonly Word[], words: readonly Word[]): readonly Word[] {
        return this.read(name, fallback, { form: 'list-of', values: words, orNone: true }, (text) => {
            const read = listOf(text).map(oneOf(words));
            return read.some((word) => word === undefined) ? undefined : read.filter((word) => word !== undefined);
        });
    }

    /** Texts with commas between, each at most `longest` characters. */
    texts(name: string, longest: number): readonly string[] {
        return this.read<readonly string[]>(name, [], { form: 'texts', values: [longest], orNone: true }, (text) => {
            const texts = listOf(text);
            return texts.every((each) => each.length <= longest) ? [...new Set(texts)] : undefined;
        });
    }

    /** Entries with semicolons between. `parse` gets those before it too; a wrong one, for which it gives undefined, costs only itself. */
    entries<Entry>(
        name: string,
        form: SettingTakes['form'],
        parse: (text: string, earlier: readonly Entry[]) => Entry | undefined
    ): readonly Entry[] {
        const entries: Entry[] = [];
        const wrong: string[] = [];
        for (const text of listOf(this.text(name), /[;；]/)) {
            const entry = parse(text, entries);
            if (entry === undefined) wrong.push(text);
            else entries.push(entry);
        }
        if (wrong.length > 0) this.reject(name, { form, orNone: true }, null, wrong.join('; '));
        return entries;
    }

    fieldOrNone(name: string): string | null {
        return this.matchingOrNone(name, null, { form: 'field' }, FIELD_NAME);
    }

    field(name: string, fallback: string): string {
        const field = this.matching(name, fallback, { form: 'field' }, FIELD_NAME);
        // The platform does not tell capitals apart here, but the log does.
        return field.toLowerCase() === fallback.toLowerCase() ? fallback : field;
    }
}

/** No credentials of an address, nothing that is invisible or turns the text around it, and not too much. */
function harmless(text: string, longest: number): string {
    const told = text
        .replace(/\/\/\S*@/g, '//…@')
        .replace(/\?\S*=\S*/g, '?…')
        .replace(/[\p{Cc}\p{Cf}]/gu, ' ');
    return told.length <= longest ? told : `${told.slice(0, longest - 1)}…`;
}

function listOf(text: string, separator = /[,、，]/): readonly string[] {
    if (text === NONE) return [];
    return text
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}

function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word | undefined {
    return (text) => words.find((word) => word.toLowerCase() === text.toLowerCase());
}
