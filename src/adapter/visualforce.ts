import { CrmError } from '../crm/crm-error';

/** The part of Visualforce JavaScript remoting that Denwa uses; the platform puts it into every page with a remote action. */
export interface VisualforceRemoting {
    readonly Manager: {
        invokeAction(action: string, ...argumentsAndCallback: readonly unknown[]): void;
    };
}

/**
 * Texts of exceptions that are none of Apex: the network or the session failed, or another request held a row for too long. Whether the
 * action ran is not known, and it may well run the next time. Sources: messages of the platform's remoting script as public adapters handle
 * them; SOAP API Developer Guide, “API Fault”.
 */
const PASSING =
    /unable to connect|invalid session|session (?:has )?expired|logged (?:in|out)|error parsing json|remoting request invalid|UNABLE_TO_LOCK_ROW|REQUEST_LIMIT|SERVER_UNAVAILABLE/i;

/** The platform says `exception` where Apex threw, and sometimes where it was not even reached. */
function refusal(action: string, { type, message }: RemotingEvent): CrmError {
    const text = message ?? type;
    return new CrmError(type === 'exception' && !PASSING.test(text) ? 'rejected' : 'timed-out', `${action}: ${text}`);
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
