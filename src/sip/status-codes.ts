import type { CallEnding, EndingCause } from '../telephony/call-ending';
import type { RegistrationProblem } from '../telephony/registration';
import type { TransferFailure } from '../telephony/transfer';

/** What can become of a call that is not answered. */
type RefusalCause = Extract<
    EndingCause,
    'busy' | 'not-found' | 'declined' | 'no-answer' | 'cancelled' | 'unavailable' | 'forbidden' | 'refused'
>;

/** What the Reason header fields of a message say (RFC 3326): one cause per protocol, null where none is given. */
export interface Reasons {
    /** ITU-T Q.850 cause of the telephone network. */
    readonly q850: number | null;
    /** SIP status code. */
    readonly sip: number | null;
}

export function readReasons(headers: readonly string[]): Reasons {
    // One field may hold several values, separated by commas, and `text` may hold commas of its own.
    const values = headers.join(',').replace(/"[^"]*"/g, '""');
    return { q850: causeOf('Q\\.850', values), sip: causeOf('SIP', values) };
}

function causeOf(protocol: string, values: string): number | null {
    const match = new RegExp(`(?:^|,)\\s*${protocol}\\s*;[^,]*\\bcause\\s*=\\s*(\\d{1,3})`, 'i').exec(values);
    return match?.[1] === undefined ? null : Number(match[1]);
}

/** How an unanswered outbound call ended, from the final response to its INVITE. */
export function endingOfRefusal(statusCode: number, { q850 }: Reasons): CallEnding {
    return { by: 'remote', cause: causeOfStatus(statusCode, q850), statusCode };
}

/** How an unanswered inbound call ended, from the CANCEL that ended it. */
export function endingOfCancel({ q850, sip }: Reasons): CallEnding {
    // RFC 3326 section 2: another phone answered. Q.850 cause 26 (non-selected user clearing) is Asterisk's name for the same.
    const elsewhere = sip === 200 || q850 === 26;
    return { by: 'remote', cause: elsewhere ? 'answered-elsewhere' : 'cancelled' };
}

/** Why a transfer came to nothing, from the answer to its REFER or from what a NOTIFY tells of the call to the target. */
export function failureOfTransfer(statusCode: number, { q850 }: Reasons): TransferFailure {
    const cause = causeOfStatus(statusCode, q850);
    return { cause: cause === 'cancelled' ? 'refused' : cause, statusCode, foreseen: false };
}

function causeOfStatus(statusCode: number, q850: number | null): RefusalCause {
    switch (statusCode) {
        case 486: // Busy Here
        case 600: // Busy Everywhere
            return 'busy';
        case 404: // Not Found
        case 410: // Gone
        case 484: // Address Incomplete
        case 604: // Does Not Exist Anywhere
            return 'not-found';
        case 603: // Decline
            return 'declined';
        case 408: // Request Timeout: nobody answered in time
            return 'no-answer';
        case 487: // Request Terminated without our CANCEL: the network gave up
            return 'cancelled';
        default:
            // Asterisk folds many outcomes into 403, 480 and 503; its cause tells them apart.
            return causeOfQ850(q850) ?? causeOfPlainStatus(statusCode);
    }
}

/** ITU-T Q.850 table 1, as far as a caller can be told something by it. */
function causeOfQ850(cause: number | null): RefusalCause | null {
    switch (cause) {
        case 1: // Unallocated number
        case 2: // No route to specified transit network
        case 3: // No route to destination
        case 22: // Number changed
        case 28: // Invalid number format
            return 'not-found';
        case 17: // User busy
            return 'busy';
        case 18: // No user responding
        case 19: // No answer from user (user alerted)
            return 'no-answer';
        case 20: // Subscriber absent
        case 27: // Destination out of order
        case 34: // No circuit available
        case 38: // Network out of order
        case 41: // Temporary failure
        case 42: // Switching equipment congestion
            return 'unavailable';
        case 21: // Call rejected
            return 'declined';
        default:
            return null;
    }
}

function causeOfPlainStatus(statusCode: number): RefusalCause {
    switch (statusCode) {
        case 480: // Temporarily Unavailable
        case 500:
        case 502:
        case 503:
        case 504:
            return 'unavailable';
        case 401: // The credentials were not accepted for this call
        case 403:
        case 407:
            return 'forbidden';
        default:
            return 'refused';
    }
}

export function problemOfRegistration(statusCode: number): RegistrationProblem {
    switch (statusCode) {
        case 401: // Seen only after the credentials were sent and refused
        case 407:
            return 'wrong-credentials';
        case 403:
            return 'forbidden';
        case 404:
            return 'unknown-account';
        default:
            return 'refused';
    }
}
