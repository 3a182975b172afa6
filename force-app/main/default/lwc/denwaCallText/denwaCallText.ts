import { format } from 'c/denwaText';
import callDuration from '@salesforce/label/c.Denwa_Call_Duration';
import phaseAnswering from '@salesforce/label/c.Denwa_Phase_Answering';
import phaseConference from '@salesforce/label/c.Denwa_Phase_Conference';
import phaseConnected from '@salesforce/label/c.Denwa_Phase_Connected';
import phaseDialing from '@salesforce/label/c.Denwa_Phase_Dialing';
import phaseEnded from '@salesforce/label/c.Denwa_Phase_Ended';
import phaseEnding from '@salesforce/label/c.Denwa_Phase_Ending';
import phaseHeld from '@salesforce/label/c.Denwa_Phase_Held';
import phaseHolding from '@salesforce/label/c.Denwa_Phase_Holding';
import phaseInbound from '@salesforce/label/c.Denwa_Phase_Inbound';
import phaseParking from '@salesforce/label/c.Denwa_Phase_Parking';
import phaseRemoteHeld from '@salesforce/label/c.Denwa_Phase_Remote_Held';
import phaseResuming from '@salesforce/label/c.Denwa_Phase_Resuming';
import phaseRinging from '@salesforce/label/c.Denwa_Phase_Ringing';
import phaseTransferring from '@salesforce/label/c.Denwa_Phase_Transferring';
import endingAnsweredElsewhere from '@salesforce/label/c.Denwa_Ending_Answered_Elsewhere';
import endingBusy from '@salesforce/label/c.Denwa_Ending_Busy';
import endingCancelled from '@salesforce/label/c.Denwa_Ending_Cancelled';
import endingConnectionLost from '@salesforce/label/c.Denwa_Ending_Connection_Lost';
import endingDeclined from '@salesforce/label/c.Denwa_Ending_Declined';
import endingDeclinedRemote from '@salesforce/label/c.Denwa_Ending_Declined_Remote';
import endingForbidden from '@salesforce/label/c.Denwa_Ending_Forbidden';
import endingHoldFailed from '@salesforce/label/c.Denwa_Ending_Hold_Failed';
import endingHungUp from '@salesforce/label/c.Denwa_Ending_Hung_Up';
import endingHungUpRemote from '@salesforce/label/c.Denwa_Ending_Hung_Up_Remote';
import endingMediaFailed from '@salesforce/label/c.Denwa_Ending_Media_Failed';
import endingMicrophone from '@salesforce/label/c.Denwa_Ending_Microphone';
import endingMissed from '@salesforce/label/c.Denwa_Ending_Missed';
import endingNoAnswer from '@salesforce/label/c.Denwa_Ending_No_Answer';
import endingNotFound from '@salesforce/label/c.Denwa_Ending_Not_Found';
import endingNothingToPickUp from '@salesforce/label/c.Denwa_Ending_Nothing_To_Pick_Up';
import endingPageClosed from '@salesforce/label/c.Denwa_Ending_Page_Closed';
import endingParked from '@salesforce/label/c.Denwa_Ending_Parked';
import endingRefused from '@salesforce/label/c.Denwa_Ending_Refused';
import endingRefusedStatus from '@salesforce/label/c.Denwa_Ending_Refused_Status';
import endingTransferred from '@salesforce/label/c.Denwa_Ending_Transferred';
import endingUnavailable from '@salesforce/label/c.Denwa_Ending_Unavailable';
import timeConsultation from '@salesforce/label/c.Denwa_Time_Consultation';
import timeHeld from '@salesforce/label/c.Denwa_Time_Held';
import timeRinging from '@salesforce/label/c.Denwa_Time_Ringing';
import unavailableNumber from '@salesforce/label/c.Denwa_Unavailable_Number';
import withheldNumber from '@salesforce/label/c.Denwa_Withheld_Number';
import type { Call, CallPhase } from '../../../../../src/telephony/call';
import type { CallEnding, EndingCause } from '../../../../../src/telephony/call-ending';
import type { LocalHold } from '../../../../../src/telephony/hold';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

