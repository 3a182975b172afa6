import { describe, expect, it } from '@jest/globals';
import { defaultDialPlan } from '../phone-number/dial-plan';
import type { Call } from '../telephony/call';
import { inbound } from '../telephony/call.fake';
import { callLogEntry, unrelated, type CallLogRules } from './call-log';

const rules: CallLogRules = {
    texts: {
        subject: ({ callType, name, number }) => `${callType}: ${name} ${number}`,
        description: ({ number, talkSeconds }) => `${number}, ${talkSeconds} s`
    },
    dialPlan: defaultDialPlan,
    timeZone: 'Asia/Tokyo'
};
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
const contact = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };

describe('callLogEntry', () => {
    it('holds all that a Task tells about a call, on the day of the agent', () => {
        expect(callLogEntry(answered, contact, rules)).toEqual({
            Subject: 'Inbound: 山田 花子 090-1234-5678',
            Description: '090-1234-5678, 66 s',
            Status: 'Completed',
            Priority: 'Normal',
            ActivityDate: '2026-11-23',
            Type: 'Call',
            TaskSubtype: 'Call',
            CallType: 'Inbound',
            CallDurationInSeconds: 66,
            CallDisposition: 'hung-up',
            CallObject: 'abc@pbx.example.com',
            WhoId: contact.id
        });
    });

    it.each([
        ['Contact', { WhoId: '1' }],
        ['Lead', { WhoId: '1' }],
        ['Account', { WhatId: '1' }],
        ['Case', { WhatId: '1' }],
        ['Order__c', { WhatId: '1' }]
    ])('relates to a %s by %j alone', (objectType, relation) => {
        const entry = callLogEntry(answered, { id: '1', objectType, name: '' }, rules);
        expect({ WhoId: entry.WhoId, WhatId: entry.WhatId }).toEqual({ WhoId: undefined, WhatId: undefined, ...relation });
    });

    it('has the name from the network when no record is known', () => {
        expect(callLogEntry(answered, null, rules).Subject).toBe('Inbound: HANAKO 090-1234-5678');
    });

    it('tells calls inside of the PBX from outbound ones', () => {
        expect(
            callLogEntry({ ...answered, direction: 'outbound', remote: { number: '1002', displayName: null } }, null, rules).CallType
        ).toBe('Internal');
        expect(callLogEntry({ ...answered, direction: 'outbound' }, null, rules).CallType).toBe('Outbound');
    });

    it('has no duration and no Call-ID where there was none', () => {
        const entry = callLogEntry(
            {
                ...answered,
                remote: { number: null, displayName: null },
                dialog: null,
                connectedAt: null,
                ending: { by: 'remote', cause: 'cancelled' }
            },
            null,
            rules
        );
        expect(entry).toMatchObject({ Subject: 'Inbound:  ', CallDurationInSeconds: 0, CallObject: '', CallDisposition: 'cancelled' });
    });

    it('keeps within the lengths of the fields', () => {
        const entry = callLogEntry(
            { ...answered, dialog: { callId: 'x'.repeat(300), localTag: null, remoteTag: null } },
            { ...contact, name: '花'.repeat(300) },
            rules
        );
        expect([entry.Subject.length, entry.CallObject.length]).toEqual([255, 255]);
    });

    it('can be taken off its record', () => {
        const entry = callLogEntry(answered, contact, rules);
        expect(unrelated(entry)).not.toHaveProperty('WhoId');
        expect({ ...unrelated(entry), WhoId: contact.id }).toEqual(entry);
    });
});
