import type {
    ApexRequest,
    ApexResult,
    Bootstrap,
    OrgUser,
    RecordInput,
    RecordList,
    RecordPage,
    RingRequest,
    RingResult,
    SaveResult
} from '../shared/org-api';
import { isPerson, isPersonContact, textOf, type OrgRecord } from '../shared/records';
import { isObjectName, tabObjects, type ObjectName } from '../shared/schema';
import { ApexException } from './apex/apex-class';
import { BadRequest, html, javaScript, json, redirect, type Handler, type HttpRequest, type HttpResponse } from './http';
import { isLanguage, type Org } from './org';
import { RecordError } from './records/record-error';
import { serveFile, serveSlds, SLDS_STYLESHEET } from './static-files';

const SEARCH_LIMIT = 200;

/** The shell; its script draws everything. */
const SHELL = `<!DOCTYPE html>
<html lang="ja">
    <head>
        <meta charset="utf-8" />
        <title>Lightning Experience</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${SLDS_STYLESHEET}" />
        <link rel="stylesheet" href="/workbench/lightning.css" />
    </head>
    <body class="slds-scope">
        <div id="app"></div>
        <script src="/workbench/lightning.js"></script>
    </body>
</html>
`;

/** The origin of the top window: its page and the org behind it. */
export function lightningOrigin(org: Org): Handler {
    return async (request) => {
        const { pathname } = request.url;
        if (pathname === '/') {
            return redirect(`/lightning/o/Contact/list${request.url.search}`);
        }
        if (pathname.startsWith('/lightning/')) {
            return html(SHELL, org.options.pageHeaders);
        }
        if (pathname === '/workbench/lightning.js') {
            return javaScript(org.scripts.lightning);
        }
        if (pathname === '/workbench/lightning.css') {
            return serveFile(org.folders.lightning, 'lightning.css');
        }
        if (pathname.startsWith('/workbench/api/')) {
            return serveApi(org, pathname.slice('/workbench/api/'.length), request);
        }
        return serveSlds(org.folders.slds, pathname);
    };
}

async function serveApi(org: Org, path: string, request: HttpRequest): Promise<HttpResponse | undefined> {
    const query = request.url.searchParams;
    const user = org.sessions.user(query.get('user'));
    if (request.method === 'GET') {
        switch (path) {
            case 'bootstrap':
                return json(bootstrap(org, user, query.get('lang')));
            case 'list':
                return json(
                    listOf(
                        org,
                        org.store.list(objectFrom(query)).filter((record) => !isPersonContact(record))
                    )
                );
            case 'record':
                return json(recordPage(org, recordFrom(org, query)));
            case 'search':
                return json(search(org, query));
            default:
                return undefined;
        }
    }
    // Browsers send the origin with every POST: other sites cannot write into the org.
    if (request.method !== 'POST' || request.headers.origin !== org.origins.lightning) {
        throw new BadRequest('Only pages of this origin may write.', 403);
    }
    const body = await request.json();
    if (typeof body !== 'object' || body === null) {
        throw new BadRequest('The body must be an object.');
    }
    switch (path) {
        case 'save':
            return json(save(org, user, body as RecordInput));
        case 'apex':
            return json(runApex(org, user, body as ApexRequest));
        case 'ring':
            return json(await ring(org, user, body as RingRequest));
        default:
            return undefined;
    }
}

function bootstrap(org: Org, user: OrgUser, language: string | null): Bootstrap {
    const { callCenter, options, origins, sessions } = org;
    const runningUser = isLanguage(language) ? { ...user, language } : user;
    const frame = new URL(callCenter.adapterUrl, origins.vf);
    const parameters = {
        mode: 'Lightning',
        isdtp: 'vw',
        sfdcIframeOrigin: origins.lightning,
        clc: '1',
        nonce: sessions.openFrame(runningUser)
    };
    for (const [name, value] of Object.entries(parameters)) {
        frame.searchParams.set(name, value);
    }
    return {
        user: runningUser,
        users: sessions.users,
        callCenterSettings: callCenter.settings,
        softphone: { url: frame.href, label: callCenter.displayName, width: callCenter.width, height: callCenter.height },
        telephoneNetwork: options.telephoneNetwork
            ? { extension: options.sipAccount(user.id)?.extension ?? null, outsideNumbers: options.telephoneNetwork.outsideNumbers }
            : null
    };
}

