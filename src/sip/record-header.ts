import { plainText } from '../base/plain-text';
import { isObjectType, isRecordId, type RecordLink } from '../telephony/record';
import type { OfferedHeaders } from './offered-call';

const RECORD_HEADER = 'X-Denwa-Record';
const LONGEST_NAME = 80;
/** A name of Japanese characters takes nine times as many signs as it has characters. */
const LONGEST_VALUE = 1_000;
/** Contacts' ids begin alike in every org. */
const CONTACT = '003';

/**
 * The header field that tells the next phone what a call is about, for an INVITE or a REFER:
 * `X-Denwa-Record: Contact/003000000000001AAA;name=%E5%B1%B1`, and with a person account `;contact=003…`.
 * Null: this is no record that the other phone would take.
 */
export function writeRecord({ id, objectType, name, contactId }: RecordLink): string | null {
    if (!isRecord(objectType, id, contactId)) return null;
    const contact = contactId === undefined ? '' : `;contact=${contactId}`;
    return `${RECORD_HEADER}: ${objectType}/${id};name=${encodeURIComponent(plainText(name, LONGEST_NAME))}${contact}`;
}

/** What an INVITE is about. Null: it does not say. Undefined: what it says makes no sense. */
export function readRecord(headers: OfferedHeaders): RecordLink | null | undefined {
    const [value, ...others] = headers.getHeaders(RECORD_HEADER);
    if (value === undefined) return null;
    if (others.length > 0 || value.length > LONGEST_VALUE) return undefined;
    const match = /^(\w+)\/(\w+);name=([^;,\s]*)(?:;contact=(\w+))?$/.exec(value.trim());
    if (!match) return undefined;
    const [, objectType = '', id = '', encodedName = '', contactId] = match;
    const name = decode(encodedName);
    if (name === null || !isRecord(objectType, id, contactId)) return undefined;
    return { id, objectType, name: plainText(name, LONGEST_NAME), ...(contactId !== undefined && { contactId }) };
}

function isRecord(objectType: string, id: string, contactId: string | undefined): boolean {
    if (!isObjectType(objectType) || !isRecordId(id)) return false;
    return contactId === undefined || (objectType === 'Account' && isRecordId(contactId) && contactId.startsWith(CONTACT));
}

function decode(text: string): string | null {
    try {
        return decodeURIComponent(text);
    } catch {
        return null; // a stray percent sign, or no UTF-8
    }
}
