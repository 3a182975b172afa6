import type { CallId } from './call';
import type { RecordLink } from './record';

/**
 * What becomes of the log of one call.
 *
 *     open ──call ends──▶ wrap-up ──save, or its time is over──▶ saving ──▶ saved
 *      └───────nothing to add to it──────────────────────────────▲ └─▶ failed ──again──▶ saving
 */
export type CallLogStatus = 'open' | 'wrap-up' | 'saving' | 'saved' | 'failed';

/** What the agent adds to the log of a call, while it lasts and in the wrap-up after it. Plain JSON: it is stored in the browser. */
export interface CallLog {
    readonly callId: CallId;
    readonly status: CallLogStatus;
    readonly direction: 'inbound' | 'outbound';
    /** As people write it; null when it was withheld. */
    readonly numberText: string | null;
    readonly displayName: string | null;
    readonly notes: string;
    /** A value of `CrmState.dispositions`; null: none chosen. */
    readonly disposition: string | null;
    /** A person: contact, lead, or the contact of a person account. */
    readonly who: RecordLink | null;
    /** What it was about: account, case, opportunity …; never together with a lead. */
    readonly what: RecordLink | null;
    /** The agent decided about `who` or `what`: what is found out later does not change them. */
    readonly isRelatedByAgent: boolean;
    /** Milliseconds since the Unix epoch when it is saved at the latest; only during wrap-up. */
    readonly wrapUpEndsAt: number | null;
}

/** The parts of a call log that the agent writes; left out: stays as it is. */
export type CallLogEdit = Partial<Pick<CallLog, 'notes' | 'disposition' | 'who' | 'what'>>;

export type CallLogEvent =
    | { readonly type: 'log-opened'; readonly log: CallLog }
    | ({ readonly type: 'log-edited'; readonly callId: CallId } & CallLogEdit)
    /** The record that the CRM knows for the call; does not change what the agent decided. */
    | { readonly type: 'log-related'; readonly callId: CallId; readonly who: RecordLink | null; readonly what: RecordLink | null }
    | { readonly type: 'log-party'; readonly callId: CallId; readonly numberText: string | null; readonly displayName: string | null }
    | { readonly type: 'log-wrap-up'; readonly callId: CallId; readonly endsAt: number }
    | { readonly type: 'log-saving' | 'log-saved' | 'log-failed'; readonly callId: CallId }
    /** It is out of sight: saved, or not to be saved at all. */
    | { readonly type: 'log-closed'; readonly callId: CallId };

/** A Task's Description holds 32,000 characters; the call's own facts stand in front of the notes. */
const LONGEST_NOTES = 30_000;
/** A saved log stays in sight until the next few are there. */
const MOST_SAVED = 3;

/** The logs of the calls that are running or not yet saved, oldest first. */
export function callLogsTransition(logs: readonly CallLog[], event: CallLogEvent): readonly CallLog[] {
    switch (event.type) {
        case 'log-opened':
            return logs.some(({ callId }) => callId === event.log.callId) ? logs : withoutOldSaved([...logs, event.log]);
        case 'log-closed':
            return logs.some(({ callId }) => callId === event.callId) ? logs.filter(({ callId }) => callId !== event.callId) : logs;
        default: {
            const next = logs.map((log) => (log.callId === event.callId ? callLogTransition(log, event) : log));
            return next.every((log, index) => log === logs[index]) ? logs : next;
        }
    }
}

type SingleLogEvent = Exclude<CallLogEvent, { readonly type: 'log-opened' | 'log-closed' }>;

/** Whether it takes what is found out or written: a saved log does not change any more, nor does one that is being saved. */
export function isWritable({ status }: CallLog): boolean {
    return status === 'open' || status === 'wrap-up' || status === 'failed';
}

/** The next state of one log; the same object when the event changes nothing, or the diagram does not allow it. */
function callLogTransition(log: CallLog, event: SingleLogEvent): CallLog {
    switch (event.type) {
        case 'log-edited':
            return isWritable(log) ? edited(log, event) : log;
        case 'log-related':
            return isWritable(log) && !log.isRelatedByAgent ? withParts(log, consistent(event.who, event.what)) : log;
        case 'log-party':
            return isWritable(log) ? withParts(log, { numberText: event.numberText, displayName: event.displayName }) : log;
        case 'log-wrap-up':
            return log.status === 'open' ? { ...log, status: 'wrap-up', wrapUpEndsAt: event.endsAt } : log;
        case 'log-saving':
            return isWritable(log) ? { ...log, status: 'saving', wrapUpEndsAt: null } : log;
        case 'log-saved':
            return log.status === 'saving' ? { ...log, status: 'saved' } : log;
        case 'log-failed':
            return log.status === 'saving' ? { ...log, status: 'failed' } : log;
    }
}

function edited(log: CallLog, { notes, disposition, who, what }: CallLogEdit): CallLog {
    const next = withParts(log, {
        ...(notes !== undefined && { notes: shortened(notes) }),
        ...(disposition !== undefined && { disposition })
    });
    if (who === undefined && what === undefined) return next;
    const relation = consistent(who === undefined ? log.who : who, what === undefined ? log.what : what, what !== undefined);
    return withParts(next, { ...relation, isRelatedByAgent: true });
}

function withParts(log: CallLog, parts: Partial<CallLog>): CallLog {
    const next = { ...log, ...parts };
    return (Object.keys(parts) as (keyof CallLog)[]).every((part) => isEqual(log[part], next[part])) ? log : next;
}

function isEqual(a: CallLog[keyof CallLog], b: CallLog[keyof CallLog]): boolean {
    return a === b || (typeof a === 'object' && typeof b === 'object' && a?.id === b?.id);
}

/** Not in the middle of a character. */
function shortened(notes: string): string {
    return notes.slice(0, LONGEST_NOTES).replace(/[\uD800-\uDBFF]$/, '');
}

/** A Task with a lead must not be about anything else (Object Reference, Task: WhatId). The later decision counts. */
function consistent(who: RecordLink | null, what: RecordLink | null, whatIsLater = false): Pick<CallLog, 'who' | 'what'> {
    if (who?.objectType !== 'Lead' || what === null) return { who, what };
    return whatIsLater ? { who: null, what } : { who, what: null };
}

function withoutOldSaved(logs: readonly CallLog[]): readonly CallLog[] {
    const saved = logs.filter(({ status }) => status === 'saved').slice(0, -MOST_SAVED);
    return saved.length === 0 ? logs : logs.filter((log) => !saved.includes(log));
}
