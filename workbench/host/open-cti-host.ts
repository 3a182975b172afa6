import {
    API_TYPE,
    METHOD_NAMES,
    type ApiResponse,
    type CallMessage,
    type ListenerMethod,
    type MethodName,
    type ReplyMessage
} from '../shared/open-cti';
import { ApiFailure, invalidParameter } from './api-failure';
import { Arguments } from './arguments';
import type { Faults } from './faults';
import type { MessageChannels } from './message-channels';
import { methods, type ConversationMethod } from './methods';
import type { AppViewInfo, ClickToDial, OrgPage } from './org-page';

/** A message as the browser delivers it. */
export interface IncomingMessage {
    readonly origin: string;
    readonly source: unknown;
    readonly data: unknown;
}

/** The softphone's frame, seen from the top window. */
export interface SoftphoneFrame {
    readonly origin: string;
    /** Tells whether a message comes from the frame's own window. */
    readonly isSource: (source: unknown) => boolean;
    readonly post: (message: ReplyMessage) => void;
}

/** One piece of work for `hvs.onWorkStart`. */
export interface Work {
    readonly workId: string;
    readonly completeWorkWhen: string;
    readonly attributes: Readonly<Record<string, unknown>>;
}

export type OpenCtiLogEntry =
    | { readonly kind: 'call'; readonly at: number; readonly methodName: string; readonly callId: number; readonly args: unknown }
    | { readonly kind: 'answer'; readonly at: number; readonly methodName: string; readonly callId: number; readonly response: ApiResponse }
    | { readonly kind: 'event'; readonly at: number; readonly methodName: string; readonly payload: unknown }
    | { readonly kind: 'ignored'; readonly at: number; readonly origin: string; readonly reason: string };

export interface HostDependencies {
    readonly page: OrgPage;
    readonly frame: SoftphoneFrame;
    readonly channels: MessageChannels;
    readonly faults: Faults;
    readonly now: () => number;
    readonly wait: (milliseconds: number) => Promise<void>;
    readonly log: (entry: OpenCtiLogEntry) => void;
}

/** The host of Open CTI for Lightning Experience: answers the client script of one softphone frame and sends it events. */
export class OpenCtiHost {
    readonly #dependencies: HostDependencies;
    /** The registration that an event refers to, by method. */
    readonly #listeners = new Map<ListenerMethod, CallMessage>();
    readonly #subscriptions = new Map<string, () => void>();
    readonly #openWork = new Set<string>();

    constructor(dependencies: HostDependencies) {
        this.#dependencies = dependencies;
    }

    /** Call it with every message that reaches the top window. */
    async receive({ origin, source, data }: IncomingMessage): Promise<void> {
        if (!isOpenCtiMessage(data)) {
            return;
        }
        const { frame, log, now } = this.#dependencies;
        const ignore = (reason: string): void => log({ kind: 'ignored', at: now(), origin, reason });
        if (origin !== frame.origin) {
            ignore('the origin is not that of the softphone');
        } else if (!frame.isSource(source)) {
            ignore('the sender is not the frame of the softphone');
        } else if (!isCallMessage(data)) {
            ignore('the message is malformed');
        } else {
            await this.#answer(data);
        }
    }

    clickToDial(payload: ClickToDial): void {
        this.#emit('onClickToDial', payload);
    }

    navigationChange(view: AppViewInfo): void {
        this.#emit('onNavigationChange', view);
    }

    startWork(work: Work): void {
        this.#openWork.add(work.workId);
        this.#emit('hvs.onWorkStart', work);
    }