function listOf(org: Org, records: readonly OrgRecord[]): RecordList {
    return { records, names: namesFor(org, records) };
}

function recordPage(org: Org, record: OrgRecord): RecordPage {
    const activities = org.store.activitiesOf(record.id);
    const related = relatedTo(org, record);
    return { record, activities, related, names: namesFor(org, [record, ...activities, ...related.flatMap(({ records }) => records)]) };
}

function relatedTo(org: Org, shown: OrgRecord): RecordPage['related'] {
    const { id, objectType } = shown;
    const children = (child: ObjectName, field: string): RecordPage['related'][number] => ({
        objectType: child,
        records: org.store.pointingTo(id, child, field)
    });
    switch (objectType) {
        case 'Account':
            return isPerson(shown) ? [children('Case', 'AccountId')] : [children('Contact', 'AccountId'), children('Case', 'AccountId')];
        case 'Contact':
            return [children('Case', 'ContactId')];
        case 'Lead':
        case 'Case':
        case 'Task':
            return [];
    }
}

function namesFor(org: Org, records: readonly OrgRecord[]): Readonly<Record<string, string>> {
    return { ...Object.fromEntries(org.sessions.users.map(({ id, name }) => [id, name])), ...org.store.namesFor(records) };
}

function search(org: Org, query: URLSearchParams): RecordList {
    const objects = query.get('objects')?.split(',').filter(isObjectName) ?? tabObjects;
    return listOf(org, org.store.search(query.get('text') ?? '', { objects, limit: SEARCH_LIMIT }));
}

function save(org: Org, user: OrgUser, input: RecordInput): SaveResult {
    try {
        // A new task belongs to the person who saved it.
        const owner = input['entityApiName'] === 'Task' && !input['Id'] ? { OwnerId: user.id } : {};
        return { saved: true, id: org.store.save({ ...owner, ...input }).id };
    } catch (error) {
        if (error instanceof RecordError) {
            return { saved: false, detail: error.detail() };
        }
        throw error;
    }
}

function runApex(org: Org, user: OrgUser, { apexClass, methodName, methodParams }: ApexRequest): ApexResult {
    const webServices = Object.hasOwn(org.apexClasses, apexClass) ? org.apexClasses[apexClass]?.webServices : undefined;
    const method = webServices && Object.hasOwn(webServices, methodName) ? webServices[methodName] : undefined;
    if (!method) {
        return { ran: false, message: `Could not load Apex class: ${apexClass}.` };
    }
    try {
        return { ran: true, value: method({ user, store: org.store, now: org.options.now }, new URLSearchParams(methodParams)) };
    } catch (error) {
        if (error instanceof ApexException) {
            return { ran: false, message: error.message };
        }
        throw error;
    }
}

async function ring(org: Org, user: OrgUser, { callerNumber, callerName }: RingRequest): Promise<RingResult> {
    const { telephoneNetwork, sipAccount, log } = org.options;
    const extension = sipAccount(user.id)?.extension;
    if (!telephoneNetwork || extension === undefined) {
        return { ringing: false, message: telephoneNetwork ? 'This user has no extension.' : 'There is no telephone network.' };
    }
    try {
        await telephoneNetwork.ring({ extension, callerNumber: String(callerNumber), callerName: String(callerName) });
        return { ringing: true };
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        log(`workbench: ringing ${extension} failed: ${message}`);
        return { ringing: false, message };
    }
}

function objectFrom(query: URLSearchParams): ObjectName {
    const name = query.get('object');
    if (!isObjectName(name)) {
        throw new BadRequest(`There is no object ${name ?? ''}.`, 404);
    }
    return name;
}

/** The contact behind a person account has no page: the account's is shown. */
function recordFrom(org: Org, query: URLSearchParams): OrgRecord {
    const found = org.store.get(query.get('id') ?? '');
    const record = found && isPersonContact(found) ? org.store.get(textOf(found, 'AccountId')) : found;
    if (!record) {
        throw new BadRequest(`There is no record ${query.get('id') ?? ''}.`, 404);
    }
    return record;
}
