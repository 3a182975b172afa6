import type { Call, CallId } from './call';
import type { SoftphoneState } from './state';

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

/** One call at a time for now: a second outbound call needs hold. */
export function canDial(state: SoftphoneState): boolean {
    return isRegistered(state) && liveCalls(state).length === 0;
}

/** What a person may do with a call in its phase. Hanging up is always allowed until the call has ended. */
export interface CallAbilities {
    readonly answer: boolean;
    readonly decline: boolean;
    readonly hangUp: boolean;
}

export function callAbilities(call: Call): CallAbilities {
    const offered = call.direction === 'inbound' && call.phase === 'ringing';
    return { answer: offered, decline: offered, hangUp: !offered && call.phase !== 'ending' && call.phase !== 'ended' };
}
