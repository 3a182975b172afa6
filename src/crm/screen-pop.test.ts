import { describe, expect, it } from '@jest/globals';
import { defaultDialPlan } from '../phone-number/dial-plan';
import type { Call } from '../telephony/call';
import { inbound } from '../telephony/call.fake';
import type { RecordMatch } from '../telephony/record';
import { defaultCrmSettings, type ScreenPopSettings } from './crm-settings';
import { decideScreenPop } from './screen-pop';

const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
const match: RecordMatch = {
    record,
    certainty: 'same',
    field: 'MobilePhone',
    phone: '+81 90-1234-5678',
    company: null,
    lastActivity: null,
    openCases: 0
};
const mobile: Call = { ...inbound, remote: { number: '+819012345678', displayName: null } };

const decide = (call: Partial<Call> = {}, settings: Partial<ScreenPopSettings> = {}) =>
    decideScreenPop({ ...mobile, ...call }, { ...defaultCrmSettings.screenPop, ...settings }, defaultDialPlan);
const from = (number: string | null): Partial<Call> => ({ remote: { number, displayName: null } });
const labelled = (businessLabel: string): Partial<Call> => ({ details: { ...inbound.details, businessLabel } });

describe('decideScreenPop', () => {
    it('shows the record of the call', () => {
        expect(decide({ record, recordSource: 'search' })).toEqual({ kind: 'record', record });
    });

    it.each(['carried', 'agent', 'click'] as const)('shows a record that somebody decided about, whoever calls: %s', (recordSource) => {
        expect(decide({ record, recordSource, ...from('1002') }, { bySoftphoneLayout: true })).toEqual({ kind: 'record', record });
        expect(decide({ record, recordSource, ...from(null) })).toEqual({ kind: 'record', record });
    });

    it('lets the panel ask which of several records it is, or the search page', () => {
        const matches = [match, { ...match, phone: '090-1234-5678' }];
        expect(decide({ matches })).toEqual({ kind: 'choice' });
        expect(decide({ matches }, { manyMatches: 'search' })).toEqual({ kind: 'search', text: '"+81 90-1234-5678" OR "090-1234-5678"' });
    });

    it.each<[ScreenPopSettings['noMatch'], object | null]>([
        ['nothing', null],
        ['search', { kind: 'search', text: '"090-1234-5678" OR "09012345678"' }],
        ['Contact', { kind: 'new-record', objectType: 'Contact', fieldValues: { MobilePhone: '090-1234-5678', Description: '予約' } }],
        ['Lead', { kind: 'new-record', objectType: 'Lead', fieldValues: { MobilePhone: '090-1234-5678', Description: '予約' } }],
        ['Case', { kind: 'new-record', objectType: 'Case', fieldValues: { SuppliedPhone: '090-1234-5678', Subject: '予約' } }]
    ])('shows for a stranger, where so set: %s', (noMatch, target) => {
        expect(decide(labelled('予約'), { noMatch })).toEqual(target);
    });

    it('fills in the field that is meant for the number', () => {
        expect(decide(from('0312345678'))).toMatchObject({ fieldValues: { Phone: '03-1234-5678' } });
    });

    it('keeps within the lengths of the fields', () => {
        const long = { ...labelled('あ'.repeat(40_000)), ...from('1'.repeat(40)) };
        expect(decide(long, { noMatch: 'Case' })).toMatchObject({
            fieldValues: { Subject: 'あ'.repeat(255), SuppliedPhone: '1'.repeat(40) }
        });
        expect(decide(long)).toMatchObject({ fieldValues: { Description: 'あ'.repeat(32_000), Phone: '1'.repeat(40) } });
        expect(decide(from('1'.repeat(41)))).toBeNull();
    });

    it('fills in nothing but the number', () => {
        expect(decide(from('anonymous" OR "09012345678'))).toMatchObject({ fieldValues: { MobilePhone: '090-1234-5678' } });
        const target = decide(from('anonymous" OR "09012345678'), { noMatch: 'search' });
        expect(target).toEqual({ kind: 'search', text: '"090-1234-5678" OR "09012345678"' });
    });

    it.each([null, '', 'anonymous', '1002', '8101', '*8'])('shows nothing for the caller %j', (number) => {
        expect(decide(from(number))).toBeNull();
        expect(decide(from(number), { bySoftphoneLayout: true })).toBeNull();
    });

    it('leaves it to Salesforce, where so set', () => {
        const fieldValues = { MobilePhone: '090-1234-5678' };
        const text = '"090-1234-5678" OR "09012345678"';
        expect(decide({ record, recordSource: 'search', matches: [match] }, { bySoftphoneLayout: true })).toEqual({
            kind: 'search-and-show',
            text,
            callType: 'inbound',
            fieldValues
        });
        expect(decide({ direction: 'outbound' }, { bySoftphoneLayout: true })).toMatchObject({ callType: 'outbound' });
        expect(decide(from('1002'), { bySoftphoneLayout: true, internal: true })).toMatchObject({ callType: 'internal', text: '1002' });
    });
});
