import { describe, expect, it } from '@jest/globals';
import { defaultDialPlan } from '../phone-number/dial-plan';
import type { Call } from '../telephony/call';
import { inbound } from '../telephony/call.fake';
import type { CallLog } from '../telephony/call-log';
import type { QualityFigures } from '../telephony/call-quality';
import type { RecordLink } from '../telephony/record';
import { callLogEntry, lessRelated, type CallLogEntry, type CallLogRules } from './call-log';
import { defaultCrmSettings } from './crm-settings';

const rules: CallLogRules = {
    texts: { subject: (direction, number) => `${direction}: ${number}`, result: ({ cause }, direction) => `${direction} ${cause}` },
    dialPlan: defaultDialPlan,
    timeZone: 'Asia/Tokyo',
    settings: defaultCrmSettings.callLog
};
const withFields = (fields: Partial<CallLogRules['settings']['fields']>): CallLogRules => ({
    ...rules,
    settings: { ...rules.settings, fields: { ...rules.settings.fields, ...fields } }
});
const startedAt = Date.parse('2026-11-22T15:30:00Z');
const answered: Call = {
    ...inbound,
    phase: 'ended',
    phaseOrigin: 'agent',
    remote: { number: '+819012345678', displayName: 'HANAKO' },
    media: 'closed',
    dialog: { callId: 'abc@pbx.example.com', localTag: 'a', remoteTag: 'b' },
    startedAt,
    connectedAt: startedAt + 4_000,
    endedAt: startedAt + 69_600,
    ending: { by: 'local', cause: 'hung-up' }
};
const contact: RecordLink = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
const order: RecordLink = { id: '500000000000001AAA', objectType: 'Case', name: '00001234' };
const log: CallLog = {
    callId: answered.id,
    status: 'saving',
    direction: 'inbound',
    numberText: '090-1234-5678',
    displayName: 'HANAKO',
    notes: '',
    disposition: null,
    who: null,
    what: null,
    isRelatedByAgent: false,
    wrapUpEndsAt: null
};

describe('callLogEntry', () => {
    it('holds all that a Task tells about a call, on the day of the agent', () => {
        expect(callLogEntry(answered, { ...log, who: contact, what: order, notes: 'Wants an offer' }, rules)).toEqual({
            Subject: 'inbound: 090-1234-5678',
            Description: 'Wants an offer',
            Status: 'Completed',
            Priority: 'Normal',
            ActivityDate: '2026-11-23',
            Type: 'Call',
            TaskSubtype: 'Call',
            CallType: 'Inbound',
            CallDurationInSeconds: 65,
            CallDisposition: 'inbound hung-up',
            CallObject: 'abc@pbx.example.com',
            WhoId: contact.id,
            WhatId: order.id
        });
    });

    it('never relates a lead and anything else', () => {
        const entry = callLogEntry(answered, { ...log, who: { ...contact, objectType: 'Lead' }, what: order }, rules);
        expect(entry).toMatchObject({ WhoId: contact.id });
        expect(entry).not.toHaveProperty('WhatId');
    });

    it('tells calls inside of the PBX from outbound ones', () => {
        const dialled: Call = { ...answered, direction: 'outbound' };
        expect(callLogEntry(dialled, log, rules).CallType).toBe('Outbound');
        expect(callLogEntry({ ...dialled, remote: { number: '1002', displayName: null } }, log, rules).CallType).toBe('Internal');
    });

    it('has no duration where nobody answered, and a key of its own where there was no Call-ID', () => {
        const entry = callLogEntry(
            {
                ...answered,
                remote: { number: null, displayName: null },
                dialog: null,
                connectedAt: null,
                ending: { by: 'remote', cause: 'cancelled' }
            },
            log,
            rules
        );
        expect(entry).toMatchObject({
            Subject: 'inbound: ',
            CallDurationInSeconds: 0,
            CallObject: `denwa-${answered.id}`,
            CallDisposition: 'inbound cancelled'
        });
    });

    it('describes nothing where the agent wrote nothing', () => {
        expect(callLogEntry(answered, { ...log, notes: '  \n' }, rules).Description).toBe('');
    });
});

