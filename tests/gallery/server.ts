import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { readLabels } from '../../scripts/build/labels';
import { labelScripts } from '../../scripts/build/platform-modules';
import { html, javaScript, send, text, toRequest, type HttpResponse } from '../../workbench/server/http';
import { serveSlds } from '../../workbench/server/static-files';
import { bundleDesk, bundleStage, componentsWithTemplate } from './bundle';
import { cellPage, deskPage, indexPage, liveSheet } from './pages';
import { galleries, languages, unseen, type Language } from './states/index';

export interface GalleryServer {
    /** Origin, without a slash at the end. */
    readonly url: string;
    readonly close: () => Promise<void>;
}

/** Builds the components as they are now and serves them with their states. Port 0: any that is free. */
export async function startGallery(port: number): Promise<GalleryServer> {
    const stageScript = await bundleStage(componentsWithTemplate().filter((name) => !(name in unseen)));
    const deskScript = await bundleDesk();
    const labels = labelScripts(readLabels());
    const slds = join(dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json')), 'assets');
    const answer = async ({ pathname, searchParams }: URL): Promise<HttpResponse | undefined> => {
        const language = languageOf(searchParams.get('language'));
        const labelScript = labels.get(pathname.slice(1));
        if (labelScript !== undefined) return javaScript(labelScript);
        switch (pathname) {
            case '/':
                return html(indexPage());
            case '/sheet': {
                const gallery = galleries(language).find(({ name }) => name === searchParams.get('gallery'));
                return gallery && html(liveSheet(gallery, language));
            }
            case '/cell':
                return html(cellPage(language));
            case '/cell.js':
                return javaScript(stageScript);
            case '/desk':
                return html(deskPage());
            case '/desk.js':
                return javaScript(deskScript);
            default:
                return serveSlds(slds, pathname);
        }
    };
    const server = createServer((message, response) => {
        const { url } = toRequest(message, 'http://localhost');
        void answer(url).then(
            (found) => send(response, found ?? text(404, `The gallery has nothing at ${url.pathname}`)),
            (error: unknown) => send(response, text(500, String(error)))
        );
    });
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
    });
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            })
    };
}

function languageOf(text: string | null): Language {
    return languages.find((language) => language === text) ?? 'ja';
}
