import type { CallLog } from '../telephony/call-log';
import type { RecordLink } from '../telephony/record';
import { isSameLink } from './record-link';

/** Whom and what a call was about. */
export type LogRelation = Pick<CallLog, 'who' | 'what'>;

/** Pages that an agent looks at while talking, and that no Task is about. */
const NOT_RELATED: readonly string[] = ['Dashboard', 'Event', 'Report', 'Task', 'User'];

const NOTHING: LogRelation = { who: null, what: null };

/** The person in a record, whom a Task relates to by WhoId; null for whatever goes into WhatId. */
export function personOf({ id, objectType, name, contactId }: RecordLink): RecordLink | null {
    if (objectType === 'Contact' || objectType === 'Lead') return { id, objectType, name };
    // A person account is known to Tasks by the contact behind it.
    return contactId === undefined ? null : { id: contactId, objectType: 'Contact', name };
}

export function relationOf(record: RecordLink | null): LogRelation {
    if (record === null) return NOTHING;
    const who = personOf(record);
    return who ? { who, what: null } : { who: null, what: record };
}

/** The relation after the call's record has changed: the new one takes the place of the former, and nothing that came otherwise is lost. */
export function withRecord({ who, what }: LogRelation, former: RecordLink | null, record: RecordLink | null): LogRelation {
    const was = relationOf(former);
    const now = relationOf(record);
    const kept = { who: isSameLink(who, was.who) ? null : who, what: isSameLink(what, was.what) ? null : what };
    const next = { who: now.who ?? kept.who, what: now.what ?? kept.what };
    return isAllowed(next) ? next : now;
}

/** The relation after the agent has opened a record while talking: it fills what is empty, and changes nothing that is known. */
export function withViewed(relation: LogRelation, viewed: RecordLink): LogRelation {
    if (NOT_RELATED.includes(viewed.objectType)) return relation;
    const { who, what } = relationOf(viewed);
    const next = { who: relation.who ?? who, what: relation.what ?? what };
    return isAllowed(next) ? next : relation;
}

/** A Task with a lead must not be about anything else (Object Reference, Task: WhatId). */
function isAllowed({ who, what }: LogRelation): boolean {
    return who?.objectType !== 'Lead' || what === null;
}
