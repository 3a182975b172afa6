import type { IncomingMessage } from 'sip.js/lib/core/messages/incoming-message.js';
import type { IncomingResponseMessage } from 'sip.js/lib/core/messages/incoming-response-message.js';
import type { IncomingResponse } from 'sip.js/lib/core/messages/incoming-response.js';
import type { OutgoingRequestDelegate } from 'sip.js/lib/core/messages/outgoing-request.js';
import { readReasons, type Reasons } from './status-codes';

export function reasonsOf(message: Pick<IncomingMessage, 'getHeaders'>): Reasons {
    return readReasons(message.getHeaders('reason'));
}

/** sip.js answers in the PBX's place when nothing comes back (408) or nothing could be sent (503). Such a response has no header fields. */
export function isFromPbx(message: Pick<IncomingMessage, 'hasHeader'>): boolean {
    return message.hasHeader('via');
}

export function isSuccess({ statusCode = 0 }: IncomingResponseMessage): boolean {
    return statusCode >= 200 && statusCode < 300;
}

/** The PBX does not know the call any more: it is over (RFC 3261 section 12.2.1.2). */
export function isDialogGone(response: IncomingResponseMessage): boolean {
    return isFromPbx(response) && (response.statusCode === 481 || response.statusCode === 408);
}

/** In milliseconds; 0 where the PBX asks for no wait. sip.js reads the field only of 500 and 503 (RFC 3261 section 20.33 allows more). */
export function retryAfterOf(response: IncomingResponseMessage): number {
    const seconds = Number.parseInt(response.getHeader('retry-after') ?? '', 10);
    return seconds > 0 ? seconds * 1000 : 0;
}

/**
 * The final response to the request that `send` sends with the given delegate. `handle` gets it at once, before any message that came
 * right behind it. Rejects when the request cannot be sent in the call's state.
 */
export function finalResponse(
    send: (delegate: OutgoingRequestDelegate) => Promise<unknown>,
    handle: (response: IncomingResponseMessage) => void = () => undefined
): Promise<IncomingResponseMessage> {
    return new Promise((resolve, reject) => {
        const settle = ({ message }: IncomingResponse): void => {
            handle(message);
            resolve(message);
        };
        send({ onAccept: settle, onRedirect: settle, onReject: settle }).catch(reject);
    });
}
