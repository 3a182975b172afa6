import type { RemotingRequest, RemotingResponse } from '../shared/remoting';
import { RemotingManager } from './remoting';

async function post(request: RemotingRequest, timeout: number): Promise<readonly RemotingResponse[]> {
    const response = await fetch('/apexremote', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(timeout)
    });
    if (!response.ok) {
        throw new Error(`HTTP ${response.status}`);
    }
    return (await response.json()) as readonly RemotingResponse[];
}

const Manager = new RemotingManager({ session: document.currentScript?.dataset['session'] ?? '', post });
Object.assign(window, { Visualforce: { remoting: { Manager } } });
