import type { RecordLink } from '../../telephony/call';
import { CrmError, type CrmReason } from '../crm-error';
import type { ClickToDial } from '../crm-host';

/** Reads what comes over the wire. Nothing about it is trusted: it is whatever the surrounding page, or a script in it, sent. */

/** Names are for display and may be cut. */
const LONGEST_NAME = 255;
const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const OBJECT_NAME = /^[a-zA-Z]\w{0,79}$/;

export function readClick(payload: unknown): ClickToDial {
    // Until about API 44 the listener got the payload inside of a response.
    const inner = field(payload, 'returnValue');
    const click = typeof inner === 'object' && inner !== null ? inner : payload;
    const number = field(click, 'number');
    return { number: typeof number === 'string' || typeof number === 'number' ? String(number) : '', record: readRecord(click) };
}

function readRecord(click: unknown): RecordLink | null {
    const [id, objectType, name] = ['recordId', 'objectType', 'recordName'].map((key) => field(click, key));
    if (typeof id !== 'string' || !RECORD_ID.test(id)) return null;
    if (typeof objectType !== 'string' || !OBJECT_NAME.test(objectType)) return null;
    return { id, objectType, name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '' };
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

function field(value: unknown, key: string): unknown {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
