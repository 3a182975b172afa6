import type { OrgRecord } from '../../shared/records';
import { phonesOf, recordName } from '../../shared/records';

/**
 * Text search as the org's SOSL does it, in its most conservative reading: a text is split at punctuation and spaces into tokens, a term
 * matches whole tokens, several tokens match as a phrase, `*` at the end matches a longer token. Digits are never normalised and full-width
 * characters never folded, because the platform documents neither. Chinese and Japanese text has no spaces and is split into pairs of
 * characters, so that a part of a name is found.
 */
export type SearchScope = 'name-and-phone' | 'phone';

/** One alternative: every phrase must occur. */
type Phrase = { readonly tokens: readonly string[]; readonly prefix: boolean };
type Query = readonly (readonly Phrase[])[];

const RUNS = /[\p{L}\p{N}\p{M}]+/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+/gu;
const IS_CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]/u;

export function tokenize(text: string): readonly string[] {
    return (text.toLowerCase().match(RUNS) ?? []).flatMap((run) =>
        (run.match(CJK) ?? []).flatMap((part) => (IS_CJK.test(part) ? pairs([...part]) : [part]))
    );
}

function pairs(characters: readonly string[]): readonly string[] {
    return characters.length < 2 ? characters : characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** A search text as people and adapters write it: words are joined by AND, `OR` starts an alternative, quotes make a phrase, `*` a prefix. */
export function parseQuery(text: string): Query {
    const alternatives: Phrase[][] = [[]];
    for (const [, quoted, word] of text.matchAll(/"([^"]*)"\*?|(\S+)/g)) {
        if (word === 'OR') {
            alternatives.push([]);
            continue;
        }
        if (word === 'AND') {
            continue;
        }
        const phrase = toPhrase(quoted ?? word ?? '');
        if (phrase.tokens.length > 0) {
            alternatives.at(-1)?.push(phrase);
        }
    }
    return alternatives.filter((phrases) => phrases.length > 0);
}

/** Texts of which any may occur, each as one phrase. */
export function anyPhrase(texts: readonly string[]): Query {
    return texts
        .map(toPhrase)
        .filter((phrase) => phrase.tokens.join('').length >= 2)
        .map((phrase) => [phrase]);
}

function toPhrase(text: string): Phrase {
    return { tokens: tokenize(text), prefix: text.endsWith('*') };
}

export function matches(query: Query, record: OrgRecord, scope: SearchScope): boolean {
    const texts = phonesOf(record).map((phone) => phone.value);
    if (scope === 'name-and-phone') {
        texts.push(recordName(record), ...['Company', 'Subject'].map((field) => String(record.fields[field] ?? '')));
    }
    const documents = texts.map(tokenize);
    return query.some((phrases) => phrases.every((phrase) => documents.some((document) => hasPhrase(document, phrase))));
}

/** Which records a search need look at: those that hold the rarest token of a phrase. Narrows a large org down; `matches` decides. */
export class PhoneTokens {
    readonly #idsByToken = new Map<string, Set<string>>();
    readonly #tokensById = new Map<string, readonly string[]>();

    /** Call it with every record that was written. */
    write(record: OrgRecord): void {
        for (const token of this.#tokensById.get(record.id) ?? []) {
            this.#idsByToken.get(token)?.delete(record.id);
        }
        const tokens = phonesOf(record).flatMap(({ value }) => tokenize(value));
        this.#tokensById.set(record.id, tokens);
        for (const token of tokens) {
            this.#idsByToken.set(token, (this.#idsByToken.get(token) ?? new Set()).add(record.id));
        }
    }

    candidates(query: Query): ReadonlySet<string> {
        return new Set(query.flatMap(([phrase]) => (phrase ? this.#holders(phrase) : [])));
    }

    /** Of several tokens the last one may be a prefix, and the others narrow enough. */
    #holders({ tokens, prefix }: Phrase): readonly string[] {
        const whole = prefix ? tokens.slice(0, -1) : tokens;
        if (whole.length === 0) {
            return [...this.#idsByToken].flatMap(([token, ids]) => (token.startsWith(tokens[0] ?? '') ? [...ids] : []));
        }
        const holders = whole.map((token) => this.#idsByToken.get(token) ?? new Set<string>());
        return [...holders.reduce((rarest, each) => (each.size < rarest.size ? each : rarest))];
    }
}

function hasPhrase(document: readonly string[], { tokens, prefix }: Phrase): boolean {
    return document.some((_, start) =>
        tokens.every((token, offset) => {
            const found = document[start + offset];
            return prefix && offset === tokens.length - 1 ? found?.startsWith(token) === true : found === token;
        })
    );
}
