import type { RecordLink } from '../telephony/record';
import type { OfferedHeaders } from './offered-call';
import { plainText } from './plain-text';

const RECORD_HEADER = 'X-Denwa-Record';
const LONGEST_NAME = 80;
/** A name of Japanese characters takes nine times as many signs as it has characters. */
const LONGEST_VALUE = 1_000;
const OBJECT_TYPE = /^[a-zA-Z]\w{0,79}$/;
const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
/** Contacts' ids begin alike in every org. */
const CONTACT_ID = /^003[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/;

/**
 * The header field that tells the next phone what a call is about, for an INVITE or a REFER:
 * `X-Denwa-Record: Contact/003000000000001AAA;name=%E5%B1%B1`, and with a person account `;contact=003…`.
 * Null: this is no record that the other phone would take.
 */
export function writeRecord({ id, objectType, name, contactId }: RecordLink): string | null {
    if (!isRecord(objectType, id, contactId)) return null;
    const contact = contactId === undefined ? '' : `;contact=${contactId}`;
    return `${RECORD_HEADER}: ${objectType}/${id};name=${encodeURIComponent(cleanName(name))}${contact}`;
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
    return { id, objectType, name: cleanName(name), ...(contactId !== undefined && { contactId }) };
}

function isRecord(objectType: string, id: string, contactId: string | undefined): boolean {
    if (!OBJECT_TYPE.test(objectType) || !RECORD_ID.test(id)) return false;
    return contactId === undefined || (objectType === 'Account' && CONTACT_ID.test(contactId));
}

/** Half of a surrogate pair, as cutting leaves it, cannot be encoded. */
function cleanName(name: string): string {
    return plainText(name, LONGEST_NAME).replace(/\p{Cs}/gu, '');
}

function decode(text: string): string | null {
    try {
        return decodeURIComponent(text);
    } catch {
        return null; // a stray percent sign, or no UTF-8
    }
}
