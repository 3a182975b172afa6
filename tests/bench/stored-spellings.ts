import type { NumberParts } from '../../workbench/server/records/phone-spelling';
import type { Random } from '../../workbench/server/records/random';

/** One way in which phone fields of real orgs hold numbers. */
export interface StoredSpelling {
    readonly name: string;
    /** How usual it is, beside the others. An estimate: it weighs the score, and the score of each spelling is printed as well. */
    readonly weight: number;
    /** At most 40 characters, which a phone field holds. `another` is a second number, for fields that hold two. */
    readonly write: (parts: NumberParts, random: Random, another: NumberParts) => string;
}

/** Hyphen, non-breaking hyphen, figure dash, en dash, em dash, horizontal bar, minus, small hyphen, full-width hyphen. */
const DASHES = ['‐', '‑', '‒', '–', '—', '―', '−', '﹣', '－'];
const NOTES = [' 平日のみ', ' 山田様直通', '（夜間可）', ' 請求先'];
const HEADINGS = ['TEL ', 'TEL:', '携帯:', '☎', '直通 '];
const BETWEEN_TWO = [' / ', '/', '、', ' '];

const join = ([area, exchange, subscriber]: NumberParts, separator: string): string => [area, exchange, subscriber].join(separator);
const hyphens = (parts: NumberParts): string => join(parts, '-');
const digits = (parts: NumberParts): string => join(parts, '');
const abroad = ([area, exchange, subscriber]: NumberParts): NumberParts => [area.slice(1), exchange, subscriber];

export const storedSpellings: readonly StoredSpelling[] = [
    { name: '03-1234-5678', weight: 30, write: hyphens },
    { name: '0312345678', weight: 14, write: digits },
    { name: '+81 3-1234-5678', weight: 6, write: (parts) => `+81 ${hyphens(abroad(parts))}` },
    { name: '+81312345678', weight: 4, write: (parts) => `+81${digits(abroad(parts))}` },
    { name: '+81-3-1234-5678', weight: 2, write: (parts) => `+81-${hyphens(abroad(parts))}` },
    { name: '+81 (0)3-1234-5678', weight: 2, write: (parts) => `+81 (0)${hyphens(abroad(parts))}` },
    { name: '+81-03-1234-5678', weight: 0.5, write: (parts) => `+81-${hyphens(parts)}` },
    { name: '+81 312345678', weight: 0.5, write: (parts) => `+81 ${digits(abroad(parts))}` },
    { name: '81312345678', weight: 2, write: (parts) => `81${digits(abroad(parts))}` },
    { name: '(03)1234-5678', weight: 4, write: ([area, ...rest]) => `(${area})${rest.join('-')}` },
    { name: '03(1234)5678', weight: 4, write: ([area, exchange, subscriber]) => `${area}(${exchange})${subscriber}` },
    { name: '０３－１２３４－５６７８', weight: 4, write: (parts) => fullWidth(hyphens(parts)) },
    { name: '０３１２３４５６７８', weight: 2, write: (parts) => fullWidth(digits(parts)) },
    { name: '０３（１２３４）５６７８', weight: 1, write: ([area, exchange, last]) => fullWidth(`${area}(${exchange})${last}`) },
    { name: '03‐1234–5678, other dashes', weight: 4, write: (parts, random) => join(parts, random.pick(DASHES)) },
    { name: '03ー1234ー5678', weight: 1.5, write: (parts) => join(parts, 'ー') },
    { name: '０３ー１２３４ー５６７８', weight: 1.5, write: (parts) => fullWidth(join(parts, 'ー')) },
    { name: '03ｰ1234ｰ5678', weight: 1.5, write: (parts) => join(parts, 'ｰ') },
    { name: '03.1234.5678', weight: 1.5, write: (parts) => join(parts, '.') },
    { name: '03 1234 5678', weight: 2, write: (parts) => join(parts, ' ') },
    { name: '03 - 1234 - 5678', weight: 0.7, write: (parts) => join(parts, ' - ') },
    { name: '03-12345678', weight: 1, write: ([area, ...rest]) => `${area}-${rest.join('')}` },
    { name: '0312-34-5678, wrong groups', weight: 0.7, write: (parts) => digits(parts).replace(/^(\d{4})(\d+)(\d{4})$/, '$1-$2-$3') },
    { name: '312345678, by a spreadsheet', weight: 4, write: (parts) => digits(abroad(parts)) },
    { name: '3-1234-5678', weight: 0.5, write: (parts) => hyphens(abroad(parts)) },
    { name: '03-1234-5678 内線123', weight: 2, write: (parts, random) => `${hyphens(parts)} 内線${random.digits(3)}` },
    { name: '03-1234-5678 ext. 123', weight: 1, write: (parts, random) => `${hyphens(parts)} ext. ${random.digits(3)}` },
    { name: '0312345678x123', weight: 0.5, write: (parts, random) => `${digits(parts)}x${random.digits(3)}` },
    { name: '03-1234-5678x123', weight: 0.5, write: (parts, random) => `${hyphens(parts)}x${random.digits(3)}` },
    { name: '03-1234-5678(代)', weight: 2, write: (parts) => `${hyphens(parts)}(代)` },
    { name: '0312345678（代表）', weight: 1, write: (parts) => `${digits(parts)}（代表）` },
    {
        name: 'two numbers, the first',
        weight: 1.5,
        write: (one, random, other) => `${hyphens(one)}${random.pick(BETWEEN_TWO)}${hyphens(other)}`
    },
    {
        name: 'two numbers, the second',
        weight: 1.5,
        write: (one, random, other) => `${hyphens(other)}${random.pick(BETWEEN_TWO)}${hyphens(one)}`
    },
    { name: '03-1234-5678 and a note', weight: 2, write: (parts, random) => `${hyphens(parts)}${random.pick(NOTES)}` },
    { name: 'TEL 03-1234-5678', weight: 1.5, write: (parts, random) => `${random.pick(HEADINGS)}${hyphens(parts)}` },
    { name: 'tel:+81-3-1234-5678', weight: 0.4, write: (parts) => `tel:+81-${hyphens(abroad(parts))}` },
    { name: '010-81-3-1234-5678', weight: 0.2, write: (parts) => `010-81-${hyphens(abroad(parts))}` },
    { name: '1234-5678, no area code', weight: 0.5, write: ([, ...rest]) => rest.join('-') }
];

/** By weight. */
export function pickSpelling(random: Random): StoredSpelling {
    const total = storedSpellings.reduce((sum, { weight }) => sum + weight, 0);
    let rest = random.below(total * 1_000) / 1_000;
    const found = storedSpellings.find(({ weight }) => (rest -= weight) < 0);
    return found ?? random.pick(storedSpellings);
}

function fullWidth(text: string): string {
    return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
