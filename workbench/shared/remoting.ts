/** JavaScript remoting on the wire: one request and one response of `POST /apexremote`. */
export interface RemotingRequest {
    /** Apex class. */
    readonly action: string;
    readonly method: string;
    readonly data: readonly unknown[] | null;
    readonly type: 'rpc';
    /** Transaction number; the response repeats it. */
    readonly tid: number;
    /** `vid` names the session that the page was served for. */
    readonly ctx: { readonly vid: string };
}

interface RemotingReply {
    readonly statusCode: number;
    readonly tid: number;
    readonly action: string;
    readonly method: string;
}

export type RemotingResponse =
    | (RemotingReply & { readonly type: 'rpc'; readonly ref: boolean; readonly result: unknown })
    | (RemotingReply & { readonly type: 'exception'; readonly message: string; readonly where: string });
