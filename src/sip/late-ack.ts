import type { SessionDialog } from 'sip.js/lib/core/dialogs/session-dialog.js';
import { createRandomToken } from 'sip.js/lib/core/messages/utils.js';

/**
 * Sends ACK for an INVITE of ours in the dialog whose 2xx, or the ACK for it, may have gone down with the connection. Until the ACK comes
 * the PBX takes no other offer (RFC 3261 section 14.2), Asterisk for 32 s. The ACK for a 2xx is a request of its own (section 13.2.2.4): it
 * needs nothing of the response, and a PBX that waits for none, because the INVITE was refused or never arrived, drops it. sip.js's dialog
 * only acknowledges a response that it has seen, therefore the ACK goes past it to the transport, which is where an ACK for 2xx belongs.
 * Rejects when there is no connection.
 */
export async function sendLateAck(dialog: SessionDialog, cseq: number): Promise<void> {
    const { transport } = dialog.userAgentCore;
    const ack = dialog.createOutgoingRequestMessage('ACK', { cseq });
    ack.setViaHeader(`z9hG4bK${createRandomToken(10)}`, transport.protocol); // RFC 3261 section 8.1.1.7
    await transport.send(ack.toString());
}
