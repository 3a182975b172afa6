import type { IncomingRequestMessage } from 'sip.js/lib/core/messages/incoming-request-message.js';
import type { ParkingSlot } from '../telephony/transfer';

/**
 * The slot that a MESSAGE names: `parked 701` or, with the seconds until the recall, `parked 701 300`. Null: the MESSAGE is about
 * something else.
 */
export function readSlot(message: Pick<IncomingRequestMessage, 'body' | 'getHeader'>): ParkingSlot | null {
    if (!/^text\/plain\b/i.test(message.getHeader('content-type') ?? '')) return null;
    const match = /^parked ([0-9*#]{1,16})(?: (\d{1,5}))?$/.exec(message.body.trim());
    if (match?.[1] === undefined) return null;
    return { slot: match[1], recallAfter: match[2] === undefined ? null : Number(match[2]) };
}
