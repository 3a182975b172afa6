/** The CRM record that a call belongs to. */
export interface RecordLink {
    readonly id: string;
    /** API name of the object, such as `Contact`. */
    readonly objectType: string;
    readonly name: string;
    /** The contact that stands behind a person account, where the object is `Account`. */
    readonly contactId?: string;
}

const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const OBJECT_TYPE = /^[a-zA-Z]\w{0,79}$/;

/** Whether it has the form of a record's id: 15 characters, or 18 of which the last three only repeat which of the others are capitals. */
export function isRecordId(value: unknown): value is string {
    return typeof value === 'string' && RECORD_ID.test(value);
}

/** Whether it has the form of an object's API name. */
export function isObjectType(value: unknown): value is string {
    return typeof value === 'string' && OBJECT_TYPE.test(value);
}

/**
 * How a call came to its record: the agent clicked a number on it, or a transfer or a recall brought it along, or the number was searched,
 * or the agent chose it. What a search found gives way when the other party changes; the others were somebody's decision.
 */
export type RecordSource = 'click' | 'carried' | 'search' | 'agent';

/** A record that may be the other party's, and what speaks for it. */
export interface RecordMatch {
    readonly record: RecordLink;
    /** `same`: it holds the very number; `maybe`: it holds one that may be it. */
    readonly certainty: 'same' | 'maybe';
    /** API name of the field that holds the number. */
    readonly field: string;
    /** The number as the record holds it. */
    readonly phone: string;
    /** Where the person works, or null. */
    readonly company: string | null;
    /** Of the last activity, `YYYY-MM-DD`; null when there was none. */
    readonly lastActivity: string | null;
    readonly openCases: number;
}

/**
 * What the CRM shows because of a call.
 *
 *     waiting ──its time has come──▶ shown
 *        └──it would do harm now, or the settings leave it to the agent──▶ offered ──press──▶ shown
 */
export interface ScreenPop {
    /** `choice`: several records match, and the panel asks which one it is. */
    readonly kind: 'record' | 'choice' | 'new-record' | 'search';
    readonly status: 'waiting' | 'offered' | 'shown';
}
