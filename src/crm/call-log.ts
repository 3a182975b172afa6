import { isInternalNumber, type DialPlan } from '../phone-number/dial-plan';
import { formatNumber } from '../phone-number/format-number';
import type { Call, RecordLink } from '../telephony/call';
import type { EndingCause } from '../telephony/call-ending';

/** Values of the standard picklist Task.CallType. */
export type CallType = 'Inbound' | 'Outbound' | 'Internal';

/** The fields of the Task that a call leaves behind, by their API names (Object Reference, Task). */
export interface CallLogEntry {
    readonly Subject: string;
    readonly Description: string;
    readonly Status: 'Completed';
    readonly Priority: 'Normal';
    /** The agent's own calendar day, `YYYY-MM-DD`. */
    readonly ActivityDate: string;
    readonly Type: 'Call';
    readonly TaskSubtype: 'Call';
    readonly CallType: CallType;
    /** From the answer to the end; 0 for a call that was not answered. */
    readonly CallDurationInSeconds: number;
    /** Not in the agent's language: a report counts what all agents of an org wrote. Empty when the call has no ending. */
    readonly CallDisposition: EndingCause | '';
    /** SIP Call-ID: joins the Task to the PBX's own records. Empty when no SIP message was sent. */
    readonly CallObject: string;
    readonly WhoId?: string;
    readonly WhatId?: string;
}

/** What the texts of a call log may say. */
export interface CallLogFacts {
    readonly callType: CallType;
    readonly direction: Call['direction'];
    /** As people write it; empty when it was withheld. */
    readonly number: string;
    /** Of the record, or else as the network presents it; empty when neither is known. */
    readonly name: string;
    readonly talkSeconds: number;
}

/** The words, in the agent's language. */
export interface CallLogTexts {
    subject(facts: CallLogFacts): string;
    description(facts: CallLogFacts): string;
}

export interface CallLogRules {
    readonly texts: CallLogTexts;
    readonly dialPlan: DialPlan;
    /** IANA name of the agent's time zone. */
    readonly timeZone: string;
}

/** Field lengths of the standard object. */
const LONGEST_TEXT_FIELD = 255;
const LONGEST_DESCRIPTION = 32_000;

/** The log of an ended call; `record` is whom or what it was about. */
export function callLogEntry(call: Call, record: RecordLink | null, { texts, dialPlan, timeZone }: CallLogRules): CallLogEntry {
    const facts: CallLogFacts = {
        callType: callType(call, dialPlan),
        direction: call.direction,
        number: call.remote.number === null ? '' : formatNumber(call.remote.number),
        name: record?.name ?? call.remote.displayName ?? '',
        talkSeconds: talkSeconds(call)
    };
    return {
        Subject: texts.subject(facts).slice(0, LONGEST_TEXT_FIELD),
        Description: texts.description(facts).slice(0, LONGEST_DESCRIPTION),
        Status: 'Completed',
        Priority: 'Normal',
        ActivityDate: isoDate(call.startedAt, timeZone),
        Type: 'Call',
        TaskSubtype: 'Call',
        CallType: facts.callType,
        CallDurationInSeconds: facts.talkSeconds,
        CallDisposition: call.ending?.cause ?? '',
        CallObject: (call.dialog?.callId ?? '').slice(0, LONGEST_TEXT_FIELD),
        ...relation(record)
    };
}

/** The same log, related to nothing. */
export function unrelated(entry: CallLogEntry): CallLogEntry {
    const { WhoId: _who, WhatId: _what, ...rest } = entry;
    return rest;
}

function callType(call: Call, plan: DialPlan): CallType {
    if (call.remote.number !== null && isInternalNumber(call.remote.number, plan)) return 'Internal';
    return call.direction === 'inbound' ? 'Inbound' : 'Outbound';
}

function talkSeconds({ connectedAt, endedAt }: Call): number {
    return connectedAt === null || endedAt === null ? 0 : Math.max(0, Math.round((endedAt - connectedAt) / 1000));
}

/** People go into WhoId, everything else into WhatId. Only one is ever set: a Task with a Lead must not have a WhatId. */
function relation(record: RecordLink | null): Pick<CallLogEntry, 'WhoId' | 'WhatId'> {
    if (!record) return {};
    return record.objectType === 'Contact' || record.objectType === 'Lead' ? { WhoId: record.id } : { WhatId: record.id };
}

/** ActivityDate has no time and no zone: shortly after midnight in Tokyo it must not name the day before, as UTC would. */
function isoDate(at: number, timeZone: string): string {
    const parts = new Intl.DateTimeFormat('en', {
        timeZone,
        calendar: 'gregory',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit'
    }).formatToParts(at);
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
}
