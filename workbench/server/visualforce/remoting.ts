import { ApexException, type ApexClasses, type ApexContext } from '../apex/apex-class';
import type { RemotingRequest, RemotingResponse } from '../../shared/remoting';
import type { RemotingFaults } from './remoting-faults';

export interface RemotingSetup {
    readonly classes: ApexClasses;
    readonly faults: RemotingFaults;
    readonly wait: (milliseconds: number) => Promise<void>;
}

const SESSION_EXPIRED = 'Remoting request invalid for your session. Refresh page and re-submit request.';

/** Answers one remoting call with the responses that reach the page. It never settles when a fault keeps the answer back for good. */
export async function answerRemoting(
    request: RemotingRequest,
    context: ApexContext,
    { classes, faults, wait }: RemotingSetup
): Promise<readonly RemotingResponse[]> {
    const run = (): Promise<RemotingResponse> => runRemoteAction(request, classes, context);
    const fault = faults.take(`${request.action}.${request.method}`);
    switch (fault?.kind) {
        case undefined:
            return [await run()];
        case 'never':
            return forever();
        case 'lost':
            await run();
            return forever();
        case 'late': {
            const response = await run();
            await wait(fault.milliseconds);
            return [response];
        }
        case 'twice':
            return Promise.all([run(), run()]);
        case 'error':
            return [exception(request, fault.message)];
        case 'session-expired':
            return [exception(request, SESSION_EXPIRED)];
    }
}

/** Runs one `@RemoteAction` as the platform does and answers in its shape: an exception becomes a response, never a failed request. */
async function runRemoteAction(request: RemotingRequest, classes: ApexClasses, context: ApexContext): Promise<RemotingResponse> {
    const { action, method, tid } = request;
    const apexClass = Object.hasOwn(classes, action) ? classes[action] : undefined;
    const remoteAction = apexClass && Object.hasOwn(apexClass.remoteActions, method) ? apexClass.remoteActions[method] : undefined;
    if (!remoteAction) {
        return exception(request, `Unable to find action '${action}.${method}'.`);
    }
    const args = request.data ?? [];
    if (args.length !== remoteAction.parameters) {
        const { parameters } = remoteAction;
        return exception(
            request,
            `Parameter length does not match remote action parameters: expected ${parameters} parameters, got ${args.length} parameters`
        );
    }
    try {
        return { statusCode: 200, type: 'rpc', tid, action, method, ref: false, result: await remoteAction.run(context, args) };
    } catch (error) {
        if (error instanceof ApexException) {
            return exception(request, error.message);
        }
        throw error;
    }
}

function exception({ action, method, tid }: RemotingRequest, message: string): RemotingResponse {
    return { statusCode: 400, type: 'exception', tid, action, method, message, where: '' };
}

function forever(): Promise<never> {
    return new Promise(() => undefined);
}
