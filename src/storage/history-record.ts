import type { RecordLink } from '../telephony/call';
import type { HistoryEntry, HistoryResult } from '../telephony/history';

/** How an entry lies in the store. */
export interface HistoryRecord {
    readonly account: string;
    readonly entry: HistoryEntry;
}

const DIRECTIONS: Readonly<Record<HistoryEntry['direction'], true>> = { inbound: true, outbound: true };

const RESULTS: Readonly<Record<HistoryResult, true>> = {
    answered: true,
    missed: true,
    declined: true,
    'answered-elsewhere': true,
    dialled: true,
    transferred: true
};

/** The entry in what the browser gives back: it may come from another version or from anybody with a console. Null: not one of ours. */
export function readHistoryRecord(record: unknown): HistoryEntry | null {
    const entry = isObject(record) ? record.entry : null;
    return isEntry(entry) ? entry : null;
}

type Shape = Readonly<Record<string, unknown>>;

function isEntry(value: unknown): value is HistoryEntry {
    return (
        isObject(value) &&
        isText(value.id) &&
        isOneOf(DIRECTIONS, value.direction) &&
        isOneOf(RESULTS, value.result) &&
        isNullOr(isText, value.number) &&
        isNullOr(isText, value.numberText) &&
        isNullOr(isText, value.displayName) &&
        isNullOr(isRecordLink, value.record) &&
        isNullOr(isText, value.businessLabel) &&
        isAmount(value.startedAt) &&
        isNullOr(isAmount, value.talkSeconds)
    );
}

function isRecordLink(value: unknown): value is RecordLink {
    return isObject(value) && isText(value.id) && isText(value.objectType) && isText(value.name);
}

function isObject(value: unknown): value is Shape {
    return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
    return typeof value === 'string';
}

function isAmount(value: unknown): value is number {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isOneOf(names: Shape, value: unknown): boolean {
    return isText(value) && Object.hasOwn(names, value);
}

function isNullOr(is: (value: unknown) => boolean, value: unknown): boolean {
    return value === null || is(value);
}
