import type { Call } from './call';
import type { CallLog } from './call-log';

/** What the browser keeps of a call until its log is saved. Plain JSON. */
export interface JournalEntry {
    /** Without its `matches` and `pop`, which matter only while it rings. */
    readonly call: Call;
    readonly log: CallLog;
    /** When this was written, in milliseconds since the Unix epoch; a call whose page died lasted about until then. */
    readonly writtenAt: number;
}
