import type { HistoryEntry } from '../../../../../src/telephony/history';

export type HistoryFilter = 'all' | 'missed' | 'inbound' | 'outbound';

const kinds: Record<HistoryFilter, (entry: HistoryEntry) => boolean> = {
    all: () => true,
    missed: ({ result }) => result === 'missed',
    inbound: ({ direction }) => direction === 'inbound',
    outbound: ({ direction }) => direction === 'outbound'
};

/** What people write a phone number with, after folding. */
const NUMBER = /^[\d+*#().\-/‐-―−ー]+$/;

/** The entries of a kind that hold what is searched for in a name, the business label or a number, however either is written. */
export function searchHistory(entries: readonly HistoryEntry[], filter: HistoryFilter, search: string): readonly HistoryEntry[] {
    const wanted = fold(search);
    const digits = NUMBER.test(wanted) ? digitsOf(wanted) : '';
    return entries.filter((entry) => kinds[filter](entry) && (wanted === '' || holds(entry, wanted, digits)));
}

function holds({ businessLabel, displayName, number, numberText, record }: HistoryEntry, wanted: string, digits: string): boolean {
    const names = [record?.name, displayName, businessLabel];
    if (names.some((name) => name && fold(name).includes(wanted))) return true;
    return digits !== '' && [number, numberText].some((text) => text && digitsOf(text).includes(digits));
}

/** One spelling of full and half width (Unicode TR 15, NFKC) and of capitals, without spaces, of which Japanese has a wide one. */
function fold(text: string): string {
    return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function digitsOf(text: string): string {
    return text.normalize('NFKC').replace(/[^\d*#]/g, '');
}
