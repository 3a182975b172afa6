import type { HistoryEntry } from '../telephony/history';
import { isQualityFigures } from './quality-record';
import { isAmount, isObject, isRecordLink, isText, isTime, nullOr, ofShape, oneOf } from './shape';

/** How an entry lies in the store. */
export interface HistoryRecord {
    readonly account: string;
    readonly entry: HistoryEntry;
}

/** What entries of earlier versions do not have. */
const addedLater: Pick<HistoryEntry, 'quality'> = { quality: null };

const isEntry = ofShape<HistoryEntry>({
    id: isText,
    direction: oneOf<HistoryEntry['direction']>({ inbound: true, outbound: true }),
    result: oneOf<HistoryEntry['result']>({
        answered: true,
        missed: true,
        declined: true,
        'answered-elsewhere': true,
        dialled: true,
        transferred: true
    }),
    number: nullOr(isText),
    numberText: nullOr(isText),
    displayName: nullOr(isText),
    record: nullOr(isRecordLink),
    businessLabel: nullOr(isText),
    startedAt: isTime,
    talkSeconds: nullOr(isAmount),
    quality: nullOr(isQualityFigures)
});

/** The entry in what the browser gives back. Null: not one of ours. */
export function readHistoryRecord(record: unknown): HistoryEntry | null {
    if (!isObject(record) || !isObject(record.entry)) return null;
    const entry = { ...addedLater, ...record.entry };
    return isEntry(entry) ? entry : null;
}
