import { describe, expect, it } from '@jest/globals';
import { invokeAction, type VisualforceRemoting } from './visualforce';

/** Remoting that answers every call with this event. */
function remoting(type: string, message?: string): VisualforceRemoting {
    return {
        Manager: {
            invokeAction: (_action, ...rest) => {
                const callback = rest.at(-2) as (result: unknown, event: unknown) => void;
                callback(null, { status: false, type, ...(message !== undefined && { message }) });
            }
        }
    };
}

describe('an action that failed', () => {
    it.each([
        ['exception', 'FIELD_CUSTOM_VALIDATION_EXCEPTION: 必須です'],
        ['exception', 'INVALID_CROSS_REFERENCE_KEY: no such record'],
        ['exception', undefined]
    ])('was refused by the org: %s %s', async (type, message) => {
        await expect(invokeAction(remoting(type, message), 'Denwa.act', [])).rejects.toMatchObject({ reason: 'rejected' });
    });

    it.each([
        ['exception', 'Unable to connect to the server (communication failure)'],
        ['exception', 'Invalid session'],
        ['exception', 'Logged in?'],
        ['exception', 'Error parsing json response: Unexpected token <'],
        ['exception', 'UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record'],
        ['rpc', undefined]
    ])('may succeed the next time: %s %s', async (type, message) => {
        await expect(invokeAction(remoting(type, message), 'Denwa.act', [])).rejects.toMatchObject({ reason: 'timed-out' });
    });

    it('tells which one it was, and why', async () => {
        await expect(invokeAction(remoting('exception', 'No access'), 'Denwa.act', [])).rejects.toThrow('Denwa.act: No access');
    });
});
