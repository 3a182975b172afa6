import { describe, expect, it } from '@jest/globals';
import type { Call, CallEvent } from './call';
import { dialog, held, inbound, outbound, phoneWith, play, talking } from './call.fake';
import { historyEntry, historyTransition, type HistoryEntry } from './history';
import { parkedCallsTransition, type ParkedCall } from './parked-call';
import type { SoftphoneEvent } from './state';

const callId = 'c1';
const ended: SoftphoneEvent = { type: 'call-ended', callId, at: 90, ending: { by: 'local', cause: 'hung-up' }, dialog };

function after(call: Call, ...events: CallEvent[]): Call | undefined {
    return play(phoneWith(call), ...events).calls[0];
}

describe('Hold', () => {
    const holding: CallEvent = { type: 'call-holding', callId };
    const agreed: CallEvent = { type: 'call-held', callId, at: 50 };
    const resuming: CallEvent = { type: 'call-resuming', callId };
    const resumed: CallEvent = { type: 'call-resumed', callId, at: 60 };
    const refused: CallEvent = { type: 'call-hold-failed', callId, statusCode: 491 };

    it.each<[string, Call, CallEvent[], Call['localHold'], number | null]>([
        ['is asked for', talking, [holding], 'holding', null],
        ['is agreed to', talking, [holding, agreed], 'held', 50],
        ['is refused', talking, [holding, refused], 'none', null],
        ['is not there unasked', talking, [agreed], 'none', null],
        ['stays until the resume is agreed to', held, [resuming], 'resuming', 20],
        ['ends', held, [resuming, resumed], 'none', null],
        ['stays when the resume is refused', held, [resuming, refused], 'held', 20],
        ['is not asked for twice', held, [holding], 'held', 20],
        ['is not resumed when it is none', talking, [resuming], 'none', null],
        ['is nothing to a call that is not up', outbound, [holding], 'none', null],
        ['goes with the call', held, [{ ...ended }], 'none', null]
    ])('%s', (_name, call, events, localHold, heldAt) => {
        expect(after(call, ...events)).toMatchObject({ localHold, heldAt });
    });

    it.each<[CallEvent, Call]>([
        [holding, talking],
        [resuming, held]
    ])('leaves a failed transfer behind, and none that is under way', (event, call) => {
        const failure = { cause: 'busy', foreseen: false } as const;
        const transfer = { kind: 'blind', target: '1003', status: 'failed', failure, slot: null } as const;
        expect(after({ ...call, transfer }, event)?.transfer).toBeNull();
        expect(after({ ...call, transfer: { ...transfer, status: 'accepted', failure: null } }, event)?.transfer).not.toBeNull();
    });
});

describe('A turn', () => {
    const awaiting: CallEvent = { type: 'call-awaiting', callId, awaiting: 'resume' };

    it('is waited for until it comes, and by no call that is being hung up', () => {
        const state = phoneWith(held);
        const waiting = play(state, awaiting);
        expect(waiting.calls[0]?.awaiting).toBe('resume');
        expect(play(waiting, awaiting)).toBe(waiting);
        expect(play(waiting, { type: 'call-turn', callId }).calls[0]?.awaiting).toBeNull();
        const ending: SoftphoneEvent = { type: 'call-ending', callId, origin: 'agent' };
        expect(play(waiting, ending).calls[0]?.awaiting).toBeNull();
        expect(play(state, ending, awaiting).calls[0]?.awaiting).toBeNull();
    });

    it('that does not come lets an inbound call ring on, and no other', () => {
        const failed: CallEvent = { type: 'call-answer-failed', callId };
        const answering: Call = { ...inbound, phase: 'answering', phaseOrigin: 'agent', awaiting: 'answer' };
        expect(after(answering, failed)).toMatchObject({ phase: 'ringing', phaseOrigin: 'remote', awaiting: null });
        expect(after(talking, failed)).toBe(talking);
    });
});

describe('A transfer', () => {
    const begin = (status: 'checking' | 'requested'): CallEvent => ({
        type: 'call-transfer-begun',
        callId,
        kind: 'blind',
        target: '1003',
        status
    });
    const step = (word: 'requested' | 'accepted' | 'progressing'): CallEvent => ({ type: `call-transfer-${word}`, callId });
    const failed: CallEvent = { type: 'call-transfer-failed', callId, failure: { cause: 'busy', statusCode: 486, foreseen: false } };

    it.each<[string, CallEvent[], string | undefined]>([
        ['goes its way', [begin('checking'), step('requested'), step('accepted'), step('progressing')], 'progressing'],
        ['is told of progress before it is accepted', [begin('requested'), step('progressing'), step('accepted')], 'progressing'],
        ['fails', [begin('requested'), failed], 'failed'],
        ['fails once and for all', [begin('requested'), failed, step('accepted'), step('progressing')], 'failed'],
        ['may be begun again after a failure', [begin('requested'), failed, begin('checking')], 'checking'],
        ['is not begun twice', [begin('requested'), begin('checking')], 'requested'],
        ['is not there unasked', [step('accepted')], undefined]
    ])('%s', (_name, events, status) => {
        expect(after(talking, ...events)?.transfer?.status).toBe(status);
    });

    it('is nothing to a call that is not up, and goes with the call', () => {
        expect(after(outbound, begin('requested'))).toBe(outbound);
        expect(after(talking, begin('requested'), { ...ended })?.transfer).toBeNull();
    });

    it('keeps the slot that is named on the way', () => {
        const slot = { slot: '701', recallAfter: 300 };
        const events: CallEvent[] = [begin('requested'), { type: 'call-slot', callId, slot }, step('accepted')];
        expect(after(talking, ...events)?.transfer).toMatchObject({ slot, status: 'accepted' });
    });
});

