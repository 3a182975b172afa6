import type { IncomingMessage } from 'sip.js/lib/core/messages/incoming-message.js';
import { readReasons, type Reasons } from './status-codes';

export function reasonsOf(message: Pick<IncomingMessage, 'getHeaders'>): Reasons {
    return readReasons(message.getHeaders('reason'));
}

/** sip.js answers in the PBX's place when nothing comes back (408) or nothing could be sent (503). Such a response has no header fields. */
export function isFromPbx(message: Pick<IncomingMessage, 'hasHeader'>): boolean {
    return message.hasHeader('via');
}
