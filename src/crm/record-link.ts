import { plainText } from '../base/plain-text';
import { isObjectType, isRecordId, type RecordLink } from '../telephony/record';

/** Reads records that came over a wire. Nothing about them is trusted: they are whatever the page around, or a script in it, sent. */

/** Names are for display and may be cut. */
const LONGEST_NAME = 255;

export interface UnreadLink {
    readonly id: unknown;
    readonly objectType: unknown;
    readonly name: unknown;
    /** Of the contact behind a person account. */
    readonly contactId?: unknown;
}

/** Null: it names no record. */
export function readRecordLink({ id, objectType, name, contactId }: UnreadLink): RecordLink | null {
    if (!isRecordId(id) || !isObjectType(objectType)) return null;
    return {
        id,
        objectType,
        name: typeof name === 'string' ? plainText(name, LONGEST_NAME) : '',
        ...(objectType === 'Account' && isRecordId(contactId) && { contactId })
    };
}

/** The last three of 18 characters only repeat which of the first 15 are capitals. */
export function isSameRecord(a: string, b: string): boolean {
    return a.slice(0, 15) === b.slice(0, 15);
}

/** Also when neither names one. */
export function isSameLink(a: RecordLink | null, b: RecordLink | null): boolean {
    return a === null || b === null ? a === b : isSameRecord(a.id, b.id);
}

/** An own property of something that may be anything. */
export function field(value: unknown, key: string): unknown {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
