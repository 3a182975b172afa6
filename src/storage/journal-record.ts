import type { Call, CallDetails, RemoteParty, ReturnedCall, SipDialog } from '../telephony/call';
import type { CallEnding } from '../telephony/call-ending';
import type { CallLog } from '../telephony/call-log';
import type { JournalEntry } from '../telephony/journal-entry';
import type { Origin } from '../telephony/origin';
import type { RecordSource } from '../telephony/record';
import type { ParkingSlot, Transfer, TransferFailure, TransferFailureCause } from '../telephony/transfer';
import { isCallQuality } from './quality-record';
import { absentOr, isAmount, isFlag, isName, isObject, isRecordLink, isText, isTime, nullOr, ofShape, oneOf } from './shape';

/** How an entry lies in the store. */
export interface JournalRecord {
    /** Id of the Salesforce user whose call it is. */
    readonly user: string;
    /** Id of the page that answers for it. */
    readonly page: string;
    readonly entry: JournalEntry;
}

/** The entry in what the browser gives back. Null: nothing that a log could be made of. */
export function readJournalRecord(record: unknown): JournalEntry | null {
    const stored = isObject(record) ? record.entry : null;
    if (!isObject(stored) || !isObject(stored.call)) return null;
    const entry = { ...stored, call: { ...addedLater, ...stored.call } };
    if (!isEntry(entry) || entry.log.callId !== entry.call.id) return null;
    return { ...entry, call: { ...entry.call, matches: [], pop: null } };
}

/** What calls of earlier versions do not have. */
const addedLater: Pick<Call, 'quality' | 'notifiedNumber'> = { quality: null, notifiedNumber: null };

/** The page that answers for a record; no page has the empty name. */
export function pageOf(record: unknown): string {
    return isObject(record) && isText(record.page) ? record.page : '';
}

const isDirection = oneOf<Call['direction']>({ inbound: true, outbound: true });
const isOrigin = oneOf<Origin>({ agent: true, crm: true, remote: true });

const FAILURE_CAUSES: Readonly<Record<TransferFailureCause, true>> = {
    busy: true,
    'no-answer': true,
    'not-found': true,
    unavailable: true,
    declined: true,
    forbidden: true,
    refused: true,
    'connection-lost': true,
    'no-reply': true
};

const isRemoteParty = ofShape<RemoteParty>({
    number: nullOr(isText),
    displayName: nullOr(isText),
    absence: absentOr(oneOf<NonNullable<RemoteParty['absence']>>({ withheld: true, unavailable: true }))
});

const isDetails = ofShape<CallDetails>({ dialledNumber: nullOr(isText), businessLabel: nullOr(isText), queue: nullOr(isText) });

const isReturnedFromPark = ofShape<Extract<ReturnedCall, { readonly kind: 'park' }>>({ kind: oneOf({ park: true }), slot: nullOr(isText) });

const isReturnedFromTransfer = ofShape<Extract<ReturnedCall, { readonly kind: 'transfer' }>>({
    kind: oneOf({ transfer: true }),
    target: nullOr(isText),
    cause: oneOf(FAILURE_CAUSES)
});

// A Call-ID is what a Task is found again by.
const isDialog = ofShape<SipDialog>({ callId: isName, localTag: nullOr(isText), remoteTag: nullOr(isText) });

const isTransfer = ofShape<Transfer>({
    kind: oneOf<Transfer['kind']>({ blind: true, attended: true, park: true }),
    target: isText,
    status: oneOf<Transfer['status']>({ checking: true, requested: true, accepted: true, progressing: true, failed: true }),
    failure: nullOr(ofShape<TransferFailure>({ cause: oneOf(FAILURE_CAUSES), statusCode: absentOr(isAmount), foreseen: isFlag })),
    slot: nullOr(ofShape<ParkingSlot>({ slot: isText, recallAfter: nullOr(isAmount) }))
});

const isEnding = ofShape<CallEnding>({
    by: oneOf<CallEnding['by']>({ local: true, remote: true, system: true }),
    cause: oneOf<CallEnding['cause']>({
        'hung-up': true,
        cancelled: true,
        declined: true,
        busy: true,
        'no-answer': true,
        'not-found': true,
        unavailable: true,
        forbidden: true,
        'answered-elsewhere': true,
        'microphone-unavailable': true,
        'connection-lost': true,
        'media-failed': true,
        transferred: true,
        parked: true,
        'nothing-to-pick-up': true,
        'hold-failed': true,
        'page-closed': true,
        refused: true
    }),
    statusCode: absentOr(isAmount)
});

const isCall = ofShape<Omit<Call, 'matches' | 'pop'>>({
    id: isName,
    direction: isDirection,
    origin: isOrigin,
    phase: oneOf<Call['phase']>({ dialing: true, ringing: true, answering: true, connected: true, ending: true, ended: true }),
    phaseOrigin: isOrigin,
    remote: isRemoteParty,
    dialString: nullOr(isText),
    notifiedNumber: nullOr(isText),
    extension: nullOr(isText),
    details: isDetails,
    returned: nullOr((value) => isReturnedFromPark(value) || isReturnedFromTransfer(value)),
    media: oneOf<Call['media']>({ new: true, connecting: true, connected: true, disconnected: true, failed: true, closed: true }),
    quality: nullOr(isCallQuality),
    localHold: oneOf<Call['localHold']>({ none: true, holding: true, held: true, resuming: true }),
    heldAt: nullOr(isTime),
    heldFor: isAmount,
    remoteHold: isFlag,
    muted: isFlag,
    awaiting: nullOr(oneOf<NonNullable<Call['awaiting']>>({ dial: true, answer: true, resume: true })),
    consultationOf: nullOr(isText),
    inConference: isFlag,
    transfer: nullOr(isTransfer),
    digits: isText,
    dialog: nullOr(isDialog),
    record: nullOr(isRecordLink),
    recordSource: nullOr(oneOf<RecordSource>({ click: true, carried: true, search: true, agent: true })),
    startedAt: isTime,
    connectedAt: nullOr(isTime),
    endedAt: nullOr(isTime),
    ending: nullOr(isEnding)
});

const isLog = ofShape<CallLog>({
    callId: isName,
    status: oneOf<CallLog['status']>({ open: true, 'wrap-up': true, saving: true, saved: true, failed: true }),
    direction: isDirection,
    numberText: nullOr(isText),
    displayName: nullOr(isText),
    notes: isText,
    disposition: nullOr(isText),
    who: nullOr(isRecordLink),
    what: nullOr(isRecordLink),
    isRelatedByAgent: isFlag,
    wrapUpEndsAt: nullOr(isTime)
});

const isEntry = ofShape<JournalEntry>({ call: isCall, log: isLog, writtenAt: isTime });
