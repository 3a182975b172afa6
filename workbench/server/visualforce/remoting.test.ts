import { describe, expect, it } from '@jest/globals';
import type { RemotingRequest } from '../../shared/remoting';
import { ApexException, type ApexClasses, type ApexContext, type RemoteAction } from '../apex/apex-class';
import { defaultUsers } from '../options';
import { RecordStore } from '../records/record-store';
import { RemotingManager, type RemotingCallback } from '../../visualforce-client/remoting';
import { answerRemoting } from './remoting';
import { RemotingFaults, type RemotingFault } from './remoting-faults';

const classes: ApexClasses = {
    Phone: {
        properties: {},
        webServices: {},
        remoteActions: {
            echo: { parameters: 2, run: (_, args) => ({ given: args, markup: '<b>' }) },
            fail: {
                parameters: 0,
                run: () => {
                    throw new ApexException('List has no rows for assignment to SObject');
                }
            }
        }
    }
};

/** Everything that the callbacks of a page were given, in order. */
class Page {
    readonly answers: (readonly unknown[])[] = [];
    readonly runs: string[] = [];
    readonly faults = new RemotingFaults();
    readonly waits: number[] = [];
    readonly #manager: RemotingManager;

    constructor() {
        const context: ApexContext = { user: defaultUsers[0], store: new RecordStore(() => 0), now: () => 0 };
        const wait = (milliseconds: number): Promise<void> => {
            this.waits.push(milliseconds);
            return Promise.resolve();
        };
        this.#manager = new RemotingManager({
            session: 'nonce',
            post: (request: RemotingRequest) =>
                request.method === 'unreachable'
                    ? Promise.reject(new TypeError('Failed to fetch'))
                    : answerRemoting(request, context, { classes: this.#noting(), faults: this.faults, wait })
        });
    }

    /** Resolves when everything has settled that is going to. */
    async invoke(name: string, parameters: readonly unknown[], options?: object): Promise<void> {
        const callback: RemotingCallback = (...answer) => this.answers.push(answer);
        this.#manager.invokeAction(name, ...parameters, callback, ...(options ? [options] : []));
        await new Promise((resolve) => setImmediate(resolve));
    }

    /** The classes, noting what of them is run. */
    #noting(): ApexClasses {
        const noting = ([name, { parameters, run }]: [string, RemoteAction]): [string, RemoteAction] => [
            name,
            {
                parameters,
                run: (context, args) => {
                    this.runs.push(name);
                    return run(context, args);
                }
            }
        ];
        const remoteActions = Object.fromEntries<RemoteAction>(Object.entries(classes['Phone']?.remoteActions ?? {}).map(noting));
        return { Phone: { properties: {}, webServices: {}, remoteActions } };
    }
}

describe('JavaScript remoting', () => {
    it('hands over the parameters and escapes texts unless told not to', async () => {
        const page = new Page();
        await page.invoke('Phone.echo', ['a', 1]);
        await page.invoke('Phone.echo', ['a', null], { escape: false });
        expect(page.answers).toEqual([
            [
                { given: ['a', 1], markup: '&lt;b&gt;' },
                expect.objectContaining({ status: true, type: 'rpc', statusCode: 200, action: 'Phone', method: 'echo' })
            ],
            [{ given: ['a', null], markup: '<b>' }, expect.anything()]
        ]);
    });

    it.each([
        ['Phone.fail', 'List has no rows for assignment to SObject'],
        ['Phone.nothing', "Unable to find action 'Phone.nothing'."],
        ['Phone.toString', "Unable to find action 'Phone.toString'."],
        ['Phone.unreachable', 'Unable to connect to the server (Failed to fetch).'],
        ['Phone.echo', 'Parameter length does not match remote action parameters: expected 2 parameters, got 0 parameters']
    ])('%s reaches the callback as an exception', async (name, message) => {
        const page = new Page();
        await page.invoke(name, []);
        expect(page.answers).toEqual([[null, expect.objectContaining({ status: false, type: 'exception', message })]]);
    });

    it('refuses to run without a callback', () => {
        const manager = new RemotingManager({ session: 'nonce', post: () => Promise.resolve([]) });
        expect(() => manager.invokeAction('Phone.echo', 1)).toThrow('without a callback');
    });
});

describe('a fault of remoting', () => {
    const echo = async (page: Page): Promise<void> => page.invoke('Phone.echo', [1, 2]);

    it.each<[RemotingFault, number, number]>([
        [{ kind: 'never' }, 0, 0],
        [{ kind: 'lost' }, 1, 0],
        [{ kind: 'twice' }, 2, 2],
        [{ kind: 'late', milliseconds: 5 }, 1, 1]
    ])('%j: the action runs %d times and is answered %d times', async (fault, runs, answers) => {
        const page = new Page();
        page.faults.set('Phone.echo', fault);
        await echo(page);
        expect(page.runs).toHaveLength(runs);
        expect(page.answers).toHaveLength(answers);
        expect(page.waits).toEqual(fault.kind === 'late' ? [fault.milliseconds] : []);
    });

    it.each<[RemotingFault, string]>([
        [{ kind: 'error', message: 'Too many SOQL queries: 101' }, 'Too many SOQL queries: 101'],
        [{ kind: 'session-expired' }, 'Remoting request invalid for your session. Refresh page and re-submit request.']
    ])('%j is an exception, and the action is not run', async (fault, message) => {
        const page = new Page();
        page.faults.set('Phone.echo', fault);
        await echo(page);
        expect(page.runs).toEqual([]);
        expect(page.answers).toEqual([[null, expect.objectContaining({ status: false, message })]]);
    });

    it('befalls its action only, as often as was said, and until it is cleared', async () => {
        const page = new Page();
        page.faults.set('Phone.fail', { kind: 'never' });
        page.faults.set('Phone.echo', { kind: 'lost', times: 1 });
        await echo(page);
        await echo(page);
        expect(page.answers).toHaveLength(1);
        await page.invoke('Phone.fail', []);
        expect(page.answers).toHaveLength(1);
        page.faults.clear('Phone.fail');
        await page.invoke('Phone.fail', []);
        expect(page.answers).toHaveLength(2);
    });
});
