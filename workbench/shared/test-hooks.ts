import type { Faults } from '../host/faults';
import type { MessageChannels } from '../host/message-channels';
import type { OpenCtiLogEntry, Work } from '../host/open-cti-host';

/** `window.workbench` of the top page: what a test can look at and set off. Knows nothing of the softphone in the frame. */
export interface WorkbenchHooks {
    /** Lets the host answer a method never, late, twice or with an error. */
    readonly faults: Faults;
    /** Every Open CTI call, answer, event and ignored message, oldest first. */
    readonly openCtiLog: readonly OpenCtiLogEntry[];
    /** Lightning Message Service of the page. */
    readonly messageChannels: MessageChannels;
    /** Sets off `hvs.onWorkStart`. */
    readonly startWork: (work: Work) => void;
}
