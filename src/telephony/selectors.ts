import type { Call, CallId } from './call';
import type { CallSettings } from './call-settings';
import { hasAudio } from './call-sound';
import type { SoftphoneState } from './state';
import { isUnderway } from './transfer';

/** More than an agent can keep apart; the next caller hears busy. */
const MOST_CALLS = 4;

/** The calls that still occupy the line. */
export function liveCalls(state: SoftphoneState): readonly Call[] {
    return state.calls.filter(({ phase }) => phase !== 'ended');
}

export function findCall(state: SoftphoneState, id: CallId): Call | undefined {
    return state.calls.find((call) => call.id === id);
}

/** Whether calls can be made and received. Not any more as soon as the agent signs out, though the PBX may hear of it later. */
export function isRegistered(state: SoftphoneState): boolean {
    return state.agent.status === 'signed-in' && state.connection.status === 'connected' && state.registration.status === 'registered';
}

/** One call at a time is set up by this phone; the others are put on hold for it. */
export function canDial(state: SoftphoneState): boolean {
    const calls = liveCalls(state);
    return isRegistered(state) && calls.length < MOST_CALLS && !calls.some((call) => isBeingSetUp(call) || isUnderway(call.transfer));
}

/** Whether another caller may ring. */
export function canTake(state: SoftphoneState, settings: CallSettings): boolean {
    const calls = liveCalls(state);
    return calls.length === 0 || (settings.callWaiting && calls.length < MOST_CALLS);
}

function isBeingSetUp({ direction, phase }: Call): boolean {
    return phase === 'dialing' || phase === 'answering' || (phase === 'ringing' && direction === 'outbound');
}

/** The calls that have to be put on hold before `call` may have the agent's ear: all others, but for those of its own conference. */
export function callsInTheWay(state: SoftphoneState, call: Call): readonly Call[] {
    return liveCalls(state).filter((other) => other.id !== call.id && hasAudio(other) && !(call.inConference && other.inConference));
}

/** The calls of the three-way call; none when there is none. */
export function conferenceOf(state: SoftphoneState): readonly Call[] {
    return liveCalls(state).filter(({ inConference }) => inConference);
}

/** The calls that share the agent's ear with this one, itself included: those of its conference, or the call alone. */
export function callsTogether(state: SoftphoneState, call: Call): readonly Call[] {
    return call.inConference ? conferenceOf(state) : [call];
}

/**
 * The call at the other end of a transfer or conference: the consultation of a call, or the call of a consultation; without one, the
 * only other call that is up.
 */
export function partnerOf(state: SoftphoneState, call: Call): Call | null {
    const others = liveCalls(state).filter(({ id }) => id !== call.id);
    const consultation = others.find(({ id, consultationOf }) => consultationOf === call.id || call.consultationOf === id);
    if (consultation) return consultation;
    const up = others.filter(({ phase }) => phase === 'connected');
    return up.length === 1 ? (up[0] ?? null) : null;
}

/**
 * Who is transferred to whom: a consultation's call to the consultation; of two ordinary calls the older one to the newer one, if that was
 * dialled here: one press must not join two callers who both called here. Null where the two cannot be transferred now. A target that still rings makes the transfer a blind one.
 */
export function transferPair(state: SoftphoneState, call: Call): { readonly call: Call; readonly target: Call } | null {
    const partner = partnerOf(state, call);
    if (!partner) return null;
    const older = state.calls.find(({ id }) => id === call.id || id === partner.id);
    const isFirst = partner.consultationOf === call.id || (call.consultationOf !== partner.id && call.id === older?.id);
    const [first, target] = isFirst ? [call, partner] : [partner, call];
    if (target.direction === 'inbound') return null;
    const isAsked = target.phase === 'ringing' && target.consultationOf === first.id;
    const ready = first.phase === 'connected' && first.awaiting === null && target.awaiting === null;
    if (!ready || (target.phase !== 'connected' && !isAsked)) return null;
    return isUnderway(first.transfer) || isUnderway(target.transfer) ? null : { call: first, target };
}

/** What a person may do with a call in its phase. Hanging up is always allowed until the call has ended. */
export interface CallAbilities {
    readonly answer: boolean;
    readonly decline: boolean;
    readonly hangUp: boolean;
    readonly hold: boolean;
    readonly resume: boolean;
    readonly mute: boolean;
    readonly sendDigits: boolean;
    /** To transfer it without speaking to the target. */
    readonly transfer: boolean;
    readonly consult: boolean;
    /** To leave this call and its partner to each other. */
    readonly completeTransfer: boolean;
    readonly swap: boolean;
    readonly merge: boolean;
    readonly park: boolean;
}

/** The agent talks to one of the two while the other is on hold, and nothing is on its way between these. */
function isOneHeld(call: Call, partner: Call): boolean {
    const holds = [call.localHold, partner.localHold];
    return holds.includes('none') && holds.includes('held');
}

export function callAbilities(state: SoftphoneState, call: Call, settings: CallSettings): CallAbilities {
    const offered = call.direction === 'inbound' && call.phase === 'ringing';
    // An offered call that arrives while this phone dials cannot push the dialled one aside: a call must be up to be put on hold.
    const blocked = liveCalls(state).some((other) => other.id !== call.id && isBeingSetUp(other));
    const up = call.phase === 'connected';
    const settled = up && call.awaiting === null && !isUnderway(call.transfer) && isRegistered(state);
    // A consultation outlives the call that it was for as an ordinary call.
    const consulting = liveCalls(state).some(({ id, consultationOf }) => consultationOf === call.id || call.consultationOf === id);
    const partner = partnerOf(state, call);
    const bothUp = settled && partner?.phase === 'connected' && partner.awaiting === null && !isUnderway(partner.transfer);
    const single = settled && !call.inConference && !consulting;
    return {
        answer: offered && !blocked,
        decline: offered,
        hangUp: !offered && call.phase !== 'ending' && call.phase !== 'ended',
        hold: settled && call.localHold === 'none' && !call.inConference,
        resume: settled && call.localHold === 'held' && !blocked,
        mute: !offered && call.phase !== 'ending' && call.phase !== 'ended',
        sendDigits: up && call.localHold === 'none' && !isUnderway(call.transfer),
        transfer: single,
        consult: single && canDial(state),
        completeTransfer: isRegistered(state) && transferPair(state, call) !== null,
        swap: bothUp && !call.inConference && (call.localHold === 'held') !== (partner.localHold === 'held'),
        merge: bothUp && isOneHeld(call, partner) && !liveCalls(state).some(({ inConference }) => inConference),
        park: single && settings.parkExtension !== null
    };
}
