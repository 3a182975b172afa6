import { plainText } from '../base/plain-text';
import type { RemoteParty } from '../telephony/call';

/** The parts of an INVITE that say who calls, as text from the network: nothing in it can be trusted to be short or clean. */
export interface CallerHeaders {
    readonly from: CallerIdentity;
    /** The value of P-Asserted-Identity (RFC 3325 section 9.1), if there is one. */
    readonly assertedIdentity: string | undefined;
    /** The value of Privacy (RFC 3323 section 4.2), if there is one. */
    readonly privacy: string | undefined;
}

export interface CallerIdentity {
    readonly user: string | undefined;
    readonly host: string;
    readonly displayName: string | undefined;
}

/** RFC 3323 section 4.1.1.3 */
const ANONYMOUS_HOST = 'anonymous.invalid';
const LONGEST_NUMBER = 80;
const LONGEST_NAME = 120;
/** What networks write for a party who does not want to be known. */
const WITHHELD = new Set(['anonymous', 'restricted']);
/** What networks write where they have nothing to say; `asterisk` is what that PBX puts for a caller without a number. */
const UNKNOWN = new Set(['', 'unavailable', 'unknown', 'asterisk']);

/** A withheld identity yields nothing at all, not even the name. */
const withheldParty: RemoteParty = { number: null, displayName: null, absence: 'withheld' };

/** What the PBX asserts wins over what the caller says of himself. */
export function remoteParty({ from, assertedIdentity, privacy }: CallerHeaders): RemoteParty {
    if (from.host === ANONYMOUS_HOST || asksForPrivacy(privacy)) return withheldParty;
    return partyOf((assertedIdentity === undefined ? null : readAddress(assertedIdentity)) ?? from);
}

/** Who the PBX says is at the other end now, in an answer or a re-INVITE. Null: it says nothing about that. */
export function assertedParty({ assertedIdentity, privacy }: Omit<CallerHeaders, 'from'>): RemoteParty | null {
    // A PBX that trusts the phone sends the number even then (RFC 3325 section 7): it is not for the agent's eyes.
    if (asksForPrivacy(privacy)) return withheldParty;
    const address = assertedIdentity === undefined ? null : readAddress(assertedIdentity);
    if (address === null) return null;
    const party = partyOf(address);
    return party.absence === 'unavailable' ? null : party;
}

function asksForPrivacy(privacy: string | undefined): boolean {
    return /\b(id|user|header)\b/i.test(privacy ?? '');
}

function partyOf({ user, host, displayName }: CallerIdentity): RemoteParty {
    const number = plainText(user ?? '', LONGEST_NUMBER);
    if (host === ANONYMOUS_HOST || WITHHELD.has(number.toLowerCase())) return withheldParty;
    const name = nameOf(displayName);
    if (UNKNOWN.has(number.toLowerCase())) return { number: null, displayName: name, absence: 'unavailable' };
    return { number, displayName: name === number ? null : name };
}

function nameOf(text: string | undefined): string | null {
    const name = plainText(text ?? '', LONGEST_NAME);
    return WITHHELD.has(name.toLowerCase()) || UNKNOWN.has(name.toLowerCase()) ? null : name;
}

/**
 * Reads `"Name" <sip:user@host>` and `<tel:+81…;parameters>`. sip.js's own parser knows no tel: addresses, which RFC 3325 allows here and
 * telephone networks use.
 */
function readAddress(value: string): CallerIdentity | null {
    const match = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<"]*?))\s*<?(?:sips?:([^@>;?]*)@([^>;?:\s]+)|tel:([^>;?\s]+))/i.exec(value);
    if (!match) return null;
    const [, quoted, bare, sipUser, host, telNumber] = match;
    return { user: decode(sipUser ?? telNumber ?? ''), host: host ?? '', displayName: quoted?.replace(/\\(.)/g, '$1') ?? bare };
}

function decode(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text; // a stray percent sign: shown as it came
    }
}
