import { noDetails, type Call } from './call';
import type { RecordSource } from './record';

type Given = Pick<Call, 'id' | 'direction' | 'origin' | 'remote' | 'startedAt'> &
    Partial<Pick<Call, 'dialString' | 'notifiedNumber' | 'details' | 'returned' | 'consultationOf' | 'dialog' | 'extension'>> &
    Partial<AboutRecord>;

interface AboutRecord {
    readonly record: Call['record'];
    /** How the record came to be known before the call began. */
    readonly recordSource: Exclude<RecordSource, 'search' | 'agent'>;
}

/** A call as it starts: dialled by this phone, or offered to it. */
export function newCall({ record = null, recordSource = 'carried', ...given }: Given): Call {
    return {
        dialString: null,
        notifiedNumber: null,
        details: noDetails,
        returned: null,
        consultationOf: null,
        dialog: null,
        extension: null,
        record,
        recordSource: record && recordSource,
        matches: [],
        pop: null,
        ...given,
        phase: given.direction === 'inbound' ? 'ringing' : 'dialing',
        phaseOrigin: given.origin,
        media: 'new',
        quality: null,
        localHold: 'none',
        heldAt: null,
        heldFor: 0,
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
