/** Longer texts are notes, not numbers; the platform's own phone fields hold 40 characters. */
const LONGEST_TEXT = 100;

/**
 * What a text holds.
 * - `number`: one number; `number` is its keys (0–9, *, #) and plus signs without separators, `keyed` tells that it had no separators
 * - `too-long`: more than any number needs, not looked into
 * - `nothing`: no letter and no digit
 * - `words`: letters, and no digits that could be a number
 * - `mixed`: digits among words, or a separator that nobody writes inside one number
 */
export type Reading =
    | { readonly kind: 'number'; readonly number: string; readonly extension: string | null; readonly keyed: boolean }
    | { readonly kind: 'too-long' | 'nothing' | 'words' | 'mixed' };

// The katakana long-vowel mark stands in for a hyphen wherever people type with a Japanese keyboard. The wave dash is no hyphen: it
// means "to", as in 03-1234-5678〜9.
const DASHES = /[\u02d7\u058a\u2010-\u2015\u2043\u2212\u2500\u2501\u30a0\u30fc]/gu;
const SEPARATORS = /[^\S\r\n]|[-.·\p{Ps}\p{Pe}]/gu;
const LABEL = /^(?:tel|電話(?:番号)?|携帯(?:電話)?(?:番号)?)\s*[:.]?\s*/iu;
// RFC 3966 section 3: parameters such as phone-context describe the number and are not dialled.
const URI_PARAMETERS = /;(?!ext=)[a-z-]+=[^;]*/giu;
/** 代表, "main line": says nothing about which number to dial. */
const MAIN_LINE = /\s*(?:[([]代表?[)\]]|代表)$/u;
const EXTENSION =
    /^(?<main>[^*#].*?)\s*[([]?\s*(?:内線(?:番号)?|内|;?ext(?:ension|n)?|x|#)\s*[.:=-]?\s*(?<extension>\d{1,8})\s*番?\s*[)\]]?$/isu;
/** `+44 (0)20…`: the bracketed trunk 0 is not dialled from abroad, except in the Italian plan, where it belongs to the number. */
const FOREIGN_TRUNK = /^[([]?\+(?!39|37[89])(\d{1,3})[)\]]?[\s-]*[([]0[)\]]/u;

/** One spelling for what people type in many: half width, ASCII digits and hyphens, no invisible characters. */
function foldText(text: string): string {
    return (
        text
            // Compatibility folding would turn ① and ² into digits of the number.
            .replace(/\P{No}+/gu, (run) => run.normalize('NFKC'))
            .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
            .replace(/\p{Cf}/gu, '')
            .replace(DASHES, '-')
            .trim()
    );
}

export function readNumber(text: string): Reading {
    if (text.length > LONGEST_TEXT) return { kind: 'too-long' };
    const folded = foldText(text);
    if (!/[\p{L}\p{N}*#]/u.test(folded)) return { kind: 'nothing' };
    const plain = folded.replace(LABEL, '').replace(URI_PARAMETERS, '').replace(MAIN_LINE, '');
    const suffixed = EXTENSION.exec(plain)?.groups;
    const main = suffixed?.['main'] ?? plain;
    const number = compact(main);
    if (/^[\d+*#]*\d[\d*#]*$/u.test(number)) {
        return { kind: 'number', number, extension: suffixed?.['extension'] ?? null, keyed: number === main };
    }
    return { kind: /\d{3}/u.test(number) ? 'mixed' : 'words' };
}

/** Every piece of a text that may be a number by itself, without separators: a field may hold two numbers, or one and a note. */
export function numberPieces(text: string): readonly string[] {
    return foldText(text.slice(0, LONGEST_TEXT))
        .split(/[^\d+ \t\-.·\p{Ps}\p{Pe}]|(?=\+)/u)
        .map((piece) => compact(piece.trim()))
        .filter((piece) => piece !== '');
}

function compact(folded: string): string {
    return folded.replace(FOREIGN_TRUNK, '+$1').replace(SEPARATORS, '');
}
