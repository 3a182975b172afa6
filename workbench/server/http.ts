import type { IncomingMessage, ServerResponse } from 'node:http';

export interface HttpRequest {
    readonly method: string;
    readonly url: URL;
    readonly headers: IncomingMessage['headers'];
    /** The body as JSON. Throws a `BadRequest` when it is none, or too large. */
    readonly json: () => Promise<unknown>;
}

export interface HttpResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Buffer;
}

/** Answers a request, or returns undefined for a path that it does not serve. */
export type Handler = (request: HttpRequest) => Promise<HttpResponse | undefined>;

/** The client asked for something that makes no sense; the text tells what. */
export class BadRequest extends Error {
    override readonly name = 'BadRequest';
    readonly status: number;

    constructor(message: string, status = 400) {
        super(message);
        this.status = status;
    }
}

const MAX_BODY_BYTES = 1_000_000;

function respond(status: number, type: string, body: string | Buffer): HttpResponse {
    return { status, headers: { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }, body };
}

export const text = (status: number, body: string): HttpResponse => respond(status, 'text/plain; charset=utf-8', body);
export function html(body: string, pageHeaders: HttpResponse['headers'] = {}): HttpResponse {
    const page = respond(200, 'text/html; charset=utf-8', body);
    return { ...page, headers: { ...page.headers, ...pageHeaders } };
}
export const json = (value: unknown): HttpResponse => respond(200, 'application/json; charset=utf-8', JSON.stringify(value));
export const javaScript = (body: string): HttpResponse => respond(200, 'text/javascript; charset=utf-8', body);
export const file = (type: string, body: Buffer): HttpResponse => respond(200, type, body);
export const redirect = (location: string): HttpResponse => ({ status: 302, headers: { location, 'cache-control': 'no-store' }, body: '' });

export function toRequest(message: IncomingMessage, origin: string): HttpRequest {
    return {
        method: message.method ?? 'GET',
        url: new URL(message.url ?? '/', origin),
        headers: message.headers,
        json: async () => {
            const chunks: Buffer[] = [];
            let size = 0;
            for await (const chunk of message as AsyncIterable<Buffer>) {
                size += chunk.length;
                if (size > MAX_BODY_BYTES) {
                    throw new BadRequest('The body is too large.', 413);
                }
                chunks.push(chunk);
            }
            try {
                return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
            } catch (error) {
                throw new BadRequest(`The body is not JSON: ${String(error)}`);
            }
        }
    };
}

export function send(response: ServerResponse, { status, headers, body }: HttpResponse): void {
    response.writeHead(status, headers);
    response.end(body);
}
