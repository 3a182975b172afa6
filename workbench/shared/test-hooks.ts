import type { Faults } from '../host/faults';
import type { MessageChannels } from '../host/message-channels';
import type { OpenCtiLogEntry, Work } from '../host/open-cti-host';
import type { RecordForm } from '../lightning/state';

/** `window.workbench` of the top page: what a test can look at and set off. Knows nothing of the softphone in the frame. */
export interface WorkbenchHooks {
    /** Lets the host answer a method never, late, twice or with an error. */
    readonly faults: Faults;
    /** Every Open CTI call, answer, event and ignored message, oldest first. */
    readonly openCtiLog: readonly OpenCtiLogEntry[];
    /** The forms whose unsaved input was lost, because something else took their place. */
    readonly lostForms: readonly RecordForm[];
    /** Lightning Message Service of the page. */
    readonly messageChannels: MessageChannels;
    /** Sets off `hvs.onWorkStart`. */
    readonly startWork: (work: Work) => void;
}