describe('Small things of a call', () => {
    it('change it only when they are news', () => {
        const events: CallEvent[] = [
            { type: 'call-muted', callId, muted: false },
            { type: 'call-remote-hold', callId, held: false },
            { type: 'call-identified', callId, remote: { ...talking.remote } },
            { type: 'call-conference', callId, inConference: false }
        ];
        for (const event of events) expect(after(talking, event)).toBe(talking);
    });

    it('keeps the last digits of a long day', () => {
        const digits = Array.from({ length: 10 }, (): CallEvent => ({ type: 'call-digits', callId, digits: '123456789#' }));
        expect(after(talking, ...digits)?.digits).toBe('123456789#'.repeat(4));
    });
});

describe('Parked calls', () => {
    const parked: ParkedCall = { id: 'c1', slot: null, remote: talking.remote, record: null, parkedAt: 0, recallAt: 300_000 };

    it('are kept once, get their slot, and go', () => {
        const list = parkedCallsTransition([parked], { type: 'parked-call-added', call: { ...parked, parkedAt: 1 } });
        expect(list).toEqual([{ ...parked, parkedAt: 1 }]);
        const named = parkedCallsTransition(list, { type: 'parked-call-slot', callId: 'c1', slot: '701', recallAt: 60_000 });
        expect(named).toMatchObject([{ slot: '701', recallAt: 60_000 }]);
        expect(parkedCallsTransition(named, { type: 'parked-call-removed', callId: 'c1' })).toEqual([]);
    });

    it('are left alone by what concerns another', () => {
        const list = [parked];
        expect(parkedCallsTransition(list, { type: 'parked-call-slot', callId: 'c9', slot: '701', recallAt: 1 })).toBe(list);
        expect(parkedCallsTransition(list, { type: 'parked-call-removed', callId: 'c9' })).toBe(list);
    });
});

describe('History', () => {
    const entry = (id: string): HistoryEntry =>
        historyEntry({ ...talking, id, phase: 'ended', endedAt: 65_010 }, (number) => `<${number}>`);

    it.each<[string, Partial<Call>, HistoryEntry['result']]>([
        ['an answered call', { ...inbound, connectedAt: 5, ending: { by: 'remote', cause: 'hung-up' } }, 'answered'],
        ['a caller who gave up', { ...inbound, ending: { by: 'remote', cause: 'cancelled' } }, 'missed'],
        ['a caller who heard busy', { ...inbound, ending: { by: 'system', cause: 'busy' } }, 'missed'],
        ['a declined call', { ...inbound, ending: { by: 'local', cause: 'declined' } }, 'declined'],
        ['one that a colleague took', { ...inbound, ending: { by: 'remote', cause: 'answered-elsewhere' } }, 'answered-elsewhere'],
        ['a dialled call', { ...talking, ending: { by: 'local', cause: 'hung-up' } }, 'dialled'],
        ['one that nobody answered', { ...outbound, ending: { by: 'remote', cause: 'no-answer' } }, 'dialled'],
        ['one that was given on', { ...inbound, connectedAt: 5, ending: { by: 'local', cause: 'transferred' } }, 'transferred'],
        ['one that was parked', { ...inbound, connectedAt: 5, ending: { by: 'local', cause: 'parked' } }, 'answered']
    ])('calls %s by its name', (_name, call, result) => {
        expect(historyEntry({ ...inbound, ...call, endedAt: 90 }, (number) => number).result).toBe(result);
    });

    it('counts the seconds from the answer to the end', () => {
        expect(entry('c1')).toMatchObject({ numberText: '<0312345678>', talkSeconds: 65 });
        expect(historyEntry({ ...inbound, endedAt: 90 }, (number) => number).talkSeconds).toBeNull();
    });

    it('is kept under the party that it is given', () => {
        const party = { number: '1002', displayName: 'Bob' };
        expect(historyEntry(talking, (number) => `<${number}>`, party)).toMatchObject({ ...party, numberText: '<1002>' });
    });

    it('puts the newest first, each once, no more than the limit', () => {
        const list = historyTransition([entry('a')], { type: 'history-added', entry: entry('b'), limit: 3 });
        const loaded = historyTransition(list, { type: 'history-loaded', entries: ['a', 'x', 'y', 'z'].map(entry), limit: 4 });
        expect(loaded.map(({ id }) => id)).toEqual(['b', 'a', 'x', 'y']);
        expect(historyTransition(list, { type: 'history-added', entry: entry('a'), limit: 3 }).map(({ id }) => id)).toEqual(['a', 'b']);
    });

    it('takes the record that was found later, and is emptied once', () => {
        const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 太郎' };
        const list = [entry('a')];
        expect(historyTransition(list, { type: 'history-record', callId: 'a', record })).toMatchObject([{ record }]);
        expect(historyTransition(list, { type: 'history-record', callId: 'b', record })).toBe(list);
        const empty = historyTransition(list, { type: 'history-cleared' });
        expect(historyTransition(empty, { type: 'history-cleared' })).toBe(empty);
    });
});
