import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

/** The calls that are not over. */
export function liveCalls(calls: readonly CallSnapshot[]): readonly CallSnapshot[] {
    return calls.filter(({ phase }) => phase !== 'ended');
}

/** Whether the call rings here and waits for an answer. */
export function isOffered({ direction, phase }: CallSnapshot): boolean {
    return direction === 'inbound' && phase === 'ringing';
}

/**
 * The one of several calls that the agent is occupied with: the one being set up, the one being turned to, the one being talked on, the one
 * held last. A caller who only rings comes after all of them.
 */
export function mainCall(calls: readonly CallSnapshot[]): CallSnapshot | undefined {
    const [main] = [...liveCalls(calls)].sort((a, b) => rank(a) - rank(b) || (b.heldAt ?? 0) - (a.heldAt ?? 0));
    return main;
}

function rank(call: CallSnapshot): number {
    if (isOffered(call)) return 5;
    if (call.phase === 'ending') return 4;
    if (call.phase !== 'connected') return 0;
    if (call.awaiting === 'resume') return 1;
    return call.localHold === 'held' ? 3 : 2;
}

/** How the last call ended, while no later call has taken its place. A call that is shown in its parking slot needs no other word. */
export function lastEnding(calls: readonly CallSnapshot[], parkedIds: readonly string[]): CallSnapshot | undefined {
    const [last] = calls
        .filter(({ id, phase }) => phase === 'ended' && !parkedIds.includes(id))
        .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
    return last;
}

/** Whether there is a three-way call in which nobody is on hold any more. */
export function isConferenceJoined(calls: readonly CallSnapshot[]): boolean {
    const members = liveCalls(calls).filter(({ inConference }) => inConference);
    return members.length > 0 && members.every(({ localHold }) => localHold === 'none');
}

/** Whether the call is the consultation of another one, or has one itself. */
export function isConsulting(calls: readonly CallSnapshot[], call: CallSnapshot): boolean {
    return liveCalls(calls).some(({ id, consultationOf }) => consultationOf === call.id || call.consultationOf === id);
}
