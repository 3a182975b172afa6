import { CrmError } from '../crm/crm-error';

/** The part of Visualforce JavaScript remoting that Denwa uses; the platform puts it into every page with a remote action. */
export interface VisualforceRemoting {
    readonly Manager: {
        invokeAction(action: string, ...argumentsAndCallback: readonly unknown[]): void;
    };
}

/** The platform says `exception` where Apex threw, and anything else where it was not reached. */
function refusal(action: string, { type, message }: RemotingEvent): CrmError {
    return new CrmError(type === 'exception' ? 'rejected' : 'timed-out', `${action}: ${message ?? type}`);
}

interface RemotingEvent {
    readonly status: boolean;
    readonly type: string;
    readonly message?: string;
}

declare global {
    interface Window {
        readonly Visualforce?: { readonly remoting: VisualforceRemoting };
    }
}

/** Calls one remote action. Rejects with a `CrmError` that holds the platform's message when the call fails. */
export function invokeAction(remoting: VisualforceRemoting, action: string, parameters: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
        const callback = (result: unknown, event: RemotingEvent): void => (event.status ? resolve(result) : reject(refusal(action, event)));
        // escape: the platform would otherwise HTML-escape every string; Denwa shows text as text. timeout: milliseconds.
        remoting.Manager.invokeAction(action, ...parameters, callback, { escape: false, buffer: false, timeout: 10_000 });
    });
}
