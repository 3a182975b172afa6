import type { ApexRequest, ApexResult, DefaultFieldValues, SaveResult } from '../shared/org-api';
import type { OrgRecord } from '../shared/records';

/** What is told of a person account beside its record. */
export interface PersonAccountInfo {
    readonly contactId?: string;
    readonly personAccount?: true;
}

/** What the agent sees now. A list view has nothing but its URL. */
export interface AppViewInfo extends PersonAccountInfo {
    readonly url: string;
    readonly recordId?: string;
    readonly recordName?: string;
    readonly objectType?: string;
}

/** What a click on a phone number tells the softphone. */
export interface ClickToDial extends PersonAccountInfo {
    readonly number: string;
    readonly recordId: string;
    readonly recordName: string;
    readonly objectType: string;
    readonly params: string;
}

export interface FlowArgument {
    readonly name: string;
    readonly type?: string;
    readonly value?: unknown;
}

/** Where a screen pop leads. */
export type ScreenPop =
    | { readonly type: 'sobject'; readonly recordId: string }
    | { readonly type: 'url'; readonly url: string }
    | { readonly type: 'objecthome'; readonly scope: string }
    | { readonly type: 'list'; readonly listViewId: string; readonly scope: string }
    | { readonly type: 'search'; readonly searchString: string }
    | { readonly type: 'newRecord'; readonly entityName: string; readonly defaultFieldValues: DefaultFieldValues }
    | { readonly type: 'flow'; readonly flowDevName: string; readonly flowArgs: readonly FlowArgument[] };

export type MatchKind = 'NoMatch' | 'SingleMatch' | 'MultipleMatches';

export interface ScreenPopRule {
    readonly screenPopType: 'DoNotPop' | 'PopToEntity' | 'PopToSearch' | 'PopToVisualforce' | 'PopToFlow';
    readonly screenPopData?: string;
}

/** One call type's section of a softphone layout, as `getSoftphoneLayout` returns it. */
export interface SoftphoneLayoutSection {
    readonly callRelatedFields: readonly string[];
    /** Fields to show, by object API name. */
    readonly objects: Readonly<Record<string, readonly { readonly displayName: string; readonly apiName: string }[]>>;
    readonly screenPopSettings: Readonly<{ screenPopsOpenWithin: string } & Partial<Record<MatchKind, ScreenPopRule>>>;
}

export type SoftphoneLayout = Readonly<Record<'Internal' | 'Inbound' | 'Outbound', SoftphoneLayoutSection>>;

/**
 * The page around the softphone: everything the Open CTI host can make happen in the top window or in the org. A method that rejects makes
 * the API call fail with SERVER_ERROR.
 */
export interface OrgPage {
    readonly setPanelVisible: (visible: boolean) => void;
    readonly isPanelVisible: () => boolean;
    /** Pixels. */
    readonly setPanelHeight: (height: number) => void;
    readonly setPanelWidth: (width: number) => void;
    readonly setPanelLabel: (label: string) => void;
    readonly setPanelIcon: (key: string) => void;
    readonly setItemLabel: (label: string) => void;
    readonly setItemIcon: (key: string) => void;
    readonly setClickToDialEnabled: (enabled: boolean) => void;
    readonly appViewInfo: () => AppViewInfo;
    /** Resolves to false when the target does not exist. */
    readonly screenPop: (target: ScreenPop) => Promise<boolean>;
    readonly refreshView: () => Promise<void>;
    readonly callCenterSettings: () => Readonly<Record<string, string>>;
    readonly softphoneLayout: () => SoftphoneLayout;
    readonly search: (text: string, objects: readonly string[]) => Promise<readonly OrgRecord[]>;
    readonly saveLog: (object: Readonly<Record<string, unknown>>) => Promise<SaveResult>;
    readonly runApex: (request: ApexRequest) => Promise<ApexResult>;
}
