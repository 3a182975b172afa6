/** Stands for “none” in the definition file: whether an empty value deploys is not documented. */
export const NONE = '-';
/** What an office telephone can dial inside of the PBX. */
export const EXTENSION = /^[\d*#]{1,16}$/;
/** API name of a field. Source: Salesforce Help, “Field Names”. */
const FIELD_NAME = /^[a-zA-Z][a-zA-Z0-9_]{0,79}$/;

/** Reads items of one section of the call center definition (Setup, Call Centers). A wrong item costs only itself: the default stands in for it. */
export class Items {
    readonly #items: ReadonlyMap<string, string>;
    readonly #section: string;
    readonly #invalid = new Set<string>();

    constructor(items: ReadonlyMap<string, string>, section: string) {
        this.#items = items;
        this.#section = section;
    }

    /** The items, as Setup names them, whose values made no sense so far. */
    get invalid(): readonly string[] {
        return [...this.#invalid];
    }

    /** The text of an item; empty where the definition does not have it. */
    text(name: string): string {
        return this.#items.get(`/${this.#section}/${name}`)?.trim() ?? '';
    }

    /** `parse` gives undefined for what makes no sense. */
    read<Value>(name: string, fallback: Value, parse: (text: string) => Value | undefined): Value {
        const text = this.text(name);
        if (text === '') return fallback;
        const value = parse(text);
        if (value === undefined) this.reject(name);
        return value === undefined ? fallback : value;
    }

    reject(name: string): void {
        this.#invalid.add(name);
    }

    yesOrNo(name: string, fallback: boolean): boolean {
        return this.word(name, fallback ? 'true' : 'false', ['true', 'false']) === 'true';
    }

    wholeNumber(name: string, fallback: number, least: number, most: number): number {
        return this.read(name, fallback, (text) => {
            const value = Number(text);
            return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
        });
    }

    matching(name: string, fallback: string, form: RegExp): string {
        return this.read(name, fallback, (text) => (form.test(text) ? text : undefined));
    }

    matchingOrNone(name: string, fallback: string | null, form: RegExp): string | null {
        return this.read<string | null>(name, fallback, (text) => (text === NONE ? null : form.test(text) ? text : undefined));
    }

    word<Word extends string>(name: string, fallback: Word, words: readonly Word[]): Word {
        return this.read(name, fallback, oneOf(words));
    }

    /** Words with commas between; “none” is the empty list. */
    words<Word extends string>(name: string, fallback: readonly Word[], words: readonly Word[]): readonly Word[] {
        return this.read(name, fallback, (text) => {
            const read = listOf(text).map(oneOf(words));
            return read.some((word) => word === undefined) ? undefined : read.filter((word) => word !== undefined);
        });
    }

    /** Texts with commas between, each at most `longest` characters. */
    texts(name: string, longest: number): readonly string[] {
        return this.read<readonly string[]>(name, [], (text) => {
            const texts = listOf(text);
            return texts.every((each) => each.length <= longest) ? [...new Set(texts)] : undefined;
        });
    }

    /** Entries with semicolons between. `parse` gets those before it too; a wrong one, for which it gives undefined, costs only itself. */
    entries<Entry>(name: string, parse: (text: string, earlier: readonly Entry[]) => Entry | undefined): readonly Entry[] {
        const entries: Entry[] = [];
        for (const text of listOf(this.text(name), /[;；]/)) {
            const entry = parse(text, entries);
            if (entry === undefined) this.reject(name);
            else entries.push(entry);
        }
        return entries;
    }

    fieldOrNone(name: string): string | null {
        return this.matchingOrNone(name, null, FIELD_NAME);
    }

    field(name: string, fallback: string): string {
        const field = this.matching(name, fallback, FIELD_NAME);
        // The platform does not tell capitals apart here, but the log does.
        return field.toLowerCase() === fallback.toLowerCase() ? fallback : field;
    }
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
