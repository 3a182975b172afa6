import type { Call } from '../telephony/call';
import type { CallEnding } from '../telephony/call-ending';

/** A PBX that answers a pickup only to play an error tone hangs up again by then, in milliseconds. */
const LONGEST_ERROR_TONE = 3_000;

/** The code alone picks up whatever rings in the group; what follows it is an extension, and anything else another code of the PBX. */
export function isPickup(dialString: string, pickupCode: string): boolean {
    if (pickupCode === '' || !dialString.startsWith(pickupCode)) return false;
    return /^(?:[1-9]\d{1,5})?$/.test(dialString.slice(pickupCode.length));
}

/** The ending of a pickup in the words of the agent: that the PBX refused it means that no phone was ringing. */
export function endingOfPickup(call: Call, ending: CallEnding, at: number): CallEnding {
    if (ending.by !== 'remote') return ending;
    const found = call.connectedAt === null ? !isRefused(ending.statusCode) : wasSomebodyThere(call, call.connectedAt, at);
    return found ? ending : { ...ending, cause: 'nothing-to-pick-up' };
}

function isRefused(statusCode: number | undefined): boolean {
    switch (statusCode) {
        case undefined:
        case 401: // what the PBX has against the phone and not against the pickup
        case 407:
        case 408: // nobody said anything at all
        case 488: // the audio, not the pickup
            return false;
        default:
            return (statusCode >= 400 && statusCode < 500) || statusCode >= 600;
    }
}

/** Whoever was picked up is made known by an identity of their own; until then the call bears the code that was dialled. */
function wasSomebodyThere({ remote, dialString }: Call, connectedAt: number, at: number): boolean {
    return at - connectedAt > LONGEST_ERROR_TONE || remote.number !== dialString || remote.displayName !== null;
}
