import type { Language } from '../shared/schema';
import type { ApexClasses } from './apex/apex-class';
import type { BrowserScripts } from './browser-scripts';
import type { CallCenter } from './call-center';
import type { ResolvedOptions } from './options';
import type { RecordStore } from './records/record-store';
import type { RemotingFaults } from './visualforce/remoting-faults';
import type { Sessions } from './sessions';

/** The running stand-in org: what both origins serve from. */
export interface Org {
    readonly options: ResolvedOptions;
    /** Known once the server listens. */
    readonly origins: { readonly lightning: string; readonly vf: string };
    readonly callCenter: CallCenter;
    readonly sessions: Sessions;
    readonly store: RecordStore;
    readonly apexClasses: ApexClasses;
    readonly remotingFaults: RemotingFaults;
    readonly scripts: BrowserScripts;
    /** Files that are served as they are: the design system's assets, and the Lightning page's stylesheet. */
    readonly folders: { readonly slds: string; readonly lightning: string };
}

export function isLanguage(value: string | null): value is Language {
    return value === 'ja' || value === 'en_US';
}
