import { API_TYPE, CALL_TYPE, SCREENPOP_TYPE, type CallMessage, type MethodName, type ReplyMessage } from '../shared/open-cti';

/** What the script needs from the page that loads it. */
export interface ClientEnvironment {
    /** `location.search`. */
    readonly search: string;
    /** `location.protocol`, with its colon. */
    readonly protocol: string;
    readonly postToParent: (message: CallMessage, targetOrigin: string) => void;
    readonly onMessage: (receive: (event: { readonly origin: string; readonly data: unknown }) => void) => void;
}

/** Every method takes one object with named arguments. */
type ApiMethod = (...args: readonly unknown[]) => void;

/** The public API: `window.sforce.opencti`. */
export type OpenCti = Readonly<Record<Exclude<MethodName, `hvs.${string}`>, ApiMethod>> & {
    readonly SCREENPOP_TYPE: typeof SCREENPOP_TYPE;
    readonly CALL_TYPE: typeof CALL_TYPE;
    readonly hvs: { readonly onWorkStart: ApiMethod; readonly completeWork: ApiMethod };
};

type Args = Readonly<Record<string, unknown>>;
type Callback = (response: unknown) => void;

const API_VERSION = 67;

/** The origins that the platform's own client accepts, and those of the workbench. */
const HOST_ORIGIN = /^https?:\/\/[\w.-]+(?:\.force\.com|\.salesforce\.com|\.my-lightning\.com|\.localhost)(?::\d+)?$/;

/**
 * `sforce.opencti` as the platform's client script offers it: callbacks run once and may never run, listeners run for every event and cannot
 * be taken back, wrong arguments throw at once. Throws a string when the page was not opened as the softphone of a Lightning page.
 */
