import { URI } from 'sip.js/lib/grammar/uri.js';
import { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { SipAccount } from '../telephony/signalling';
import { SipError } from './sip-error';

const DIALABLE = /^[0-9A-Za-z*#+._~-]{1,80}$/;

/** The address of record of an account. */
export function accountAddress({ extension, domain }: SipAccount): URI {
    const address = UserAgent.makeURI(`sip:${encodeURIComponent(extension)}@${domain}`);
    if (!extension || !address) throw new SipError('invalid-account', 'The extension or the SIP domain in the settings is not valid');
    return address;
}

/** The request URI for what the agent dials; null where it cannot be one. `#` and the like are escaped (RFC 3261 section 19.1.2). */
export function dialAddress(dialString: string, account: URI): URI | null {
    return DIALABLE.test(dialString) ? new URI('sip', encodeURIComponent(dialString), account.host, account.port) : null;
}

/** A name that can stand between quotation marks in a header field, which sip.js does not escape. */
export function quotableName(name: string | null): string {
    return (name ?? '')
        .replace(/[\p{Cc}"\\]/gu, '')
        .trim()
        .slice(0, 80);
}
