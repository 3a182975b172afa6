import type { SoftphoneFact } from '../telephony/fact';
import type { Origin } from '../telephony/origin';
import { findCall, isRegistered } from '../telephony/selectors';
import type { SoftphoneEvent, SoftphoneState } from '../telephony/state';

/** What has to be told of one transition. An event that changed nothing is no fact. */
export function factsOf(before: SoftphoneState, after: SoftphoneState, event: SoftphoneEvent, origin: Origin): readonly SoftphoneFact[] {
    const registered = isRegistered(after);
    const facts: SoftphoneFact[] = [];
    if (isRegistered(before) !== registered) facts.push({ type: 'registration-changed', registered, origin });
    const call = callFact(before, after, event, origin);
    if (call) facts.push(call);
    return facts;
}

function callFact(before: SoftphoneState, after: SoftphoneState, event: SoftphoneEvent, origin: Origin): SoftphoneFact | null {
    switch (event.type) {
        case 'call-started':
            return { type: event.type, call: event.call, origin };
        case 'call-identified':
        case 'call-connected':
        case 'call-ended': {
            const call = findCall(after, event.callId);
            if (!call || call === findCall(before, event.callId)) return null;
            return { type: event.type, call, origin: event.type === 'call-identified' ? origin : call.phaseOrigin };
        }
        default:
            return null;
    }
}
