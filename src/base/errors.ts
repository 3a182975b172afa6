/**
 * The one base of every error that Denwa throws on purpose. `reason` is for programs, `message` tells the person what to do.
 * Each room declares its reasons as a closed union and its own subclass; nothing else extends this.
 */
export class DenwaError<Reason extends string = string> extends Error {
    override readonly name: string = 'DenwaError';
    readonly reason: Reason;

    constructor(reason: Reason, message: string, options?: ErrorOptions) {
        super(message, options);
        this.reason = reason;
    }
}

/** The text of anything that was thrown, for a log line. */
export function describeError(error: unknown): string {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
