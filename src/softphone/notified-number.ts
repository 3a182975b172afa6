import type { DialOption } from '../phone-number/dial-plan';
import type { Call, RemoteParty } from '../telephony/call';
import type { CallSettings, NotifiedNumber } from '../telephony/call-settings';
import type { Preferences } from '../telephony/preferences';

/** Fewer digits may be an extension of a PBX whose plan is not known here. */
const SHORTEST_OUTSIDE = /^\d{9,}$/;

/** The number of the company that a call presents, as the agent chose; null: the PBX decides, as it always does inside of the company. */
export function notifiedNumber(
    { kind, dialString }: Pick<DialOption, 'kind' | 'dialString'>,
    chosen: Preferences['notifiedNumber'],
    settings: CallSettings
): string | null {
    const number = settings.notifiedNumbers.find((offered) => offered.number === chosen);
    return number && mayPresent(kind, dialString, number) ? number.number : null;
}

function mayPresent(kind: DialOption['kind'], dialString: string, { prefix }: NotifiedNumber): boolean {
    switch (kind) {
        case 'mobile':
        case 'fixed':
        case 'ip':
        case 'free':
        case '0570':
        case 'premium':
        case 'international':
        case 'machine':
            return true;
        // Their digits go out as they are: nothing may come between a person and help, and 117 may be an extension here.
        case 'emergency':
        case 'service':
            return prefix === null;
        case 'unknown':
            return SHORTEST_OUTSIDE.test(dialString);
        case 'extension':
        case 'feature-code':
            return false;
    }
}

/** How the PBX is told: by P-Preferred-Identity, or by keys in front of all others. */
export interface Dialled {
    readonly dialString: string;
    /** For P-Preferred-Identity. */
    readonly identity: string | null;
}

/**
 * A PBX recognizes a code by the first keys (Asterisk: `_*81.`, and the rest is dialled as if it stood alone), so the prefix stands before the
 * outside line's, and both before 184 or 186, which belong to the number.
 */
export function dialledWith({ dialString, notifiedNumber: presented }: Call, settings: CallSettings): Dialled {
    const keys = dialString ?? '';
    const prefix = prefixOf(presented, settings);
    return prefix === null ? { dialString: keys, identity: presented } : { dialString: `${prefix}${keys}`, identity: null };
}

/** A PBX may name the callee as it was dialled; whom the agent called is told by the number behind the prefix. */
export function withoutPrefix(remote: RemoteParty, call: Call, settings: CallSettings): RemoteParty {
    const isAsDialled = call.notifiedNumber !== null && remote.number === dialledWith(call, settings).dialString;
    return isAsDialled ? { ...remote, number: call.remote.number } : remote;
}

function prefixOf(presented: string | null, { notifiedNumbers }: CallSettings): string | null {
    return notifiedNumbers.find(({ number }) => number === presented)?.prefix ?? null;
}
