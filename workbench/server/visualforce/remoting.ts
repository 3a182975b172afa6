import { ApexException, type ApexClasses, type ApexContext } from '../apex/apex-class';
import type { RemotingRequest, RemotingResponse } from '../../shared/remoting';

/** Runs one `@RemoteAction` as the platform does and answers in its shape: an exception becomes a response, never a failed request. */
export async function runRemoteAction(request: RemotingRequest, classes: ApexClasses, context: ApexContext): Promise<RemotingResponse> {
    const { action, method, tid } = request;
    const exception = (message: string): RemotingResponse => ({
        statusCode: 400,
        type: 'exception',
        tid,
        action,
        method,
        message,
        where: ''
    });

    const apexClass = Object.hasOwn(classes, action) ? classes[action] : undefined;
    const remoteAction = apexClass && Object.hasOwn(apexClass.remoteActions, method) ? apexClass.remoteActions[method] : undefined;
    if (!remoteAction) {
        return exception(`Unable to find action '${action}.${method}'.`);
    }
    try {
        return { statusCode: 200, type: 'rpc', tid, action, method, ref: false, result: await remoteAction(context, request.data ?? []) };
    } catch (error) {
        if (error instanceof ApexException) {
            return exception(error.message);
        }
        throw error;
    }
}
