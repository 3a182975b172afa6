import { describe, expect, it } from '@jest/globals';
import type { Call } from './call';
import { about, dialog, inbound, outbound, play } from './call.fake';
import { defaultCallSettings } from './call-settings';
import { canDial, isRegistered } from './selectors';
import { takeSnapshot } from './snapshot';
import { initialState, transition, type SoftphoneEvent } from './state';

const ringing: SoftphoneEvent = { type: 'call-ringing', callId: 'c1', dialog };
const answering: SoftphoneEvent = { type: 'call-answering', callId: 'c1', origin: 'agent' };
const connected: SoftphoneEvent = { type: 'call-connected', callId: 'c1', at: 10, dialog };
const ending: SoftphoneEvent = { type: 'call-ending', callId: 'c1', origin: 'agent' };
const ended: SoftphoneEvent = { type: 'call-ended', callId: 'c1', at: 20, ending: { by: 'local', cause: 'hung-up' }, dialog };

function phaseAfter(call: Call, ...events: SoftphoneEvent[]): string | undefined {
    return play(initialState, { type: 'call-started', call }, ...events).calls[0]?.phase;
}

describe('the phases of a call', () => {
    it.each([
        ['outbound, answered after ringing', outbound, [ringing, connected, ending, ended], 'ended'],
        ['outbound, answered at once', outbound, [connected], 'connected'],
        ['outbound, ringing told after the answer', outbound, [connected, ringing], 'connected'],
        ['outbound, hung up while dialling: an answer that crosses does not revive it', outbound, [ending, connected], 'ending'],
        ['outbound calls are not answered by us', outbound, [answering], 'dialing'],
        ['inbound, answered', inbound, [answering, connected], 'connected'],
        ['inbound, cancelled by the caller while we answer', inbound, [answering, ended], 'ended'],
        ['ended is final', inbound, [ended, answering, connected, ending], 'ended']
    ])('%s', (_name, call, events, phase) => {
        expect(phaseAfter(call, ...events)).toBe(phase);
    });

    it('keeps the first ending: a late second one changes nothing', () => {
        const state = play(initialState, { type: 'call-started', call: outbound }, ended);
        const again = transition(state, { ...ended, at: 99, ending: { by: 'remote', cause: 'busy', statusCode: 486 } });
        expect(again).toBe(state);
    });

    it('accepts the record of a call that ended before the search was through', () => {
        const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 太郎' };
        const state = play(initialState, { type: 'call-started', call: inbound }, ended, {
            type: 'call-record',
            callId: 'c1',
            record,
            source: 'search'
        });
        expect(state.calls[0]?.record).toEqual(record);
    });

    it('ignores events of calls that nobody knows', () => {
        const state = play(initialState, { type: 'call-started', call: inbound });
        expect(transition(state, { ...connected, callId: 'other' })).toBe(state);
    });

    it('clears an ended call when the next one starts or when it is dismissed, never a live one', () => {
        const one = play(initialState, { type: 'call-started', call: outbound }, ended);
        expect(transition(one, { type: 'call-started', call: { ...inbound, id: 'c2' } }).calls.map(({ id }) => id)).toEqual(['c2']);
        expect(transition(one, { type: 'call-dismissed', callId: 'c1' }).calls).toEqual([]);
        const live = play(initialState, { type: 'call-started', call: outbound });
        expect(transition(live, { type: 'call-dismissed', callId: 'c1' }).calls).toHaveLength(1);
    });
});

describe('a consultation', () => {
    it('is an ordinary call once the call is over that it was for, and no other', () => {
        const consultation: Call = { ...outbound, id: 'c2', consultationOf: 'c1' };
        const state = play(initialState, { type: 'call-started', call: inbound }, { type: 'call-started', call: consultation });
        const other = play(state, { type: 'call-started', call: { ...inbound, id: 'c3' } }, { ...ended, callId: 'c3' });
        expect(other.calls[1]?.consultationOf).toBe('c1');
        expect(transition(state, ended).calls[1]).toEqual({ ...consultation, consultationOf: null });
        const over = play(state, { ...ended, callId: 'c2' }, ended);
        expect(over.calls[1]?.consultationOf).toBe('c1');
    });
});

describe('connection and registration are independent', () => {
    const up: readonly SoftphoneEvent[] = [
        { type: 'agent-signed-in', extension: '1001', displayName: null },
        { type: 'connection-connecting', attempt: 0 },
        { type: 'connection-established' },
        { type: 'registration-registering' },
        { type: 'registration-registered' }
    ];

    it('is registered only while both stand', () => {
        const state = play(initialState, ...up);
        expect(isRegistered(state)).toBe(true);
        expect(isRegistered(transition(state, { type: 'connection-lost', problem: 'closed', attempt: 1, retryAt: 5 }))).toBe(false);
    });

    it('is registered only for an agent: from signing out on, though the PBX does not know yet', () => {
        const state = play(initialState, ...up, { type: 'agent-signed-out' });
        expect(isRegistered(state)).toBe(false);
        expect(canDial(state)).toBe(false);
    });

    it('stays registered while the registration is refreshed', () => {
        const state = play(initialState, ...up);
        expect(transition(state, { type: 'registration-registering' })).toBe(state);
    });

    it('keeps the reason of a refusal when the socket closes afterwards', () => {
        const refused: SoftphoneEvent = { type: 'registration-rejected', problem: 'wrong-credentials', statusCode: 401 };
        const state = play(initialState, ...up.slice(0, 4), refused, { type: 'registration-unregistered' });
        expect(state.registration).toEqual({ status: 'rejected', problem: 'wrong-credentials', statusCode: 401 });
    });

    it('does not come back by itself after signing out', () => {
        const state = play(initialState, ...up, { type: 'connection-closed' });
        expect(transition(state, { type: 'connection-lost', problem: 'closed', attempt: 1, retryAt: 5 }).connection).toEqual({
            status: 'offline'
        });
    });

    it('dials only when registered and no call is live', () => {
        const state = play(initialState, ...up);
        expect(canDial(state)).toBe(true);
        expect(canDial(play(state, { type: 'call-started', call: outbound }))).toBe(false);
        expect(canDial(play(state, { type: 'call-started', call: outbound }, ended))).toBe(true);
    });
});

describe('notices', () => {
    const raise = (id: string, code: 'number-missing' | 'call-log-failed', detail = ''): SoftphoneEvent => ({
        type: 'notice-raised',
        notice: { id, code, detail }
    });

    it('replaces an earlier notice of the same code and cuts long details', () => {
        const state = play(
            initialState,
            raise('1', 'number-missing'),
            raise('2', 'call-log-failed'),
            raise('3', 'number-missing', 'x'.repeat(10_000))
        );
        expect(state.notices.map(({ id }) => id)).toEqual(['2', '3']);
        expect(state.notices[1]?.detail).toHaveLength(80);
    });

    it('goes when dismissed', () => {
        expect(play(initialState, raise('1', 'number-missing'), { type: 'notice-dismissed', noticeId: '1' }).notices).toEqual([]);
    });
});

describe('the snapshot', () => {
    it('shows the number as people write it, and nothing where it is withheld', () => {
        const withheld = { ...inbound, id: 'c2', remote: { number: null, displayName: null } };
        const state = play(initialState, { type: 'call-started', call: outbound }, { type: 'call-started', call: withheld });
        expect(
            takeSnapshot(state, defaultCallSettings, about, (number) => `<${number}>`).calls.map(({ numberText }) => numberText)
        ).toEqual(['<0312345678>', null]);
    });
});
