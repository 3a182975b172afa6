/** Why the test PBX could not do what was asked. */
export type PbxErrorReason =
    | 'missing-program'
    | 'fetch-failed'
    | 'no-network-address'
    | 'bad-template'
    | 'bad-argument'
    | 'port-taken'
    | 'start-failed'
    | 'not-running'
    | 'not-permitted'
    | 'refused-by-pbx'
    | 'timeout';

/** The one kind of error that test-pbx/ throws on purpose; the message says what to do. */
export class PbxError extends Error {
    override readonly name = 'PbxError';

    constructor(
        readonly reason: PbxErrorReason,
        message: string,
        options?: ErrorOptions
    ) {
        super(message, options);
    }
}
