import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { OrgUser } from '../shared/org-api';
import type { RemotingRequest } from '../shared/remoting';
import type { ApexContext } from './apex/apex-class';
import { BadRequest, html, javaScript, json, text, type Handler, type HttpRequest, type HttpResponse } from './http';
import { isMissingFile } from './missing-file';
import type { Org } from './org';
import { serveFile, serveSlds, SLDS_STYLESHEET } from './static-files';
import { answerRemoting } from './visualforce/remoting';
import { encodeHtml, VisualforceError } from './visualforce/expression';
import { pageController, renderPage } from './visualforce/render-page';

const OPEN_CTI = /^\/support\/api\/\d+\.0\/lightning\/(opencti_min|opencti)\.js$/;
const APEX_PAGE = /^\/apex\/(\w+)$/;
/** The number is the time stamp by which the platform keeps old copies out of caches. */
const RESOURCE = /^\/resource\/\d+\/(\w+)\/(.+)$/;

const REMOTING_SCRIPT = '/VFRemote.js';

/** The origin that Visualforce pages come from. */
export function vfOrigin(org: Org): Handler {
    return async (request) => {
        const path = request.url.pathname;
        const page = APEX_PAGE.exec(path)?.[1];
        if (page !== undefined) {
            return servePage(org, page, request);
        }
        const client = OPEN_CTI.exec(path)?.[1];
        if (client !== undefined) {
            return serveOpenCtiClient(org, client === 'opencti_min');
        }
        const [, resource = '', file = ''] = RESOURCE.exec(path) ?? [];
        const folder = org.options.staticResources[resource];
        if (folder !== undefined) {
            return serveFile(folder, file);
        }
        switch (path) {
            case REMOTING_SCRIPT:
                return javaScript(org.scripts.visualforceRemoting);
            case '/apexremote':
                return remoting(org, request);
            default:
                return serveSlds(org.folders.slds, path);
        }
    };
}

async function serveOpenCtiClient(org: Org, minified: boolean): Promise<HttpResponse> {
    const { openCtiClientFile } = org.options;
    if (openCtiClientFile !== undefined) {
        return javaScript(await readFile(openCtiClientFile, 'utf8'));
    }
    return javaScript(minified ? org.scripts.openCtiMin : org.scripts.openCti);
}

async function servePage(org: Org, name: string, request: HttpRequest): Promise<HttpResponse | undefined> {
    let source: string;
    try {
        source = await readFile(join(org.options.pagesFolder, `${name}.page`), 'utf8');
    } catch (error) {
        if (isMissingFile(error)) {
            return text(404, `There is no Visualforce page ${name}: ${org.options.pagesFolder} holds no ${name}.page.`);
        }
        throw error;
    }
    const nonce = request.url.searchParams.get('nonce');
    const user = nonce === null ? org.sessions.user(request.url.searchParams.get('user')) : org.sessions.frameUser(nonce);
    try {
        return html(render(org, source, user, nonce ?? org.sessions.openFrame(user)), org.options.pageHeaders);
    } catch (error) {
        if (error instanceof VisualforceError) {
            return text(500, `${name}.page: ${error.message}`);
        }
        throw error;
    }
}

function render(org: Org, source: string, user: OrgUser, session: string): string {
    const context: ApexContext = { user, store: org.store, now: org.options.now };
    const controller = org.apexClasses[pageController(source) ?? ''];
    const stamp = org.options.now();
    return renderPage(source, {
        sldsStylesheet: SLDS_STYLESHEET,
        headMarkup: `<script src="${REMOTING_SCRIPT}" data-session="${encodeHtml(session)}"></script>`,
        controllerProperty: (name) =>
            controller && Object.hasOwn(controller.properties, name) ? controller.properties[name]?.(context) : undefined,
        resourceUrl: (resource, file) =>
            Object.hasOwn(org.options.staticResources, resource)
                ? ['/resource', stamp, resource, ...(file === undefined ? [] : [file])].join('/')
                : undefined,
        hasRemoteAction: (className, method) => Object.hasOwn(org.apexClasses[className]?.remoteActions ?? {}, method)
    });
}

async function remoting(org: Org, request: HttpRequest): Promise<HttpResponse> {
    if (request.method !== 'POST' || request.headers.origin !== org.origins.vf) {
        throw new BadRequest('JavaScript remoting is for pages of this origin.', 403);
    }
    const body = await request.json();
    if (!isRemotingRequest(body)) {
        throw new BadRequest('This is no remoting request.');
    }
    const context: ApexContext = { user: org.sessions.frameUser(body.ctx.vid), store: org.store, now: org.options.now };
    return json(
        await answerRemoting(body, context, {
            classes: org.apexClasses,
            faults: org.remotingFaults,
            wait: (milliseconds) => setTimeout(milliseconds)
        })
    );
}

function isRemotingRequest(value: unknown): value is RemotingRequest {
    const request = value as Partial<RemotingRequest> | null;
    return (
        typeof request?.action === 'string' &&
        typeof request.method === 'string' &&
        typeof request.tid === 'number' &&
        (request.data === null || Array.isArray(request.data)) &&
        typeof request.ctx?.vid === 'string'
    );
}
