/**
 * How remoting misbehaves when a page calls an action.
 * - `never`: the action is not run, and no answer comes.
 * - `lost`: the action is run, and no answer comes.
 * - `late`: the action is run at once, its answer comes later.
 * - `twice`: the action is run twice at the same time, and both answers come.
 * - `error`: the action is not run; the answer is an exception.
 * - `session-expired`: the action is not run; the answer says what the platform says to a page whose session has ended.
 */
export type RemotingFault = (
    | { readonly kind: 'never' | 'lost' | 'twice' | 'session-expired' }
    | { readonly kind: 'late'; readonly milliseconds: number }
    | { readonly kind: 'error'; readonly message: string }
) & {
    /** How many calls it befalls; all until it is cleared, where it is absent. */
    readonly times?: number;
};

/** The faults that a test has asked for, by action such as `DenwaController.saveLog`. */
export class RemotingFaults {
    readonly #byAction = new Map<string, { readonly fault: RemotingFault; left: number }>();

    set(action: string, fault: RemotingFault): void {
        this.#byAction.set(action, { fault, left: fault.times ?? Infinity });
    }

    /** One action, or all of them. */
    clear(action?: string): void {
        if (action === undefined) {
            this.#byAction.clear();
        } else {
            this.#byAction.delete(action);
        }
    }

    /** The fault of one call. */
    take(action: string): RemotingFault | undefined {
        const entry = this.#byAction.get(action);
        if (!entry || entry.left <= 0) {
            return undefined;
        }
        entry.left -= 1;
        return entry.fault;
    }
}
