import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';

export interface BareServer {
    /** Of the page; a secure context, as localhost is. */
    readonly url: string;
    readonly close: () => Promise<void>;
}

/** Serves the bare sip.js page with its script. */
export async function startBareServer(script: string): Promise<BareServer> {
    const page = await readFile(new URL('page/bare-page.html', import.meta.url), 'utf8');
    const files = new Map([
        ['/', { type: 'text/html', body: page }],
        ['/bare-page.js', { type: 'text/javascript', body: script }]
    ]);
    const server = createServer(({ url = '/' }, response) => {
        const file = files.get(new URL(url, 'http://bare.localhost').pathname);
        response.writeHead(file ? 200 : 404, {
            'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
            'cache-control': 'no-store'
        });
        response.end(file?.body);
    });
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
    });
    return {
        url: `http://bare.localhost:${(server.address() as AddressInfo).port}/`,
        close: () =>
            new Promise((resolve, reject) => {
                server.close((error) => (error ? reject(error) : resolve()));
                server.closeAllConnections();
            })
    };
}
