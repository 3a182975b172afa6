import type { SessionDescriptionHandler } from 'sip.js/lib/api/session-description-handler.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { UserAgentDelegate } from 'sip.js/lib/api/user-agent-delegate.js';
import type { UserAgentOptions } from 'sip.js/lib/api/user-agent-options.js';
import { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { URI } from 'sip.js/lib/grammar/uri.js';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { SipAccount } from '../telephony/signalling';
import { quotableName } from './addresses';
import { forwardLog } from './log-bridge';
import { SipError } from './sip-error';

export interface UserAgentParts {
    /** The address of record of the account. */
    readonly address: URI;
    readonly instanceId: string;
    readonly userAgentString: string;
    readonly transport: UserAgentOptions['transportConstructor'];
    readonly mediaSessions: (session: Session) => SessionDescriptionHandler;
    readonly delegate: UserAgentDelegate;
    readonly logger: Logger;
}

/** Seconds after which sip.js gives up what the PBX lets ring: longer than any PBX does (RFC 3261 timer C is 3 minutes). */
const RING_LIMIT = 200;
const CONNECT_LIMIT = 5;

/** sip.js's user agent of an account, set up as this phone needs it. Throws a SipError (`invalid-account`). */
export function createUserAgent(account: SipAccount, parts: UserAgentParts): UserAgent {
    const { address, instanceId, userAgentString, transport, mediaSessions, delegate, logger } = parts;
    const userAgent = construct({
        uri: address,
        displayName: quotableName(account.displayName),
        authorizationUsername: account.authorizationName,
        authorizationPassword: account.password,
        ...(account.ha1 && { authorizationHa1: account.ha1 }),
        instanceId,
        userAgentString,
        ...(transport && { transportConstructor: transport }),
        transportOptions: { server: account.server, connectionTimeout: CONNECT_LIMIT },
        gracefulShutdown: false, // the line has said good-bye by then, and does not wait half a minute for an answer
        noAnswerTimeout: RING_LIMIT,
        sendInitialProvisionalResponse: false, // InboundCall does it, and survives its failure
        allowLegacyNotifications: true, // message waiting comes without a subscription
        // `sipExtensionReplaces` stays off. A PBX replaces parties on its own side and tells by re-INVITE; an INVITE with Replaces
        // (RFC 3891) would put a stranger into the agent's call unasked. Such an INVITE rings like any other.
        sessionDescriptionHandlerFactory: mediaSessions,
        delegate,
        logBuiltinEnabled: false,
        logConfiguration: false,
        logConnector: forwardLog(logger.child('stack'))
    });
    dropMalformedMessages(userAgent, logger);
    return userAgent;
}

function construct(options: UserAgentOptions): UserAgent {
    try {
        return new UserAgent(options);
    } catch (error) {
        throw new SipError('invalid-account', 'The server address in the settings is not valid', { cause: error });
    }
}

/** A message that sip.js cannot take must not take anything else with it. */
function dropMalformedMessages({ transport }: UserAgent, logger: Logger): void {
    const { onMessage } = transport;
    transport.onMessage = (message) => {
        try {
            onMessage?.(message);
        } catch (error) {
            logger.warn('A malformed message was dropped', { error: describeError(error) });
        }
    };
}
