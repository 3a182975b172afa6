import type { RemoteParty } from '../telephony/call';
import { plainText } from './plain-text';

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

const LONGEST_NUMBER = 80;
const LONGEST_NAME = 120;
/** What networks write where they have nothing to say; `asterisk` is what that PBX puts for a caller without a number. */
const NAMELESS = new Set(['', 'anonymous', 'unavailable', 'unknown', 'restricted', 'asterisk']);

/** What the PBX asserts wins over what the caller says of himself. A withheld identity yields nothing at all. */
export function remoteParty({ from, assertedIdentity, privacy }: CallerHeaders): RemoteParty {
    if (from.host === 'anonymous.invalid' || isWithheld(privacy)) return { number: null, displayName: null };
    return partyOf((assertedIdentity === undefined ? null : readAddress(assertedIdentity)) ?? from);
}

/** Who the PBX says is at the other end now, in an answer or a re-INVITE. Null: it says nothing that could be shown. */
export function assertedParty({ assertedIdentity, privacy }: Omit<CallerHeaders, 'from'>): RemoteParty | null {
    const address = assertedIdentity === undefined || isWithheld(privacy) ? null : readAddress(assertedIdentity);
    if (address === null || address.host === 'anonymous.invalid') return null;
    const party = partyOf(address);
    return party.number === null ? null : party;
}

function isWithheld(privacy: string | undefined): boolean {
    return /\b(id|user|header)\b/i.test(privacy ?? '');
}

function partyOf({ user, displayName }: CallerIdentity): RemoteParty {
    const number = presentable(user, LONGEST_NUMBER);
    const name = presentable(displayName, LONGEST_NAME);
    return { number, displayName: name === number ? null : name };
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

function presentable(text: string | undefined, longest: number): string | null {
    const clean = plainText(text ?? '', longest);
    return NAMELESS.has(clean.toLowerCase()) ? null : clean;
}
