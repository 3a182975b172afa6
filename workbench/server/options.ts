import type { OrgUser, OutsideNumber } from '../shared/org-api';
import type { ApexClasses } from './apex/apex-class';
import type { SipAccountOfUser } from './apex/denwa-controller';
import { makeRecordId } from './records/record-id';

/** The PBX side of the telephone network pane. Absent when the agents use a PBX of their own. */
export interface TelephoneNetwork {
    /** Rings an extension as an outside caller. Rejects when it cannot. */
    readonly ring: (call: { readonly extension: string; readonly callerNumber: string; readonly callerName: string }) => Promise<void>;
    /** Numbers that an agent can dial, with what answers. */
    readonly outsideNumbers: readonly OutsideNumber[];
}

/** All paths are absolute, or relative to the working directory. */
export interface WorkbenchOptions {
    /** Port of the origins that are not given in full; 0 takes a free one. Default 8080. */
    readonly port?: number;
    /** Address to listen on. Default 127.0.0.1. */
    readonly address?: string;
    /**
     * Full origin of the top window, such as `https://org.lightning.force.com`. Its port is the port that is listened on. An https origin
     * gets a self-signed certificate. Default `http://lightning.denwa.localhost:PORT`: the two are one site, as in an org.
     */
    readonly lightningOrigin?: string;
    /** Full origin of the Visualforce frame. Default `http://vf.denwa.localhost:PORT`. */
    readonly vfOrigin?: string;
    /** A client script to serve as `opencti_min.js` and `opencti.js` instead of the workbench's own. */
    readonly openCtiClientFile?: string;
    /** Folder of the Visualforce pages: `/apex/NAME` serves `NAME.page`. */
    readonly pagesFolder?: string;
    /** The call center definition of every user. */
    readonly callCenterFile?: string;
    /** Values that replace those of the definition, by their key in `getCallCenterSettings`, such as `/reqGeneralInfo/reqAdapterUrl`. */
    readonly callCenterOverrides?: Readonly<Record<string, string>>;
    /** Folders of the static resources, by resource name. */
    readonly staticResources?: Readonly<Record<string, string>>;
    /** The org's users; the first one is the default. */
    readonly users?: readonly OrgUser[];
    /** The SIP account of a user by its id, null for a user without one. Default: nobody has one. */
    readonly sipAccount?: SipAccountOfUser;
    /** Further Apex classes, or replacements of the stand-ins, by class name. */
    readonly apexClasses?: ApexClasses;
    readonly telephoneNetwork?: TelephoneNetwork;
    /** Headers that the org sends with the pages of both origins, such as its `permissions-policy`. */
    readonly pageHeaders?: Readonly<Record<string, string>>;
    /** The org's clock, milliseconds since the Unix epoch. Default `Date.now`. */
    readonly now?: () => number;
    /** Receives one line for each request that failed. Default: standard error. */
    readonly log?: (line: string) => void;
}

export type ResolvedOptions = Required<Omit<WorkbenchOptions, 'lightningOrigin' | 'vfOrigin' | 'openCtiClientFile' | 'telephoneNetwork'>> &
    Pick<WorkbenchOptions, 'lightningOrigin' | 'vfOrigin' | 'openCtiClientFile' | 'telephoneNetwork'>;

/** Four agents. `smith` works in English. */
export const defaultUsers: readonly [OrgUser, OrgUser, OrgUser, OrgUser] = [
    { id: makeRecordId('005', 1), username: 'sato', name: '佐藤 花子', language: 'ja' },
    { id: makeRecordId('005', 2), username: 'suzuki', name: '鈴木 一郎', language: 'ja' },
    { id: makeRecordId('005', 3), username: 'yamada', name: '山田 結衣', language: 'ja' },
    { id: makeRecordId('005', 4), username: 'smith', name: 'John Smith', language: 'en_US' }
];

export function resolveOptions(options: WorkbenchOptions): ResolvedOptions {
    return {
        port: 8080,
        address: '127.0.0.1',
        pagesFolder: 'force-app/main/default/pages',
        callCenterFile: 'force-app/main/default/callCenters/Denwa.callCenter-meta.xml',
        callCenterOverrides: {},
        staticResources: { denwa: 'force-app/main/default/staticresources/denwa' },
        users: defaultUsers,
        sipAccount: () => null,
        apexClasses: {},
        pageHeaders: {},
        now: Date.now,
        log: (line) => process.stderr.write(`${line}\n`),
        ...options
    };
}
