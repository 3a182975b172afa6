import type { UserAgentCore } from 'sip.js/lib/core/user-agent-core/user-agent-core.js';
import type { IncomingRequestWithSubscription } from 'sip.js/lib/core/messages/methods/subscribe.js';
import type { URI } from 'sip.js/lib/grammar/uri.js';
import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { LineState } from '../telephony/transfer';
import { readDialogInfo, readPresence } from './line-documents';

export interface LineStateParts {
    readonly core: UserAgentCore;
    readonly clock: Clock;
    readonly logger: Logger;
}

interface EventPackage {
    readonly event: string;
    readonly accept: string;
}

const DIALOG: EventPackage = { event: 'dialog', accept: 'application/dialog-info+xml' }; // RFC 4235
const PRESENCE: EventPackage = { event: 'presence', accept: 'application/pidf+xml' }; // RFC 3856, RFC 3863

/** Milliseconds. The agent has pressed a button and waits. */
const LIMIT = 1_000;
/** Seconds. Asterisk refuses 0, which would fetch the state once (RFC 6665 section 4.4.3); the subscription is ended by the first NOTIFY. */
const EXPIRES = 60;

/**
 * Asks what another line is doing. Of a line without a call only presence tells whether its phone is there, and of a line with one only
 * the dialog package tells what it does in words that every PBX shares: both are asked at once.
 */
export async function askLineState(line: URI, parts: LineStateParts): Promise<LineState> {
    const [dialogs, presence] = await Promise.all([fetch(line, DIALOG, parts), fetch(line, PRESENCE, parts)]);
    const activity = dialogs === null ? null : readDialogInfo(dialogs);
    if (activity === 'busy' || activity === 'ringing') return activity;
    const availability = presence === null ? null : readPresence(presence);
    return availability === 'offline' ? availability : (activity ?? availability ?? 'unknown');
}

/** The first document of a subscription, which is not kept. Null: there is none within the limit. */
async function fetch(line: URI, event: EventPackage, parts: LineStateParts): Promise<string | null> {
    let stop: Cancel = () => undefined;
    try {
        return await new Promise((resolve) => (stop = subscribe(line, event, parts, resolve)));
    } catch (error) {
        parts.logger.warn('The state of a line could not be asked for', { event: event.event, error: describeError(error) });
        return null;
    } finally {
        stop();
    }
}

/** sip.js's Subscriber would renew what has ended; its core does no more than it is told. */
function subscribe(
    line: URI,
    { event, accept }: EventPackage,
    { core, clock }: LineStateParts,
    answer: (body: string | null) => void
): Cancel {
    const { aor, contact } = core.configuration;
    const headers = [`Event: ${event}`, `Accept: ${accept}`, `Expires: ${EXPIRES}`, `Contact: ${contact.toString()}`];
    const nothing = (): void => answer(null);
    const request = core.subscribe(core.makeOutgoingRequestMessage('SUBSCRIBE', line, aor, line, {}, headers), {
        onReject: nothing,
        onRedirect: nothing,
        onNotify: ({ request: notify, subscription }: IncomingRequestWithSubscription) => {
            notify.accept();
            subscription?.unsubscribe();
            answer(notify.message.body);
        }
    });
    const cancelLimit = clock.after(LIMIT, nothing);
    return () => {
        cancelLimit();
        request.waitNotifyStop();
    };
}
