import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/** Those of the request that every response repeats (RFC 3261 section 8.2.6.2). */
const REPEATED = /^(?:Via|From|To|Call-ID|CSeq):.*$/gim;

/** A registrar that gives every REGISTER the same answer. */
export class StubbornRegistrar {
    readonly #server: WebSocketServer;

    private constructor(server: WebSocketServer) {
        this.#server = server;
    }

    /** `headers`: further lines of the response. */
    static async start(statusCode: number, headers: readonly string[] = []): Promise<StubbornRegistrar> {
        const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' });
        server.on('connection', (socket: WebSocket) => {
            socket.on('message', (data: Buffer) => {
                const request = data.toString('utf8');
                if (request.startsWith('REGISTER ')) socket.send(answer(request, statusCode, headers));
            });
        });
        await once(server, 'listening');
        return new StubbornRegistrar(server);
    }

    get url(): string {
        return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/ws`;
    }

    async stop(): Promise<void> {
        for (const socket of this.#server.clients) socket.terminate();
        this.#server.close();
        await once(this.#server, 'close');
    }
}

function answer(request: string, statusCode: number, headers: readonly string[]): string {
    const repeated = (request.match(REPEATED) ?? []).map((line) => (/^To:/i.test(line) ? `${line.trim()};tag=stubborn` : line.trim()));
    return [`SIP/2.0 ${statusCode} No`, ...repeated, ...headers, 'Content-Length: 0', '', ''].join('\r\n');
}
