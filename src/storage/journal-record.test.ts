import { expect, test } from '@jest/globals';
import { talking } from '../telephony/call.fake';
import type { CallLog } from '../telephony/call-log';
import type { CallQuality } from '../telephony/call-quality';
import type { JournalEntry } from '../telephony/journal-entry';
import { readJournalRecord } from './journal-record';

const figures = { mos: 4.2, packetLoss: 0.5, jitter: 3, roundTrip: 80 };
const quality: CallQuality = { now: { ...figures, roundTrip: null }, overall: figures, problems: ['not-hearing', 'jitter'] };
const log: CallLog = {
    callId: talking.id,
    status: 'open',
    direction: 'outbound',
    numberText: '03-1234-5678',
    displayName: null,
    notes: '',
    disposition: null,
    who: null,
    what: null,
    isRelatedByAgent: false,
    wrapUpEndsAt: null
};
const entry: JournalEntry = { call: { ...talking, quality, notifiedNumber: '0312345678' }, log, writtenAt: 100 };

test('A call comes back with its quality and the number that it presented', () => {
    expect(readJournalRecord({ entry })).toEqual(entry);
});

test('A call of an earlier version, which knew neither, is not lost', () => {
    const { quality: _quality, notifiedNumber: _notifiedNumber, ...earlier } = entry.call;
    expect(readJournalRecord({ entry: { ...entry, call: earlier } })?.call).toEqual({ ...entry.call, quality: null, notifiedNumber: null });
});

test.each<[string, unknown]>([
    ['no record', undefined],
    ['no entry', { entry: null }],
    ['no call', { entry: { ...entry, call: 'c1' } }],
    ['a quality that is none', { entry: { ...entry, call: { ...entry.call, quality: { mos: 4 } } } }],
    ['a problem that nobody knows', { entry: { ...entry, call: { ...entry.call, quality: { ...quality, problems: ['echo'] } } } }]
])('%s: nothing that a log could be made of', (_name, record) => {
    expect(readJournalRecord(record)).toBeNull();
});