describe('the disposition', () => {
    it('is what the agent chose, in place of what became of the call', () => {
        expect(callLogEntry(answered, { ...log, disposition: 'Callback' }, rules).CallDisposition).toBe('Callback');
    });

    it('has a field of its own where the settings name one', () => {
        const entry = callLogEntry(answered, { ...log, disposition: 'Callback' }, withFields({ disposition: 'Result__c' }));
        expect(entry).toMatchObject({ CallDisposition: 'inbound hung-up', Result__c: 'Callback' });
    });

    it('leaves a field of its own empty when the agent chose none: what became of the call is none of its values', () => {
        const entry = callLogEntry(answered, log, withFields({ disposition: 'Result__c' }));
        expect(entry.CallDisposition).toBe('inbound hung-up');
        expect(entry).not.toHaveProperty('Result__c');
    });
});

describe('fields of the org', () => {
    const overall: QualityFigures = { mos: 4.263, packetLoss: 0.4, jitter: 3, roundTrip: 21 };
    const call: Call = {
        ...answered,
        heldFor: 12_400,
        details: { ...answered.details, businessLabel: '通販 窓口' },
        quality: { now: { ...overall, mos: 2.1 }, overall, problems: [] }
    };
    const fields = { businessLabel: 'Label__c', holdSeconds: 'Hold__c', quality: 'Quality__c' };

    it('get the business label, the seconds on hold and the quality of the whole call', () => {
        const entry = callLogEntry(call, log, withFields(fields));
        expect(entry).toMatchObject({ Label__c: '通販 窓口', Hold__c: 12, Quality__c: 4.3 });
        expect(Object.keys(callLogEntry(call, log, rules)).filter((field) => field.endsWith('__c'))).toEqual([]);
    });

    it('are left out where there is nothing to say', () => {
        const entry = callLogEntry(answered, log, withFields(fields));
        expect(entry).not.toHaveProperty('Label__c');
        expect(entry).not.toHaveProperty('Quality__c');
        expect(entry.Hold__c).toBe(0);
    });

    it('cannot take the place of what makes a Task the log of this call', () => {
        const mistaken = withFields({
            disposition: 'CallObject',
            businessLabel: 'Subject',
            holdSeconds: 'CallDurationInSeconds',
            quality: 'Status'
        });
        expect(callLogEntry(call, { ...log, disposition: 'x' }, mistaken)).toEqual(callLogEntry(call, log, rules));
    });
});

describe('the lengths of the fields', () => {
    it('are kept', () => {
        const entry = callLogEntry(
            {
                ...answered,
                dialog: { callId: 'x'.repeat(300), localTag: null, remoteTag: null },
                details: { ...answered.details, businessLabel: 'l'.repeat(300) }
            },
            { ...log, notes: 'n'.repeat(40_000), disposition: 'd'.repeat(300) },
            { ...withFields({ businessLabel: 'Label__c' }), texts: { ...rules.texts, subject: () => '花'.repeat(300) } }
        );
        const { Subject, Description, CallObject, CallDisposition, Label__c: label } = entry;
        expect([Subject, Description, CallObject, CallDisposition, String(label)].map(({ length }) => length)).toEqual([
            255, 32_000, 255, 255, 255
        ]);
    });

    it('split no character', () => {
        const long = { ...rules, texts: { ...rules.texts, subject: () => `${'a'.repeat(254)}𠮷` } };
        const entry = callLogEntry(answered, { ...log, notes: `${'n'.repeat(31_999)}😀` }, long);
        expect([entry.Subject, entry.Description]).toEqual(['a'.repeat(254), 'n'.repeat(31_999)]);
    });

    it('are not all that makes a text storable', () => {
        const notes = 'a\u0000b\u001b[1mc\ud800d\n\te 𠮷 \u202e<b>" OR \'';
        expect(callLogEntry(answered, { ...log, notes }, rules).Description).toBe('ab[1mcd\n\te 𠮷 \u202e<b>" OR \'');
    });
});

describe('a log whose records were refused', () => {
    it('loses what it was about before the person, and then has nothing to lose', () => {
        const entry = callLogEntry(answered, { ...log, who: contact, what: order }, rules);
        const { WhatId, ...person } = entry;
        expect(WhatId).toBe(order.id);
        expect(lessRelated(entry)).toEqual(person);
        const { WhoId, ...nobody } = person;
        expect(WhoId).toBe(contact.id);
        expect(lessRelated(person as CallLogEntry)).toEqual(nobody);
        expect(lessRelated(nobody as CallLogEntry)).toBeNull();
    });
});
