import { noDetails, type Call } from '../telephony/call';

type Given = Pick<Call, 'id' | 'direction' | 'origin' | 'remote' | 'startedAt'> &
    Partial<Pick<Call, 'dialString' | 'details' | 'returned' | 'consultationOf' | 'dialog' | 'record'>>;

/** A call as it starts: dialled by this phone, or offered to it. */
export function newCall(given: Given): Call {
    return {
        dialString: null,
        details: noDetails,
        returned: null,
        consultationOf: null,
        dialog: null,
        record: null,
        ...given,
        phase: given.direction === 'inbound' ? 'ringing' : 'dialing',
        phaseOrigin: given.origin,
        media: 'new',
        localHold: 'none',
        heldAt: null,
        remoteHold: false,
        muted: false,
        awaiting: null,
        inConference: false,
        transfer: null,
        digits: '',
        connectedAt: null,
        endedAt: null,
        ending: null
    };
}
