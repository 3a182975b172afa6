/** The parts of a Japanese number, trunk 0 included: `['03', '1234', '5678']`. */
export type NumberParts = readonly [area: string, exchange: string, subscriber: string];

/** How a Japanese number may stand in a phone field. The usual form is there twice, because it is usual. */
export function japaneseSpellings(parts: NumberParts): readonly string[] {
    const [area, exchange, subscriber] = parts;
    const hyphens = parts.join('-');
    const digits = parts.join('');
    const abroad = [area.slice(1), exchange, subscriber];
    return [
        hyphens,
        hyphens,
        digits,
        `+81 ${abroad.join('-')}`,
        `+81${abroad.join('')}`,
        `+81-${abroad.join('-')}`,
        `+81 (0)${abroad.join('-')}`,
        `(${area})${exchange}-${subscriber}`,
        `${area}(${exchange})${subscriber}`,
        fullWidth(hyphens),
        fullWidth(digits),
        parts.join('.'),
        parts.join(' '),
        // U+2010, the hyphen that a Japanese keyboard may give
        parts.join('‐')
    ];
}

/** As above for a number at a company, with its remarks. */
export function companySpellings(parts: NumberParts): readonly string[] {
    const hyphens = parts.join('-');
    return [...japaneseSpellings(parts), `${hyphens} (代)`, `${hyphens}（代表）`, `${hyphens} 内線123`, `${hyphens} ext. 4021`];
}

function fullWidth(text: string): string {
    return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