    async #answer(call: CallMessage): Promise<void> {
        const { faults, log, now, wait } = this.#dependencies;
        log({ kind: 'call', at: now(), methodName: call.methodName, callId: call.callId, args: call.args });
        const fault = isMethodName(call.methodName) ? faults.get(call.methodName) : undefined;
        const response = fault?.kind === 'error' ? failed(fault.errors) : await this.#run(call);
        switch (fault?.kind) {
            case 'never':
                return;
            case 'late':
                await wait(fault.milliseconds);
                break;
            case 'twice':
                this.#reply(call, response);
                break;
            case 'error':
            case undefined:
                break;
        }
        this.#reply(call, response);
    }

    async #run(call: CallMessage): Promise<ApiResponse> {
        try {
            const { methodName } = call;
            if (!isMethodName(methodName)) {
                throw new ApiFailure('GENERIC_ERROR', `An error occurred while calling the API method. There is no method ${methodName}.`);
            }
            const args = new Arguments(call.args);
            const returnValue = isConversationMethod(methodName)
                ? this.#converse(methodName, args, call)
                : await methods[methodName](args, this.#dependencies.page);
            return { success: true, returnValue, errors: null };
        } catch (error) {
            if (error instanceof ApiFailure) {
                return failed([error.error]);
            }
            // Whatever the page could not do: the platform says no more than this either.
            return failed([{ code: 'SERVER_ERROR', description: `A problem was encountered on the server. ${String(error)}` }]);
        }
    }

    #converse(methodName: ConversationMethod, args: Arguments, call: CallMessage): unknown {
        const { channels } = this.#dependencies;
        switch (methodName) {
            case 'onClickToDial':
            case 'onNavigationChange':
            case 'hvs.onWorkStart':
                this.#listeners.set(methodName, call);
                return null;
            case 'publish':
                channels.publish(args.text('channelName'), args.raw('message'));
                return null;
            case 'subscribe':
                return this.#subscribe(args.text('channelName'), call);
            case 'unsubscribe': {
                const id = args.nested('subscription').text('subscriptionId');
                const end = this.#subscriptions.get(id);
                if (!end) {
                    throw invalidParameter('subscription', 'subscription that is open', id);
                }
                end();
                this.#subscriptions.delete(id);
                return null;
            }
            case 'hvs.completeWork': {
                const workId = args.text('workId');
                if (!this.#openWork.delete(workId)) {
                    throw invalidParameter('workId', 'work that was started', workId);
                }
                return null;
            }
        }
    }

    #subscribe(channelName: string, call: CallMessage): Readonly<Record<string, string>> {
        const subscriptionId = `${channelName}-${call.callId}`;
        const end = this.#dependencies.channels.subscribe(channelName, (message) => this.#postEvent(call, message, channelName));
        this.#subscriptions.set(subscriptionId, end);
        return { subscriptionId, channelName };
    }

    #emit(methodName: ListenerMethod, payload: unknown): void {
        const registration = this.#listeners.get(methodName);
        if (registration) {
            this.#postEvent(registration, payload);
        }
    }

    #postEvent({ apiVersion, methodName, callId }: CallMessage, payload: unknown, eventName?: string): void {
        const { frame, log, now } = this.#dependencies;
        log({ kind: 'event', at: now(), methodName, payload });
        frame.post({
            ...{ apiVersion, apiType: API_TYPE, methodName, callId, response: payload },
            ...{ shouldExecuteCallback: false, shouldExecuteListener: true },
            ...(eventName !== undefined && { eventName })
        });
    }

    #reply(call: CallMessage, response: ApiResponse): void {
        // Clients of old API versions know no flags and would run their listeners for the answer of a registration.
        if (call.isListenerRegistered && !call.isCallbackRegistered) {
            return;
        }
        const { frame, log, now } = this.#dependencies;
        const { apiVersion, methodName, callId } = call;
        log({ kind: 'answer', at: now(), methodName, callId, response });
        frame.post({
            ...{ apiVersion, apiType: API_TYPE, methodName, callId, response },
            ...{ shouldExecuteCallback: call.isCallbackRegistered, shouldExecuteListener: false }
        });
    }
}

function failed(errors: ApiResponse['errors']): ApiResponse {
    return { success: false, returnValue: null, errors };
}

function isOpenCtiMessage(data: unknown): data is { readonly apiType: typeof API_TYPE } {
    return (data as { apiType?: unknown } | null)?.apiType === API_TYPE;
}

function isCallMessage(data: { readonly apiType: typeof API_TYPE }): data is CallMessage {
    const { methodName, callId, apiVersion } = data as Partial<CallMessage>;
    return typeof methodName === 'string' && Number.isInteger(callId) && Number.isInteger(apiVersion);
}

function isMethodName(name: string): name is MethodName {
    return METHOD_NAMES.some((known) => known === name);
}

function isConversationMethod(name: MethodName): name is ConversationMethod {
    return !Object.hasOwn(methods, name);
}
