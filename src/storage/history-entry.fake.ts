import type { HistoryEntry } from '../telephony/history';

/** A missed call. */
export function pastCall(id: string, startedAt: number): HistoryEntry {
    return {
        id,
        direction: 'inbound',
        result: 'missed',
        number: '0312345678',
        numberText: '03-1234-5678',
        displayName: null,
        record: { id: '003', objectType: 'Contact', name: '山田' },
        businessLabel: null,
        startedAt,
        talkSeconds: null,
        quality: null
    };
}
