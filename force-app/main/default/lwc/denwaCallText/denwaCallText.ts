import { format } from 'c/denwaText';
import phaseAnswering from '@salesforce/label/c.Denwa_Phase_Answering';
import phaseConnected from '@salesforce/label/c.Denwa_Phase_Connected';
import phaseDialing from '@salesforce/label/c.Denwa_Phase_Dialing';
import phaseEnded from '@salesforce/label/c.Denwa_Phase_Ended';
import phaseEnding from '@salesforce/label/c.Denwa_Phase_Ending';
import phaseInbound from '@salesforce/label/c.Denwa_Phase_Inbound';
import phaseRinging from '@salesforce/label/c.Denwa_Phase_Ringing';
import endingAnsweredElsewhere from '@salesforce/label/c.Denwa_Ending_Answered_Elsewhere';
import endingBusy from '@salesforce/label/c.Denwa_Ending_Busy';
import endingCancelled from '@salesforce/label/c.Denwa_Ending_Cancelled';
import endingConnectionLost from '@salesforce/label/c.Denwa_Ending_Connection_Lost';
import endingDeclined from '@salesforce/label/c.Denwa_Ending_Declined';
import endingDeclinedRemote from '@salesforce/label/c.Denwa_Ending_Declined_Remote';
import endingForbidden from '@salesforce/label/c.Denwa_Ending_Forbidden';
import endingHungUp from '@salesforce/label/c.Denwa_Ending_Hung_Up';
import endingHungUpRemote from '@salesforce/label/c.Denwa_Ending_Hung_Up_Remote';
import endingMediaFailed from '@salesforce/label/c.Denwa_Ending_Media_Failed';
import endingMicrophone from '@salesforce/label/c.Denwa_Ending_Microphone';
import endingMissed from '@salesforce/label/c.Denwa_Ending_Missed';
import endingNoAnswer from '@salesforce/label/c.Denwa_Ending_No_Answer';
import endingNotFound from '@salesforce/label/c.Denwa_Ending_Not_Found';
import endingRefused from '@salesforce/label/c.Denwa_Ending_Refused';
import endingRefusedStatus from '@salesforce/label/c.Denwa_Ending_Refused_Status';
import endingUnavailable from '@salesforce/label/c.Denwa_Ending_Unavailable';
import withheldNumber from '@salesforce/label/c.Denwa_Withheld_Number';
import type { Call, CallPhase } from '../../../../../src/telephony/call';
import type { CallEnding, EndingCause } from '../../../../../src/telephony/call-ending';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

const phases: Record<CallPhase, string> = {
    dialing: phaseDialing,
    ringing: phaseRinging,
    answering: phaseAnswering,
    connected: phaseConnected,
    ending: phaseEnding,
    ended: phaseEnded
};

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
    refused: endingRefused
};

/** Where it makes a difference to the agent that it was the agent who ended the call. */
const endingsByAgent: Partial<Record<EndingCause, string>> = {
    'hung-up': endingHungUp,
    cancelled: endingCancelled,
    declined: endingDeclined
};

/** What the call is doing, in the words of the message display. */
export function phaseText({ direction, phase }: Pick<Call, 'direction' | 'phase'>): string {
    return direction === 'inbound' && phase === 'ringing' ? phaseInbound : phases[phase];
}

/** How the call ended, for a person. */
export function endingText({ by, cause, statusCode }: CallEnding): string {
    if (cause === 'refused' && statusCode !== undefined) return format(endingRefusedStatus, statusCode);
    return (by === 'local' ? endingsByAgent[cause] : undefined) ?? endings[cause];
}

/** The best name there is for the other party: the record, what the network says, the number. */
export function partyName({ record, remote, numberText }: Pick<CallSnapshot, 'record' | 'remote' | 'numberText'>): string {
    return record?.name ?? remote.displayName ?? numberText ?? withheldNumber;
}
