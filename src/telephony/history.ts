import { talkSeconds, type Call, type CallId, type RemoteParty } from './call';
import type { QualityFigures } from './call-quality';
import type { RecordLink } from './record';

/**
 * What became of a call, as the agent looks for it later.
 * - `answered`, `missed`, `declined`, `answered-elsewhere`: inbound; only `missed` wants a reaction
 * - `dialled`: outbound, answered or not
 * - `transferred`: either direction, given on to somebody else
 */
export type HistoryResult = 'answered' | 'missed' | 'declined' | 'answered-elsewhere' | 'dialled' | 'transferred';

/** One ended call. Plain JSON: it is stored in the browser. */
export interface HistoryEntry {
    readonly id: CallId;
    readonly direction: Call['direction'];
    readonly result: HistoryResult;
    /** Null when it was withheld. */
    readonly number: string | null;
    /** As people write it. */
    readonly numberText: string | null;
    readonly displayName: string | null;
    readonly record: RecordLink | null;
    readonly businessLabel: string | null;
    /** Milliseconds since the Unix epoch. */
    readonly startedAt: number;
    /** Seconds from the answer to the end; null for a call that was not answered. */
    readonly talkSeconds: number | null;
    /** Of the whole call; null where there was no audio, or an earlier version kept the entry. */
    readonly quality: QualityFigures | null;
}

export type HistoryEvent =
    /** What the browser kept from earlier, newest first. */
    | { readonly type: 'history-loaded'; readonly entries: readonly HistoryEntry[]; readonly limit: number }
    | { readonly type: 'history-added'; readonly entry: HistoryEntry; readonly limit: number }
    /** The record of an ended call was found later. */
    | { readonly type: 'history-record'; readonly callId: CallId; readonly record: RecordLink }
    | { readonly type: 'history-cleared' };

/** Newest first, each call once, no more than the limit. */
export function historyTransition(entries: readonly HistoryEntry[], event: HistoryEvent): readonly HistoryEntry[] {
    switch (event.type) {
        case 'history-loaded': {
            const known = new Set(entries.map(({ id }) => id));
            return [...entries, ...event.entries.filter(({ id }) => !known.has(id))].slice(0, event.limit);
        }
        case 'history-added':
            return [event.entry, ...entries.filter(({ id }) => id !== event.entry.id)].slice(0, event.limit);
        case 'history-record':
            if (!entries.some(({ id }) => id === event.callId)) return entries;
            return entries.map((entry) => (entry.id === event.callId ? { ...entry, record: event.record } : entry));
        case 'history-cleared':
            return entries.length === 0 ? entries : [];
    }
}

/** The entry of an ended call. `party`: whom the agent calls by calling back. */
export function historyEntry(call: Call, formatNumber: (number: string) => string, party: RemoteParty = call.remote): HistoryEntry {
    const { id, direction, record, details, quality, startedAt } = call;
    return {
        id,
        direction,
        result: resultOf(call),
        number: party.number,
        numberText: party.number === null ? null : formatNumber(party.number),
        displayName: party.displayName,
        record,
        businessLabel: details.businessLabel,
        startedAt,
        talkSeconds: talkSeconds(call),
        quality: quality?.overall ?? null
    };
}

function resultOf({ direction, connectedAt, ending }: Call): HistoryResult {
    if (ending?.cause === 'transferred') return 'transferred';
    if (direction === 'outbound') return 'dialled';
    if (connectedAt !== null) return 'answered';
    switch (ending?.cause) {
        case 'answered-elsewhere':
            return 'answered-elsewhere';
        case 'declined':
            return 'declined';
        default:
            return 'missed';
    }
}
