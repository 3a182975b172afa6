import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { denwaController } from './apex/denwa-controller';
import { bundleBrowserScripts } from './browser-scripts';
import { readCallCenter } from './call-center';
import { selfSignedCertificate } from './certificate';
import { BadRequest, send, text, toRequest, type Handler, type HttpResponse } from './http';
import { lightningOrigin } from './lightning-origin';
import { resolveOptions, type ResolvedOptions, type WorkbenchOptions } from './options';
import type { Org } from './org';
import { RecordStore } from './records/record-store';
import { seedRecords } from './records/seed';
import { Sessions } from './sessions';
import { vfOrigin } from './vf-origin';
import { RemotingFaults } from './visualforce/remoting-faults';

export interface Workbench {
    /** Origin of the top window, without a slash at the end. */
    readonly lightningUrl: string;
    readonly vfUrl: string;
    readonly store: RecordStore;
    /** Lets calls of remote actions get lost, fail, be late, be doubled or find their session expired. */
    readonly remotingFaults: RemotingFaults;
    /** Stops listening and ends all connections. */
    readonly close: () => Promise<void>;
}

/** Starts the stand-in org. Rejects when a port is taken or the call center definition cannot be used. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
    const resolved = resolveOptions(options);
    const [callCenter, scripts] = await Promise.all([
        readCallCenter(resolved.callCenterFile, resolved.callCenterOverrides),
        bundleBrowserScripts()
    ]);
    const store = new RecordStore(resolved.now);
    seedRecords(store);

    const remotingFaults = new RemotingFaults();
    const handlers = new Map<string, Handler>();
    const listener = dispatch(handlers, resolved);
    const { servers, origins } = await listen(resolved, listener);
    const org: Org = {
        options: resolved,
        origins,
        callCenter,
        scripts,
        folders: {
            slds: join(dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json')), 'assets'),
            lightning: fileURLToPath(new URL('../lightning', import.meta.url))
        },
        store,
        sessions: new Sessions(resolved.users),
        apexClasses: { DenwaController: denwaController(resolved.sipAccount), ...resolved.apexClasses },
        remotingFaults
    };
    handlers.set(new URL(origins.lightning).host, lightningOrigin(org));
    handlers.set(new URL(origins.vf).host, vfOrigin(org));
    return {
        lightningUrl: origins.lightning,
        vfUrl: origins.vf,
        store,
        remotingFaults,
        close: async () => {
            await Promise.all(servers.map(closeServer));
        }
    };
}

/** The `Host` header decides which origin answers. */
function dispatch(handlers: ReadonlyMap<string, Handler>, { log }: ResolvedOptions): RequestListener {
    const answer = async (handler: Handler | undefined, message: IncomingMessage): Promise<HttpResponse> => {
        const host = message.headers.host ?? '';
        if (!handler) {
            return text(404, `No origin of this workbench is called "${host}". It serves: ${[...handlers.keys()].join(', ')}.`);
        }
        const request = toRequest(message, `http://${host}`);
        try {
            return (await handler(request)) ?? text(404, `${host} serves nothing at ${request.url.pathname}.`);
        } catch (error) {
            if (error instanceof BadRequest) {
                return text(error.status, error.message);
            }
            const description = error instanceof Error ? (error.stack ?? error.message) : String(error);
            log(`workbench: ${message.method ?? ''} ${request.url.pathname} failed: ${description}`);
            return text(500, 'The workbench failed to answer; its log tells why.');
        }
    };
    const respond = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
        send(response, await answer(handlers.get(message.headers.host ?? ''), message));
    };
    return (message, response) => void respond(message, response);
}

async function listen(
    { address, port, lightningOrigin: lightning, vfOrigin: vf }: ResolvedOptions,
    listener: RequestListener
): Promise<{ readonly servers: readonly Server[]; readonly origins: Org['origins'] }> {
    const given = [lightning, vf].flatMap((origin) => (origin === undefined ? [] : [readOrigin(origin)]));
    const secureHosts = given.filter(({ protocol }) => protocol === 'https:').map(({ hostname }) => hostname);
    const certificate = secureHosts.length > 0 ? await selfSignedCertificate(secureHosts) : undefined;
    const servers: Server[] = [];
    const open = async (secure: boolean, wanted: number): Promise<number> => {
        const server = secure && certificate ? createSecureServer(certificate, listener) : createServer(listener);
        await new Promise<void>((resolve, reject) => {
            server.once('error', reject);
            server.listen(wanted, address, resolve);
        });
        servers.push(server);
        return (server.address() as AddressInfo).port;
    };
    try {
        // One listener for each port that the given origins name, then one for the origins that are not given.
        const ports = new Map(given.map((origin) => [portOf(origin), origin.protocol === 'https:']));
        for (const [wanted, secure] of ports) {
            await open(secure, wanted);
        }
        const ownPort = lightning !== undefined && vf !== undefined ? 0 : ports.has(port) ? port : await open(false, port);
        return {
            servers,
            origins: {
                lightning: lightning === undefined ? `http://lightning.denwa.localhost:${ownPort}` : readOrigin(lightning).origin,
                vf: vf === undefined ? `http://vf.denwa.localhost:${ownPort}` : readOrigin(vf).origin
            }
        };
    } catch (error) {
        await Promise.all(servers.map(closeServer));
        throw error;
    }
}

function readOrigin(origin: string): URL {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/') {
        throw new Error(`"${origin}" is not an origin. Write it as https://host:port.`);
    }
    return url;
}

function portOf({ port, protocol }: URL): number {
    return Number(port || (protocol === 'https:' ? 443 : 80));
}

async function closeServer(server: Server): Promise<void> {
    await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
    });
}
