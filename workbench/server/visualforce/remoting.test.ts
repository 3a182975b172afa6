import { describe, expect, it } from '@jest/globals';
import type { RemotingRequest } from '../../shared/remoting';
import { ApexException, type ApexClasses } from '../apex/apex-class';
import { defaultUsers } from '../options';
import { RecordStore } from '../records/record-store';
import { RemotingManager, type RemotingCallback } from '../../visualforce-client/remoting';
import { runRemoteAction } from './remoting';

const classes: ApexClasses = {
    Phone: {
        properties: {},
        webServices: {},
        remoteActions: {
            echo: (_, args) => ({ given: args, markup: '<b>' }),
            fail: () => {
                throw new ApexException('List has no rows for assignment to SObject');
            }
        }
    }
};

/** The manager of a page, talking to the server's side without a network. */
function manager(): RemotingManager {
    const context = { user: defaultUsers[0], store: new RecordStore(() => 0) };
    return new RemotingManager({
        session: 'nonce',
        post: async (request: RemotingRequest) => {
            if (request.method === 'unreachable') {
                throw new TypeError('Failed to fetch');
            }
            return [await runRemoteAction(request, classes, context)];
        }
    });
}

function invoke(name: string, parameters: readonly unknown[], options?: object): Promise<readonly unknown[]> {
    return new Promise((resolve) => {
        const callback: RemotingCallback = (...answer) => resolve(answer);
        manager().invokeAction(name, ...parameters, callback, ...(options ? [options] : []));
    });
}

describe('JavaScript remoting', () => {
    it('hands over the parameters and escapes texts unless told not to', async () => {
        expect(await invoke('Phone.echo', ['a', 1])).toEqual([
            { given: ['a', 1], markup: '&lt;b&gt;' },
            expect.objectContaining({ status: true, type: 'rpc', statusCode: 200, action: 'Phone', method: 'echo' })
        ]);
        expect(await invoke('Phone.echo', [], { escape: false })).toEqual([{ given: [], markup: '<b>' }, expect.anything()]);
    });

    it.each([
        ['Phone.fail', 'List has no rows for assignment to SObject'],
        ['Phone.nothing', "Unable to find action 'Phone.nothing'."],
        ['Phone.toString', "Unable to find action 'Phone.toString'."],
        ['Phone.unreachable', 'Unable to connect to the server (Failed to fetch).']
    ])('%s reaches the callback as an exception', async (name, message) => {
        expect(await invoke(name, [])).toEqual([null, expect.objectContaining({ status: false, type: 'exception', message })]);
    });

    it('refuses to run without a callback', () => {
        expect(() => manager().invokeAction('Phone.echo', 1)).toThrow('without a callback');
    });
});
