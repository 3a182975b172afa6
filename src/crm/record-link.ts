import type { RecordLink } from '../telephony/record';

/** Reads records that came over a wire. Nothing about them is trusted: they are whatever the page around, or a script in it, sent. */

const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const OBJECT_NAME = /^[a-zA-Z]\w{0,79}$/;
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
    if (!isRecordId(id) || typeof objectType !== 'string' || !OBJECT_NAME.test(objectType)) return null;
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

/** One line of visible characters: what turns the direction of writing could disguise the text around it. */
export function plainText(text: string, longest: number): string {
    const visible = text
        .slice(0, 10 * longest)
        .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
        .trim();
    return visible.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

/** An own property of something that may be anything. */
export function field(value: unknown, key: string): unknown {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function isRecordId(value: unknown): value is string {
    return typeof value === 'string' && RECORD_ID.test(value);
}
