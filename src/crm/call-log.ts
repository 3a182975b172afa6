import { isInternalNumber, type DialPlan } from '../phone-number/dial-plan';
import { formatNumber } from '../phone-number/format-number';
import { talkSeconds, type Call, type CallId } from '../telephony/call';
import type { CallEnding } from '../telephony/call-ending';
import type { CallLog } from '../telephony/call-log';
import type { CallLogSettings } from './crm-settings';

/** Values of the standard picklist Task.CallType. */
export type CallType = 'Inbound' | 'Outbound' | 'Internal';

/** The fields of the Task that a call leaves behind, by their API names (Object Reference, Task). */
export interface CallLogEntry {
    readonly Subject: string;
    /** The agent's notes: what is known of the call has fields of its own. */
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
    /** What the agent chose, where the settings have no other field for that; else how the call ended. Empty when it has no ending. */
    readonly CallDisposition: string;
    /** SIP Call-ID: joins the Task to the PBX's own records, and makes saving idempotent. Never empty, and the same however often it is made. */
    readonly CallObject: string;
    readonly WhoId?: string;
    /** Never together with the WhoId of a lead. */
    readonly WhatId?: string;
    /** The fields that the settings name. */
    readonly [mapped: string]: string | number | undefined;
}

/** The words, in the agent's language. */
export interface CallLogTexts {
    /** `number`: as people write it; empty when it was withheld. */
    subject(direction: Call['direction'], number: string): string;
    result(ending: CallEnding, direction: Call['direction']): string;
}

export interface CallLogRules {
    readonly texts: CallLogTexts;
    readonly dialPlan: DialPlan;
    /** IANA name of the agent's time zone. */
    readonly timeZone: string;
    readonly settings: CallLogSettings;
}

/** Field lengths of the standard object. */
const LONGEST_TEXT_FIELD = 255;
const LONGEST_DESCRIPTION = 32_000;
const STANDARD_DISPOSITION = 'CallDisposition';
/** Control characters and halves of characters, which the org may refuse the whole Task for. A lone half is also what cutting leaves behind. */
const UNWRITABLE = /(?![\n\r\t])\p{Cc}|\p{Cs}/gu;

/** The Task of an ended call. */
export function callLogEntry(call: Call, log: CallLog, { texts, dialPlan, timeZone, settings }: CallLogRules): CallLogEntry {
    const { number } = call.remote;
    return {
        // First, so that a mistaken setting replaces nothing that a Task of a call needs.
        ...mappedFields(call, log, settings.fields),
        Subject: written(texts.subject(call.direction, number === null ? '' : formatNumber(number))),
        Description: written(log.notes.trim() === '' ? '' : log.notes, LONGEST_DESCRIPTION),
        Status: 'Completed',
        Priority: 'Normal',
        ActivityDate: isoDate(call.startedAt, timeZone),
        Type: 'Call',
        TaskSubtype: 'Call',
        CallType: callType(call, dialPlan),
        CallDurationInSeconds: talkSeconds(call) ?? 0,
        CallDisposition: dispositionOf(call, log, settings.fields, texts),
        CallObject: written(call.dialog?.callId ?? ownKey(call.id)),
        ...relation(log)
    };
}

/** The same log with one record less, the person last; null: it is related to nothing. */
export function lessRelated({ WhoId, WhatId, ...entry }: CallLogEntry): CallLogEntry | null {
    if (WhatId !== undefined) return WhoId === undefined ? entry : { ...entry, WhoId };
    return WhoId === undefined ? null : entry;
}

/** Whom a call was with: the PBX itself, or the world outside. */
export function callType(call: Call, plan: DialPlan): CallType {
    if (call.remote.number !== null && isInternalNumber(call.remote.number, plan)) return 'Internal';
    return call.direction === 'inbound' ? 'Inbound' : 'Outbound';
}

function relation({ who, what }: CallLog): Pick<CallLogEntry, 'WhoId' | 'WhatId'> {
    if (who === null) return what === null ? {} : { WhatId: what.id };
    return what === null || who.objectType === 'Lead' ? { WhoId: who.id } : { WhoId: who.id, WhatId: what.id };
}

function dispositionOf(
    { direction, ending }: Call,
    { disposition }: CallLog,
    fields: CallLogSettings['fields'],
    texts: CallLogTexts
): string {
    const chosen = fields.disposition === STANDARD_DISPOSITION ? disposition : null;
    return written(chosen ?? (ending ? texts.result(ending, direction) : ''));
}

/** A disposition field of the org's own may take its own values alone, so what became of the call does not go there. */
function mappedFields(
    { details, heldFor, quality }: Call,
    { disposition }: CallLog,
    fields: CallLogSettings['fields']
): Record<string, string | number> {
    return {
        ...(disposition !== null && { [fields.disposition]: written(disposition) }),
        ...(fields.businessLabel !== null && details.businessLabel !== null && { [fields.businessLabel]: written(details.businessLabel) }),
        ...(fields.holdSeconds !== null && { [fields.holdSeconds]: Math.round(heldFor / 1000) }),
        ...(fields.quality !== null && quality !== null && { [fields.quality]: Math.round(10 * quality.overall.mos) / 10 })
    };
}

/** For a call that no SIP message exists of, or whose page died before it knew of one. */
function ownKey(callId: CallId): string {
    return `denwa-${callId}`;
}

function written(text: string, longest = LONGEST_TEXT_FIELD): string {
    return text.slice(0, longest).replace(UNWRITABLE, '');
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