const phases: Record<CallPhase, string> = {
    dialing: phaseDialing,
    ringing: phaseRinging,
    answering: phaseAnswering,
    connected: phaseConnected,
    ending: phaseEnding,
    ended: phaseEnded
};

const holds: Record<Exclude<LocalHold, 'none'>, string> = { holding: phaseHolding, held: phaseHeld, resuming: phaseResuming };

const endings: Record<EndingCause, string> = {
    'hung-up': endingHungUpRemote,
    cancelled: endingMissed,
    declined: endingDeclinedRemote,
    busy: endingBusy,
    'no-answer': endingNoAnswer,
    'not-found': endingNotFound,
    unavailable: endingUnavailable,
    forbidden: endingForbidden,
    'answered-elsewhere': endingAnsweredElsewhere,
    'microphone-unavailable': endingMicrophone,
    'connection-lost': endingConnectionLost,
    'media-failed': endingMediaFailed,
    transferred: endingTransferred,
    parked: endingParked,
    'nothing-to-pick-up': endingNothingToPickUp,
    'hold-failed': endingHoldFailed,
    'page-closed': endingPageClosed,
    refused: endingRefused
};

/** Where it makes a difference to the agent that it was the agent who ended the call. */
const endingsByAgent: Partial<Record<EndingCause, string>> = {
    'hung-up': endingHungUp,
    cancelled: endingCancelled,
    declined: endingDeclined
};

/**
 * What the call is doing or how it ended, in the words of the message display.
 * @param joined whether those who take part in the three-way call hear each other already
 */
export function messageText(call: CallSnapshot, joined = false): string {
    const { awaiting, direction, ending, inConference, localHold, phase, remoteHold, transfer } = call;
    if (ending) return endingText(ending, direction);
    if (direction === 'inbound' && phase === 'ringing') return phaseInbound;
    if (phase !== 'connected') return phases[phase];
    if (transfer && transfer.status !== 'failed') return transfer.kind === 'park' ? phaseParking : phaseTransferring;
    if (awaiting === 'resume') return phaseResuming;
    if (localHold !== 'none') return holds[localHold];
    if (remoteHold) return phaseRemoteHeld;
    return inConference && joined ? phaseConference : phaseConnected;
}

export interface CallTimer {
    readonly label: string;
    /** Milliseconds since the Unix epoch. */
    readonly since: number;
}

/** How long the call has been in its present state, and how long it has lasted altogether where that is something else. */
export function timersOf({ connectedAt, consultationOf, heldAt, startedAt }: CallSnapshot): readonly [CallTimer, ...CallTimer[]] {
    if (connectedAt === null) return [{ label: timeRinging, since: startedAt }];
    const talk = { label: consultationOf === null ? callDuration : timeConsultation, since: connectedAt };
    return heldAt === null ? [talk] : [{ label: timeHeld, since: heldAt }, talk];
}

/** How the call ended, for a person. */
export function endingText({ by, cause, statusCode }: CallEnding, direction: Call['direction']): string {
    // The PBX gave our call up by itself (a 487 that no CANCEL asked for): nobody here has missed a call.
    if (direction === 'outbound' && cause === 'cancelled' && by !== 'local') return endingUnavailable;
    if (cause === 'refused' && statusCode !== undefined) return format(endingRefusedStatus, statusCode);
    return (by === 'local' ? endingsByAgent[cause] : undefined) ?? endings[cause];
}

/** The best name there is for the other party: the record, what the network says, the number. */
export function partyName({ record, remote, numberText }: Pick<CallSnapshot, 'record' | 'remote' | 'numberText'>): string {
    return record?.name ?? remote.displayName ?? numberText ?? (remote.absence === 'unavailable' ? unavailableNumber : withheldNumber);
}
