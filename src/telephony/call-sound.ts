import type { Call, CallId } from './call';
import type { SoftphoneState } from './state';

/** Which way the audio of one call is open. */
export interface CallSound {
    readonly callId: CallId;
    /** The other party hears the agent. */
    readonly microphone: boolean;
    /** The agent hears the other party. */
    readonly speaker: boolean;
    /** The other party hears, and is heard by, the other calls that are joined. */
    readonly joined: boolean;
    /** The other party has put this phone on hold: it may send music or nothing, and does not listen. */
    readonly remoteHold: boolean;
}

/** Whether the call has the agent's ear and voice, or will have them without anybody asking again. */
export function hasAudio(call: Call): boolean {
    switch (call.phase) {
        case 'dialing':
        case 'answering':
            return call.awaiting === null;
        case 'ringing':
            return call.direction === 'outbound';
        case 'connected':
            return call.localHold !== 'held' && call.awaiting === null;
        case 'ending':
        case 'ended':
            return false;
    }
}

/**
 * How the calls are to sound. At most one call has audio, or the calls of one conference have.
 * A call that is being put on hold is not listened in on any more: whoever presses hold turns to somebody else at once.
 */
export function soundOf({ calls }: Pick<SoftphoneState, 'calls'>): readonly CallSound[] {
    const talking = (call: Call): boolean => hasAudio(call) && call.localHold === 'none';
    // Whoever put this phone on hold sends music, which only the agent is to hear.
    const joined = calls.filter((call) => call.inConference && call.phase === 'connected' && talking(call) && !call.remoteHold);
    return calls
        .filter(({ phase }) => phase !== 'ended')
        .map((call) => ({
            callId: call.id,
            microphone: talking(call) && !call.muted,
            speaker: talking(call),
            joined: joined.length > 1 && joined.includes(call),
            remoteHold: call.remoteHold
        }));
}
