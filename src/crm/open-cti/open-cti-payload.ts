import type { RecordLink } from '../../telephony/record';
import { CrmError, type CrmReason } from '../crm-error';
import type { ClickToDial } from '../crm-host';
import { field, readRecordLink } from '../record-link';

/** Reads what comes over the wire. Nothing about it is trusted: it is whatever the surrounding page, or a script in it, sent. */

export function readClick(payload: unknown): ClickToDial {
    // Until about API 44 the listener got the payload inside of a response.
    const inner = field(payload, 'returnValue');
    const click = typeof inner === 'object' && inner !== null ? inner : payload;
    const number = field(click, 'number');
    return { number: typeof number === 'string' || typeof number === 'number' ? String(number) : '', record: readRecord(click) };
}

/** The record that a click or a page is about. */
export function readRecord(payload: unknown): RecordLink | null {
    const [id, objectType, name, contactId] = ['recordId', 'objectType', 'recordName', 'contactId'].map((key) => field(payload, key));
    return readRecordLink({ id, objectType, name, contactId });
}

/** The records that a search found, out of a map by id. What else is in it (`SCREEN_POP_DATA`) is no record. */
export function readFound(value: unknown): readonly RecordLink[] {
    const entries: readonly unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [];
    return entries
        .map((entry) => {
            const [id, objectType, name, contactId] = ['Id', 'RecordType', 'Name', 'PersonContactId'].map((key) => field(entry, key));
            return readRecordLink({ id, objectType, name, contactId });
        })
        .filter((record) => record !== null);
}

/** The return value of a successful answer; throws a `CrmError` for any other. */
export function readAnswer(method: string, response: unknown): unknown {
    if (field(response, 'success') === true) return field(response, 'returnValue');
    const errors = field(response, 'errors');
    const texts = (Array.isArray(errors) ? errors : []).map(describe);
    throw new CrmError(reasonOf(errors), `Salesforce refused ${method}: ${texts.join('; ') || 'no reason given'}`);
}

function reasonOf(errors: unknown): CrmReason {
    return Array.isArray(errors) && errors.some((error) => field(error, 'code') === 'INVALID_PARAM') ? 'misused' : 'rejected';
}

/** `details` holds, for one, which field of a Task was wrong; its shape is not documented. */
function describe(error: unknown): string {
    const [code, description, details] = ['code', 'description', 'details'].map((key) => field(error, key));
    return [code, description, details]
        .filter((part) => part !== undefined && part !== null && part !== '')
        .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
        .join(' ');
}

export function readSettings(value: unknown): ReadonlyMap<string, string> {
    const entries: readonly [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
