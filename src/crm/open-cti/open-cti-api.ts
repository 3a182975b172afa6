/**
 * The part of `sforce.opencti` that Denwa uses, for Lightning Experience (Open CTI Developer Guide, API 67).
 * A wrong argument makes a method throw, sometimes a bare string. Callbacks have no time limit; a listener can never be taken away.
 */
export type OpenCtiMethod =
    | 'enableClickToDial'
    | 'disableClickToDial'
    | 'setSoftphonePanelVisibility'
    | 'setSoftphoneItemLabel'
    | 'setSoftphonePanelLabel'
    | 'setSoftphoneItemIcon'
    | 'setSoftphonePanelIcon'
    | 'setSoftphonePanelWidth'
    | 'setSoftphonePanelHeight'
    | 'screenPop'
    | 'searchAndScreenPop'
    | 'getAppViewInfo'
    | 'refreshView'
    | 'publish'
    | 'getCallCenterSettings';

export type OpenCtiArguments = Readonly<Record<string, unknown>> & { readonly callback: (response: unknown) => void };

export interface OpenCtiListening {
    readonly listener: (payload: unknown) => void;
}

/** The callback hears whether the channel is there, the listener each message on it. */
export type OpenCtiSubscribing = OpenCtiListening & OpenCtiArguments & { readonly channelName: string };

export type OpenCtiApi = Readonly<Record<OpenCtiMethod, (args: OpenCtiArguments) => void>> & {
    readonly SCREENPOP_TYPE: { readonly SOBJECT: string; readonly SEARCH: string; readonly NEW_RECORD_MODAL: string };
    onClickToDial(args: OpenCtiListening): void;
    onNavigationChange(args: OpenCtiListening): void;
    /** Lightning Message Service (API 47). */
    subscribe(args: OpenCtiSubscribing): void;
};

/** What Salesforce's script leaves in the window; undefined when it could not start, as outside of the softphone's frame. */
export function openCtiOf(scope: object): OpenCtiApi | undefined {
    return (scope as { readonly sforce?: { readonly opencti?: OpenCtiApi } }).sforce?.opencti;
}
