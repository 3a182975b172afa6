import type { Session } from 'sip.js/lib/api/session.js';
import type { IncomingResponseMessage } from 'sip.js/lib/core/messages/incoming-response-message.js';
import { finalResponse } from './response';

/** Milliseconds that a tone lasts, as the PBX is to play it. */
const DURATION = 160;

/** Sends one digit by INFO, for calls whose audio takes no telephone events (RFC 4733). The body is a custom that all PBXs share. */
export function sendDigitByInfo(session: Session, digit: string): Promise<IncomingResponseMessage> {
    const body = {
        contentDisposition: 'render',
        contentType: 'application/dtmf-relay',
        content: `Signal=${digit}\r\nDuration=${DURATION}`
    };
    return finalResponse((requestDelegate) => session.info({ requestDelegate, requestOptions: { body } }));
}
