/** Open CTI for Lightning Experience on the wire: what the client in the frame and the host in the top window post to each other. */

export const API_TYPE = 'opencti';

export const METHOD_NAMES = [
    'disableClickToDial',
    'enableClickToDial',
    'getAppViewInfo',
    'getCallCenterSettings',
    'getSoftphoneLayout',
    'hvs.completeWork',
    'hvs.onWorkStart',
    'isSoftphonePanelVisible',
    'notifyInitializationComplete',
    'onClickToDial',
    'onNavigationChange',
    'publish',
    'refreshView',
    'runApex',
    'saveLog',
    'screenPop',
    'searchAndScreenPop',
    'setSoftphoneItemIcon',
    'setSoftphoneItemLabel',
    'setSoftphonePanelHeight',
    'setSoftphonePanelIcon',
    'setSoftphonePanelLabel',
    'setSoftphonePanelVisibility',
    'setSoftphonePanelWidth',
    'subscribe',
    'unsubscribe'
] as const;

export type MethodName = (typeof METHOD_NAMES)[number];

/** Methods whose listener runs for every event, without limit and without unregistering. */
export type ListenerMethod = 'onClickToDial' | 'onNavigationChange' | 'hvs.onWorkStart';

/** Frame to top window. */
export interface CallMessage {
    readonly methodName: string;
    /** Counts the calls of one document, from 0. */
    readonly callId: number;
    readonly apiVersion: number;
    readonly apiType: typeof API_TYPE;
    readonly isCallbackRegistered: boolean;
    readonly isListenerRegistered: boolean;
    readonly args: unknown;
}

export type ErrorCode = 'INVALID_PARAM' | 'GENERIC_ERROR' | 'SERVER_ERROR' | 'SOFTPHONE_CONTAINER_ERROR';

export interface ApiError {
    readonly code: ErrorCode;
    readonly description: string;
    readonly details?: unknown;
}

/** What a callback receives. */
export interface ApiResponse {
    readonly success: boolean;
    readonly returnValue: unknown;
    readonly errors: readonly ApiError[] | null;
}

/** Top window to frame: the answer of a call, or an event for the listeners of a method. */
export interface ReplyMessage {
    readonly apiVersion: number;
    readonly apiType: typeof API_TYPE;
    readonly methodName: string;
    readonly callId: number;
    /** An `ApiResponse` for a callback, the bare payload for a listener. */
    readonly response: unknown;
    readonly shouldExecuteCallback: boolean;
    readonly shouldExecuteListener: boolean;
    /** The message channel of an event for `subscribe`. */
    readonly eventName?: string;
}

export const SCREENPOP_TYPE = {
    URL: 'url',
    SOBJECT: 'sobject',
    OBJECTHOME: 'objecthome',
    LIST: 'list',
    SEARCH: 'search',
    NEW_RECORD_MODAL: 'newRecord',
    FLOW: 'flow'
} as const;

export const CALL_TYPE = { INBOUND: 'inbound', OUTBOUND: 'outbound', INTERNAL: 'internal' } as const;

export type CallType = (typeof CALL_TYPE)[keyof typeof CALL_TYPE];