export function createOpenCti(environment: ClientEnvironment): OpenCti {
    const hostOrigin = readHostOrigin(environment);
    const callbacks = new Map<string, Callback>();
    const listeners = new Map<string, Callback[]>();
    let nextCallId = 0;

    const invoke = (methodName: string, args: Args, callback?: unknown, listener?: unknown): void => {
        const callId = nextCallId++;
        if (isFunction(callback)) {
            callbacks.set(`${methodName}_${callId}`, callback);
        }
        if (isFunction(listener)) {
            // Each subscription has a channel of its own; the listeners of all other methods share one list.
            const key = methodName === 'subscribe' ? `${methodName}_${callId}` : methodName;
            listeners.set(key, [...(listeners.get(key) ?? []), listener]);
        }
        environment.postToParent(
            {
                methodName,
                callId,
                apiVersion: API_VERSION,
                apiType: API_TYPE,
                isCallbackRegistered: isFunction(callback),
                isListenerRegistered: isFunction(listener),
                args
            },
            hostOrigin
        );
    };

    environment.onMessage(({ origin, data }) => {
        if (origin !== hostOrigin || !isReply(data)) {
            return;
        }
        const key = `${data.methodName}_${data.callId}`;
        const callback = callbacks.get(key);
        if (data.shouldExecuteCallback === true && callback) {
            callbacks.delete(key);
            callback(data.response);
        }
        if (data.shouldExecuteListener === true) {
            for (const listener of listeners.get(data.methodName === 'subscribe' ? key : data.methodName) ?? []) {
                listener(data.response);
            }
        }
    });

    /** A method that takes named arguments and an optional callback. */
    const method =
        (methodName: string, ...names: readonly string[]): ApiMethod =>
        (...args) => {
            const given = onlyObject(args);
            invoke(methodName, pick(given, names), given['callback']);
        };
    /** A method that may be called with nothing at all. */
    const bareMethod =
        (methodName: string): ApiMethod =>
        (...args) => {
            invoke(methodName, {}, args.length > 0 ? onlyObject(args)['callback'] : undefined);
        };
    /** A method that makes no sense without its callback. */
    const query =
        (methodName: string): ApiMethod =>
        (...args) => {
            invoke(methodName, {}, requireFunction(onlyObject(args), 'callback'));
        };
    const event =
        (methodName: string): ApiMethod =>
        (...args) => {
            invoke(methodName, {}, undefined, requireFunction(onlyObject(args), 'listener'));
        };

    return {
        SCREENPOP_TYPE,
        CALL_TYPE,
        enableClickToDial: bareMethod('enableClickToDial'),
        disableClickToDial: bareMethod('disableClickToDial'),
        onClickToDial: event('onClickToDial'),
        onNavigationChange: event('onNavigationChange'),
        getAppViewInfo: query('getAppViewInfo'),
        getCallCenterSettings: query('getCallCenterSettings'),
        getSoftphoneLayout: query('getSoftphoneLayout'),
        screenPop: method('screenPop', 'type', 'params', 'defaultFieldValues'),
        searchAndScreenPop: method(
            'searchAndScreenPop',
            ...['searchParams', 'callType', 'queryParams', 'defaultFieldValues', 'deferred', 'params']
        ),
        saveLog: (...args) => {
            const given = onlyObject(args);
            const value = given['value'];
            if (typeof value !== 'object' || value === null) {
                throw new Error('Missing the required argument `value object`!');
            }
            invoke('saveLog', { object: value }, given['callback']);
        },
        runApex: method('runApex', 'apexClass', 'methodName', 'methodParams'),
        refreshView: bareMethod('refreshView'),
        notifyInitializationComplete: bareMethod('notifyInitializationComplete'),
        isSoftphonePanelVisible: query('isSoftphonePanelVisible'),
        setSoftphonePanelVisibility: method('setSoftphonePanelVisibility', 'visible'),
        setSoftphonePanelHeight: method('setSoftphonePanelHeight', 'heightPX'),
        setSoftphonePanelWidth: method('setSoftphonePanelWidth', 'widthPX'),
        setSoftphonePanelIcon: method('setSoftphonePanelIcon', 'key'),
        setSoftphonePanelLabel: method('setSoftphonePanelLabel', 'label'),
        setSoftphoneItemIcon: method('setSoftphoneItemIcon', 'key'),
        setSoftphoneItemLabel: method('setSoftphoneItemLabel', 'label'),
        publish: method('publish', 'channelName', 'message'),
        subscribe: (...args) => {
            const given = onlyObject(args);
            const listener = requireFunction(given, 'listener');
            invoke('subscribe', pick(given, ['channelName']), requireFunction(given, 'callback'), listener);
        },
        unsubscribe: method('unsubscribe', 'subscription'),
        hvs: {
            onWorkStart: event('hvs.onWorkStart'),
            completeWork: method('hvs.completeWork', 'workId', 'attributes')
        }
    };
}

function readHostOrigin({ search, protocol }: ClientEnvironment): string {
    const parameters = new URLSearchParams(search);
    const origin = parameters.get('sfdcIframeOrigin') ?? '';
    if (!parameters.get('mode') || !HOST_ORIGIN.test(origin) || !origin.startsWith(`${protocol}//`)) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the platform's client throws a string, and adapters must survive that
        throw 'Failed to initialize Open CTI. Ensure that it is loaded from the right frame with correct URL parameters';
    }
    return origin;
}

function isReply(data: unknown): data is ReplyMessage {
    const reply = data as Partial<ReplyMessage> | null;
    return (
        typeof reply === 'object' && reply?.apiType === API_TYPE && reply.apiVersion === API_VERSION && typeof reply.methodName === 'string'
    );
}

function isFunction(value: unknown): value is Callback {
    return typeof value === 'function';
}

function onlyObject(args: readonly unknown[]): Args {
    const [given] = args;
    if (args.length !== 1 || typeof given !== 'object' || given === null || Object.keys(given).length === 0) {
        throw new Error('Must pass in only one object which holds arguments to this API method call.');
    }
    return given as Args;
}

function requireFunction(args: Args, name: string): Callback {
    const value = args[name];
    if (!isFunction(value)) {
        throw new Error(`Missing the required argument \`${name}\`!`);
    }
    return value;
}

function pick(args: Args, names: readonly string[]): Args {
    return Object.fromEntries(names.map((name) => [name, args[name]]));
}
