import { format } from 'c/denwaText';
import busy from '@salesforce/label/c.Denwa_Transfer_Busy';
import checking from '@salesforce/label/c.Denwa_Transfer_Checking';
import connectionLost from '@salesforce/label/c.Denwa_Transfer_Connection_Lost';
import declined from '@salesforce/label/c.Denwa_Transfer_Declined';
import forbidden from '@salesforce/label/c.Denwa_Transfer_Forbidden';
import noAnswer from '@salesforce/label/c.Denwa_Transfer_No_Answer';
import noReply from '@salesforce/label/c.Denwa_Transfer_No_Reply';
import notFound from '@salesforce/label/c.Denwa_Transfer_Not_Found';
import parkConnectionLost from '@salesforce/label/c.Denwa_Park_Connection_Lost';
import parkFailed from '@salesforce/label/c.Denwa_Park_Failed';
import parkedSlot from '@salesforce/label/c.Denwa_Parked_Slot';
import refused from '@salesforce/label/c.Denwa_Transfer_Refused';
import refusedStatus from '@salesforce/label/c.Denwa_Transfer_Refused_Status';
import requested from '@salesforce/label/c.Denwa_Transfer_Requested';
import returnedPark from '@salesforce/label/c.Denwa_Returned_Park';
import returnedParkUnknown from '@salesforce/label/c.Denwa_Returned_Park_Unknown';
import ringing from '@salesforce/label/c.Denwa_Transfer_Ringing';
import unavailable from '@salesforce/label/c.Denwa_Transfer_Unavailable';
import unknownTarget from '@salesforce/label/c.Denwa_Transfer_Target';
import type { ReturnedCall } from '../../../../../src/telephony/call';
import type { Transfer, TransferFailureCause } from '../../../../../src/telephony/transfer';

const causes: Record<TransferFailureCause, string> = {
    busy,
    'no-answer': noAnswer,
    'not-found': notFound,
    unavailable,
    declined,
    forbidden,
    refused,
    'connection-lost': connectionLost,
    'no-reply': noReply
};

const progress: Record<Exclude<Transfer['status'], 'failed'>, string> = {
    checking,
    requested,
    accepted: requested,
    progressing: ringing
};

/** How far a transfer has come, or why it came to nothing; empty where the message of the call says it all. */
export function transferText({ kind, target, status, failure, slot }: Transfer): string {
    if (kind === 'park') {
        if (status === 'failed') return failure?.cause === 'connection-lost' ? parkConnectionLost : parkFailed;
        return slot ? format(parkedSlot, slot.slot) : '';
    }
    if (status !== 'failed') return format(progress[status], target);
    if (failure?.cause === 'refused' && failure.statusCode !== undefined) return format(refusedStatus, target, failure.statusCode);
    return format(causes[failure?.cause ?? 'no-reply'], target);
}

/** Why the PBX calls with a call that was given away. */
export function returnedText(returned: ReturnedCall): string {
    if (returned.kind === 'transfer') return format(causes[returned.cause], returned.target ?? unknownTarget);
    return returned.slot === null ? returnedParkUnknown : format(returnedPark, returned.slot);
}
