import type { RemotingRequest, RemotingResponse } from '../shared/remoting';

/** What the callback of `invokeAction` receives beside the result. */
export interface RemotingEvent {
    readonly status: boolean;
    readonly type: 'rpc' | 'exception';
    readonly tid: number;
    readonly action: string;
    readonly method: string;
    readonly statusCode: number;
    readonly message?: string;
    readonly where?: string;
}

export interface RemotingOptions {
    /** The platform escapes the texts of a result for HTML unless this is false. */
    readonly escape?: boolean;
    /** Milliseconds; 30 000 by default, at most 120 000. */
    readonly timeout?: number;
    readonly buffer?: boolean;
}

export type RemotingCallback = (result: unknown, event: RemotingEvent) => void;

export interface RemotingEnvironment {
    readonly session: string;
    readonly post: (requests: RemotingRequest, timeout: number) => Promise<readonly RemotingResponse[]>;
}

const DEFAULT_TIMEOUT = 30_000;

/** `Visualforce.remoting.Manager` for a page. Source: Visualforce developer guide, "JavaScript remoting for Apex controllers". */
export class RemotingManager {
    readonly #environment: RemotingEnvironment;
    #lastTransaction = 1;

    constructor(environment: RemotingEnvironment) {
        this.#environment = environment;
    }

    /** `invokeAction('Class.method', …parameters, callback, options?)`. */
    invokeAction(name: string, ...rest: readonly unknown[]): void {
        const callbackAt = rest.findIndex((argument) => typeof argument === 'function');
        if (callbackAt < 0) {
            throw new Error(`Visualforce remoting: ${name} was called without a callback.`);
        }
        const callback = rest[callbackAt] as RemotingCallback;
        const options = (rest[callbackAt + 1] ?? {}) as RemotingOptions;
        const [action = '', method = ''] = splitName(name);
        const parameters = rest.slice(0, callbackAt);
        void this.#invoke(
            {
                action,
                method,
                data: parameters.length > 0 ? parameters : null,
                type: 'rpc',
                tid: ++this.#lastTransaction,
                ctx: { vid: this.#environment.session }
            },
            callback,
            options
        );
    }

    async #invoke(request: RemotingRequest, callback: RemotingCallback, options: RemotingOptions): Promise<void> {
        const { tid, action, method } = request;
        const unreachable = (message: string): RemotingResponse => ({
            statusCode: 500,
            type: 'exception',
            tid,
            action,
            method,
            message,
            where: ''
        });
        let responses: readonly RemotingResponse[];
        try {
            const received = await this.#environment.post(request, options.timeout ?? DEFAULT_TIMEOUT);
            const own = received.filter((candidate) => candidate.tid === tid);
            responses = own.length > 0 ? own : [unreachable('The server sent no answer.')];
        } catch (error) {
            responses = [unreachable(`Unable to connect to the server (${error instanceof Error ? error.message : String(error)}).`)];
        }
        for (const response of responses) {
            deliver(response, callback, options.escape !== false);
        }
    }
}

function deliver(response: RemotingResponse, callback: RemotingCallback, escape: boolean): void {
    const { statusCode, tid, action, method, type } = response;
    const common = { statusCode, tid, action, method };
    if (response.type === 'rpc') {
        callback(escape ? escapeTexts(response.result) : response.result, { ...common, type: 'rpc', status: true });
    } else {
        callback(null, { ...common, type, status: false, message: response.message, where: response.where });
    }
}

/** A namespace may stand before the class. */
function splitName(name: string): readonly string[] {
    return name.split('.').slice(-2);
}

function escapeTexts(value: unknown): unknown {
    if (typeof value === 'string') {
        return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
    }
    if (Array.isArray(value)) {
        return value.map(escapeTexts);
    }
    return value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, escapeTexts(member)]))
        : value;
}
