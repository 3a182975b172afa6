// The katakana long-vowel mark stands in for a hyphen wherever people type with a Japanese keyboard. The wave dash is no hyphen: it
// means "to", as in 03-1234-5678〜9.
const DASHES = /[\u02d7\u058a\u2010-\u2015\u2043\u2212\u2500\u2501\u30a0\u30fc]/gu;
// Soft hyphens, joiners, direction and variation marks, and the frame of a keycap emoji. The right-to-left override stays: it shows a
// number backwards, so nobody knows which one was meant.
const INVISIBLE = /(?!\u202e)[\p{Default_Ignorable_Code_Point}\p{Cf}\u20e3]/gu;

/** One spelling for what people type in many: half width, ASCII digits and hyphens, no invisible characters. */
export function foldText(text: string): string {
    return (
        text
            // Compatibility folding would turn ① and ² into digits of the number.
            .replace(/\P{No}+/gu, (run) => run.normalize('NFKC'))
            .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
            .replace(INVISIBLE, '')
            .replace(DASHES, '-')
            .trim()
    );
}
