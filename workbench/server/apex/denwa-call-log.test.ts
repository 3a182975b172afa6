import { beforeEach, describe, expect, it } from '@jest/globals';
import { defaultUsers } from '../options';
import { knownCustomers } from '../records/known-customers';
import { RecordStore } from '../records/record-store';
import { seedRecords } from '../records/seed';
import type { ApexContext } from './apex-class';
import { saveCallLog, type SavedLog } from './denwa-call-log';

const DAY = 24 * 60 * 60 * 1000;
const call = { Subject: '着信', CallType: 'Inbound', CallDurationInSeconds: 61, CallObject: 'abc@pbx', WhoId: null } as const;

let now: number;
let context: ApexContext;

beforeEach(() => {
    now = Date.parse('2026-04-01T09:00:00Z');
    const clock = (): number => now;
    const store = new RecordStore(clock);
    seedRecords(store);
    context = { store, user: defaultUsers[0], now: clock };
});

const save = (entry: object, user = defaultUsers[0]): SavedLog => saveCallLog({ ...context, user }, JSON.stringify(entry));
const tasks = (): number => context.store.list('Task').length;

describe('saving a call log', () => {
    it('makes a Task of the agent', () => {
        const { id, ignoredFields } = save(call);
        expect(ignoredFields).toEqual([]);
        expect(context.store.get(id)?.fields).toMatchObject({
            CallObject: 'abc@pbx',
            CallDurationInSeconds: 61,
            OwnerId: defaultUsers[0].id
        });
    });

    it('makes one for each call of an agent, however often it is asked', () => {
        const before = tasks();
        expect(save({ ...call, Subject: 'again' }).id).toBe(save(call).id);
        save({ ...call, CallObject: 'def@pbx' });
        save(call, defaultUsers[1]);
        expect(tasks()).toBe(before + 3);
    });

    it('adds what was written after an answer that was lost', () => {
        const { id } = save({ ...call, Description: 'first' });
        expect(save({ ...call, Description: 'first and more' }).id).toBe(id);
        expect(context.store.get(id)?.fields['Description']).toBe('first and more');
    });

    it('leaves what somebody has changed since', () => {
        const { id } = save({ ...call, Description: 'first' });
        now += DAY;
        context.store.update(id, { Description: 'corrected by hand' });
        expect(save({ ...call, Description: 'first' }).id).toBe(id);
        expect(context.store.get(id)?.fields['Description']).toBe('corrected by hand');
    });

    it('remembers a call for 30 days', () => {
        const first = save(call).id;
        now += 29 * DAY;
        expect(save(call).id).toBe(first);
        now += 2 * DAY;
        expect(save(call).id).not.toBe(first);
    });

    it('leaves out and names what the Task does not have or the agent does not decide', () => {
        const entry = { ...call, Nonsense__c: 1, CreatedDate: '2020-01-01', OwnerId: defaultUsers[1].id, Hold_Seconds__c: 12 };
        const { id, ignoredFields } = save(entry);
        expect(ignoredFields).toEqual(['Nonsense__c', 'CreatedDate', 'OwnerId']);
        expect(context.store.get(id)?.fields).toMatchObject({ OwnerId: defaultUsers[0].id, Hold_Seconds__c: 12 });
    });

    it('takes decimals where the field has them', () => {
        expect(context.store.get(save({ ...call, Call_Quality__c: 4.3 }).id)?.fields['Call_Quality__c']).toBe(4.3);
        expect(() => save({ ...call, CallObject: 'def@pbx', Hold_Seconds__c: 4.3 })).toThrow('integer');
    });

    it('writes numbers as text where the field is text', () => {
        expect(context.store.get(save({ ...call, Business_Label__c: 12 }).id)?.fields['Business_Label__c']).toBe('12');
    });

    it.each([
        [{ ...call, CallObject: '' }, 'REQUIRED_FIELD_MISSING: CallObject'],
        [{ Subject: 'x' }, 'REQUIRED_FIELD_MISSING: CallObject'],
        [{ ...call, CallObject: 'x'.repeat(256) }, 'STRING_TOO_LONG'],
        [{ ...call, Subject: ['x'] }, 'INVALID_TYPE_ON_FIELD_IN_RECORD: Subject'],
        [{ ...call, WhoId: 'nobody' }, 'MALFORMED_ID'],
        [{ ...call, WhoId: knownCustomers.lead.id, WhatId: knownCustomers.accountWithFixedLine.id }, 'FIELD_INTEGRITY_EXCEPTION'],
        [[call], 'INVALID_INPUT']
    ])('refuses %j', (entry, reason) => {
        const before = tasks();
        expect(() => save(entry)).toThrow(reason);
        expect(tasks()).toBe(before);
    });

    it('refuses what is no JSON, or too much', () => {
        for (const entry of ['', 'x', 'null', `"${'x'.repeat(250_000)}"`]) {
            expect(() => saveCallLog(context, entry)).toThrow('INVALID_INPUT');
        }
    });
});
