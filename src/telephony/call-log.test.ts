import { describe, expect, it } from '@jest/globals';
import { callLogsTransition, type CallLog, type CallLogEvent } from './call-log';

const contact = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
const lead = { id: '00Q000000000001AAA', objectType: 'Lead', name: '鈴木 太郎' };
const account = { id: '001000000000001AAA', objectType: 'Account', name: '山田商事' };
const log: CallLog = {
    callId: 'c1',
    status: 'open',
    direction: 'inbound',
    numberText: '03-1234-5678',
    displayName: null,
    notes: '',
    disposition: null,
    who: null,
    what: null,
    isRelatedByAgent: false,
    wrapUpEndsAt: null
};
const callId = 'c1';
const wrapUp: CallLogEvent = { type: 'log-wrap-up', callId, endsAt: 30_000 };
const saving: CallLogEvent = { type: 'log-saving', callId };
const saved: CallLogEvent = { type: 'log-saved', callId };
const failed: CallLogEvent = { type: 'log-failed', callId };
const noted: CallLogEvent = { type: 'log-edited', callId, notes: 'Wants an offer' };
const related = (who: CallLog['who'], what: CallLog['what'] = null): CallLogEvent => ({ type: 'log-related', callId, who, what });

const play = (...events: CallLogEvent[]): readonly CallLog[] => events.reduce(callLogsTransition, [log]);
const after = (...events: CallLogEvent[]): CallLog | undefined => play(...events)[0];

describe('the phases of a call log', () => {
    it.each<[string, CallLogEvent[], CallLog['status']]>([
        ['wrapped up', [wrapUp], 'wrap-up'],
        ['saved after wrap-up', [wrapUp, saving, saved], 'saved'],
        ['saved at once', [saving, saved], 'saved'],
        ['failed', [saving, failed], 'failed'],
        ['saved at last', [saving, failed, saving, saved], 'saved'],
        ['not saved without saving', [wrapUp, saved], 'wrap-up'],
        ['not failed without saving', [failed], 'open'],
        ['not wrapped up again', [saving, failed, wrapUp], 'failed'],
        ['saved is final', [saving, saved, saving, failed, wrapUp], 'saved']
    ])('%s', (_what, events, status) => {
        expect(after(...events)?.status).toBe(status);
    });

    it('has an end of its time only while it is wrapped up', () => {
        expect(after(wrapUp)?.wrapUpEndsAt).toBe(30_000);
        expect(after(wrapUp, saving)?.wrapUpEndsAt).toBeNull();
    });
});

describe('what is written and found out', () => {
    it.each<[string, CallLogEvent[], boolean]>([
        ['open', [], true],
        ['in wrap-up', [wrapUp], true],
        ['being saved', [saving], false],
        ['failed', [saving, failed], true],
        ['saved', [saving, saved], false]
    ])('counts for a log that is %s: %j', (_status, events, counts) => {
        const written = after(...events, noted, related(contact), { type: 'log-party', callId, numberText: '110', displayName: 'Police' });
        expect(written).toMatchObject(
            counts
                ? { notes: 'Wants an offer', who: contact, numberText: '110', displayName: 'Police' }
                : { notes: '', who: null, numberText: '03-1234-5678', displayName: null }
        );
    });

    it('leaves alone what is not named', () => {
        expect(after(noted, { type: 'log-edited', callId, disposition: 'Callback' })).toMatchObject({
            notes: 'Wants an offer',
            disposition: 'Callback',
            isRelatedByAgent: false
        });
        expect(
            after(noted, { type: 'log-edited', callId, disposition: 'x' }, { type: 'log-edited', callId, disposition: null })
        ).toMatchObject({
            disposition: null
        });
    });

    it('does not change what the agent decided', () => {
        const decided: CallLogEvent = { type: 'log-edited', callId, who: contact };
        expect(after(decided, related(lead, account))).toMatchObject({ who: contact, what: null, isRelatedByAgent: true });
        expect(after(related(contact), { type: 'log-edited', callId, who: null }, related(contact))?.who).toBeNull();
    });

    it('never joins a lead with anything else: the later decision counts', () => {
        expect(after(related(lead, account))).toMatchObject({ who: lead, what: null });
        expect(after(related(lead), { type: 'log-edited', callId, what: account })).toMatchObject({ who: null, what: account });
        expect(after(related(contact, account), { type: 'log-edited', callId, who: lead })).toMatchObject({ who: lead, what: null });
        expect(after(related(contact), { type: 'log-edited', callId, what: account })).toMatchObject({ who: contact, what: account });
    });

    it('keeps as many notes as a Task has room for, and no half of a character', () => {
        expect(after({ type: 'log-edited', callId, notes: `${'n'.repeat(29_999)}😀 and more` })?.notes).toBe('n'.repeat(29_999));
        expect(after({ type: 'log-edited', callId, notes: 'n'.repeat(29_998) + '😀x' })?.notes).toHaveLength(30_000);
    });

    it.each<[string, CallLogEvent[], CallLogEvent]>([
        ['the same notes', [noted], noted],
        ['the same record', [related(contact, account)], related({ ...contact }, { ...account })],
        ['the same party', [], { type: 'log-party', callId, numberText: log.numberText, displayName: null }],
        ['another call', [], { ...noted, callId: 'other' }],
        ['closing what is not there', [], { type: 'log-closed', callId: 'other' }],
        ['opening what is there', [], { type: 'log-opened', log: { ...log, notes: 'new' } }]
    ])('is no change when it is %s', (_what, before, event) => {
        const logs = play(...before);
        expect(callLogsTransition(logs, event)).toBe(logs);
    });
});

describe('the logs in sight', () => {
    it('are the unsaved ones and the last few that were saved', () => {
        const opened = (id: string): CallLogEvent => ({ type: 'log-opened', log: { ...log, callId: id } });
        const done = (id: string): CallLogEvent[] => [opened(id), { type: 'log-saving', callId: id }, { type: 'log-saved', callId: id }];
        const logs = play(...['a', 'b', 'c', 'd', 'e'].flatMap(done), opened('f'));
        expect(logs.map((one) => one.callId)).toEqual(['c1', 'c', 'd', 'e', 'f']);
        expect(callLogsTransition(logs, { type: 'log-closed', callId: 'e' }).map((one) => one.callId)).toEqual(['c1', 'c', 'd', 'f']);
    });
});
