import type { IncomingMessage } from 'sip.js/lib/core/messages/incoming-message.js';
import { plainText } from '../base/plain-text';
import type { CallDetails, ReturnedCall } from '../telephony/call';
import type { CallHeaderNames } from '../telephony/call-settings';
import type { TransferFailureCause } from '../telephony/transfer';

/** The header fields of an INVITE, as text from the network: nothing in them can be trusted to be short or clean. */
export type OfferedHeaders = Pick<IncomingMessage, 'getHeaders'>;

const RETURN_HEADER = 'X-Denwa-Return';
const LONGEST_DETAIL = 120;
/** Seconds. A phone that is told to wait longer is better left to the agent. */
const LONGEST_WAIT = 60;
/** Also what a header may name as slot or target; it may be dialled later. */
const DIALABLE = /^[0-9A-Za-z*#+._-]{1,40}$/;

const FAILURE_CAUSES: ReadonlySet<string> = new Set<TransferFailureCause>([
    'busy',
    'no-answer',
    'not-found',
    'unavailable',
    'declined',
    'forbidden',
    'refused',
    'connection-lost',
    'no-reply'
]);

export function readDetails(headers: OfferedHeaders, names: CallHeaderNames): CallDetails {
    const read = (name: string): string | null => {
        const texts = headers.getHeaders(name).map((text) => plainText(text, LONGEST_DETAIL));
        return texts.find((text) => text !== '') ?? null;
    };
    return { dialledNumber: read(names.dialledNumber), businessLabel: read(names.businessLabel), queue: read(names.queue) };
}

/**
 * Why a call comes back, from `X-Denwa-Return: park;slot=701` or `transfer;reason=busy;target=1003`. Null: it comes for the first time.
 * Undefined: the header makes no sense.
 */
export function readReturn(headers: OfferedHeaders): ReturnedCall | null | undefined {
    const [value] = headers.getHeaders(RETURN_HEADER);
    if (value === undefined) return null;
    const [kind = '', ...fields] = value.split(';').map((part) => part.trim());
    const parameters = new Map(fields.map(readParameter));
    const told = (name: string): string | null => parameters.get(name) || null;
    const place = told(kind === 'park' ? 'slot' : 'target');
    if (place !== null && !DIALABLE.test(place)) return undefined;
    switch (kind) {
        case 'park':
            return { kind, slot: place };
        case 'transfer': {
            const cause = told('reason') ?? '';
            return { kind, target: place, cause: isFailureCause(cause) ? cause : 'refused' };
        }
        default:
            return undefined;
    }
}

/**
 * Seconds after which the PBX wants the phone to answer by itself: `Call-Info: <…>;answer-after=0` or
 * `Alert-Info: <…>;info=alert-autoanswer`, customs that PBXs share. Null: it does not.
 */
export function readAutoAnswer(headers: OfferedHeaders): number | null {
    const wait = parametersOf(headers.getHeaders('Call-Info'))
        .filter(([name, value]) => name === 'answer-after' && /^\d{1,3}$/.test(value))
        .map(([, value]) => Number(value))
        .find((seconds) => seconds <= LONGEST_WAIT);
    if (wait !== undefined) return wait;
    const isAlert = parametersOf(headers.getHeaders('Alert-Info')).some(
        ([name, value]) => name === 'info' && value.toLowerCase() === 'alert-autoanswer'
    );
    return isAlert ? 0 : null;
}

/** The parameters of all values of some fields. What stands in <> is an address with parameters of its own. */
function parametersOf(fields: readonly string[]): readonly (readonly [string, string])[] {
    return fields.flatMap((field) =>
        field
            .replace(/<[^>]*>/g, '')
            .split(/[;,]/)
            .map(readParameter)
    );
}

function readParameter(text: string): readonly [string, string] {
    const equals = text.indexOf('=');
    if (equals < 0) return [text.trim().toLowerCase(), ''];
    const value = text.slice(equals + 1).trim();
    return [text.slice(0, equals).trim().toLowerCase(), value.replace(/^"(.*)"$/, '$1')];
}

function isFailureCause(word: string): word is TransferFailureCause {
    return FAILURE_CAUSES.has(word);
}
