import type { ClientTransaction } from 'sip.js/lib/core/transactions/client-transaction.js';
import { TransactionState } from 'sip.js/lib/core/transactions/transaction-state.js';
import type { UserAgentClient } from 'sip.js/lib/core/user-agents/user-agent-client.js';
import type { UserAgentCore } from 'sip.js/lib/core/user-agent-core/user-agent-core.js';
import { TransportError } from 'sip.js/lib/core/exceptions/transport-error.js';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';

/** A transaction lives on for a while after its final response. */
const WAITING: ReadonlySet<TransactionState> = new Set([TransactionState.Calling, TransactionState.Trying, TransactionState.Proceeding]);

/**
 * Fails every request that still waits for its answer, as the transport of RFC 3261 section 18.4 does when its connection breaks: an answer
 * comes back over the connection of its request or not at all (section 18.2.2). sip.js would wait 32 s for it, and let no other re-INVITE
 * out meanwhile. Not the REGISTERs: registration.ts has given them up itself.
 */
export function failOutstandingRequests({ userAgentClients }: UserAgentCore, logger: Logger): void {
    for (const client of [...userAgentClients.values()]) if (client.message.method !== 'REGISTER') failRequest(client, logger);
}

/** Fails a request that nobody will answer any more: to its sender it is as if 503 had come. One that was answered is left alone. */
export function failRequest({ message, transaction }: UserAgentClient, logger: Logger): void {
    if (!WAITING.has(transaction.state)) return;
    try {
        transportOf(transaction).onTransportError(new TransportError('The request was given up'));
    } catch (error) {
        logger.warn('A request was not given up cleanly', { method: message.method, error: describeError(error) });
    }
}

/** What sip.js keeps between its transports and its transactions. */
function transportOf(transaction: ClientTransaction): { onTransportError(error: TransportError): void } {
    return transaction as unknown as { onTransportError(error: TransportError): void };
}
