import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bootstrap } from '../shared/org-api';
import { denwaController } from './apex/denwa-controller';
import { BadRequest, type Handler, type HttpResponse } from './http';
import { lightningOrigin } from './lightning-origin';
import { defaultUsers, resolveOptions, type WorkbenchOptions } from './options';
import type { Org } from './org';
import { knownCustomers } from './records/known-customers';
import { RecordStore } from './records/record-store';
import { seedRecords } from './records/seed';
import { Sessions } from './sessions';
import { vfOrigin } from './vf-origin';
import { RemotingFaults } from './visualforce/remoting-faults';

const origins = { lightning: 'http://lightning.denwa.localhost:8080', vf: 'http://vf.denwa.localhost:8080' };
const page = `<apex:page controller="DenwaController" applyHtmlTag="false"><html lang="{!language}"><head></head>
    <body><script src="{!URLFOR($Resource.denwa, 'denwa.js')}"></script></body></html></apex:page>`;

let folder: string;

beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workbench-test-'));
    await mkdir(join(folder, 'denwa'));
    await Promise.all([
        writeFile(join(folder, 'Phone.page'), page),
        writeFile(join(folder, 'Wrong.page'), page.replace('{!language}', '{!$Api.Session_ID}')),
        writeFile(join(folder, 'secret.txt'), 'secret'),
        writeFile(join(folder, 'denwa', 'denwa.js'), 'run();')
    ]);
});

afterAll(() => rm(folder, { recursive: true }));

function makeOrg(options: WorkbenchOptions = {}): Org {
    const store = new RecordStore(() => 0);
    seedRecords(store);
    return {
        options: resolveOptions({ pagesFolder: folder, staticResources: { denwa: join(folder, 'denwa') }, now: () => 1, ...options }),
        origins,
        callCenter: { settings: { '/a/b': 'c' }, adapterUrl: '/apex/Phone', width: 340, height: 480, displayName: 'Phone' },
        sessions: new Sessions(defaultUsers),
        store,
        apexClasses: { DenwaController: denwaController(() => null) },
        remotingFaults: new RemotingFaults(),
        scripts: { lightning: '', visualforceRemoting: '', openCti: 'readable', openCtiMin: 'small' },
        folders: { slds: folder, lightning: folder }
    };
}

function get(handler: Handler, path: string): Promise<HttpResponse | undefined> {
    const url = new URL(path, origins.vf);
    return handler({ method: 'GET', url, headers: {}, json: () => Promise.reject(new Error('no body')) });
}

function post(handler: Handler, path: string, body: unknown, origin: string): Promise<HttpResponse | undefined> {
    return handler({ method: 'POST', url: new URL(path, origin), headers: { origin }, json: () => Promise.resolve(body) });
}

const parse = (response: HttpResponse | undefined): unknown => JSON.parse(String(response?.body));

describe('the Visualforce origin', () => {
    let org: Org;
    let handler: Handler;

    beforeEach(() => {
        org = makeOrg();
        handler = vfOrigin(org);
    });

    it('serves the page for the user of its session', async () => {
        const nonce = org.sessions.openFrame(defaultUsers[3]);
        const body = String((await get(handler, `/apex/Phone?nonce=${nonce}`))?.body);
        expect(body).toContain('<html lang="en-US">');
        expect(body).toContain('<script src="/resource/1/denwa/denwa.js">');
        expect(body).toContain(`data-session="${nonce}"`);
    });

    it('tells what is wrong with a page, a session or a missing page', async () => {
        expect(await get(handler, '/apex/Wrong')).toMatchObject({ status: 500, body: expect.stringContaining('$Api.Session_ID') });
        expect(await get(handler, '/apex/Nothing')).toMatchObject({ status: 404 });
        await expect(get(handler, '/apex/Phone?nonce=stale')).rejects.toThrow('Reload the Lightning page');
    });

    it('serves the client script and static resources, and nothing outside of their folders', async () => {
        expect((await get(handler, '/support/api/67.0/lightning/opencti_min.js'))?.body).toBe('small');
        expect((await get(handler, '/support/api/60.0/lightning/opencti.js'))?.body).toBe('readable');
        expect(String((await get(handler, '/resource/1/denwa/denwa.js'))?.body)).toBe('run();');
        expect(await get(handler, '/resource/1/denwa/..%2fsecret.txt')).toBeUndefined();
        expect(await get(handler, '/resource/1/other/denwa.js')).toBeUndefined();
    });

    it('serves another client script in its place', async () => {
        const file = join(folder, 'secret.txt');
        const other = vfOrigin(makeOrg({ openCtiClientFile: file }));
        expect((await get(other, '/support/api/67.0/lightning/opencti_min.js'))?.body).toBe('secret');
    });

    it('runs remote actions for its own pages only', async () => {
        const vid = org.sessions.openFrame(defaultUsers[0]);
        const request = { action: 'DenwaController', method: 'getSettings', data: [null], type: 'rpc', tid: 2, ctx: { vid } };
        expect(parse(await post(handler, '/apexremote', request, origins.vf))).toEqual([
            expect.objectContaining({ type: 'rpc', tid: 2, result: { dispositions: [] } })
        ]);
        await expect(post(handler, '/apexremote', request, 'https://evil.example')).rejects.toThrow(BadRequest);
        await expect(post(handler, '/apexremote', { action: 1 }, origins.vf)).rejects.toThrow('no remoting request');
    });
});

describe('the Lightning origin', () => {
    it('tells the page who runs it and where the softphone is', async () => {
        const handler = lightningOrigin(makeOrg());
        const bootstrap = parse(await get(handler, '/workbench/api/bootstrap?user=smith&lang=ja')) as Bootstrap;
        expect(bootstrap).toMatchObject({ user: { name: 'John Smith', language: 'ja' }, telephoneNetwork: null });
        const url = new URL(bootstrap.softphone.url);
        expect(url.origin + url.pathname).toBe(`${origins.vf}/apex/Phone`);
        expect(Object.fromEntries(url.searchParams)).toMatchObject({ mode: 'Lightning', sfdcIframeOrigin: origins.lightning, isdtp: 'vw' });
        await expect(get(handler, '/workbench/api/bootstrap?user=nobody')).rejects.toThrow('Users: sato, suzuki, yamada, smith.');
    });

    it('shows a record with its activities, related records and the names around it', async () => {
        const handler = lightningOrigin(makeOrg());
        const { contactWithMobile: tanaka, accountWithFixedLine: aoba } = knownCustomers;
        expect(parse(await get(handler, `/workbench/api/record?id=${tanaka.id}`))).toMatchObject({
            record: { id: tanaka.id },
            names: { [aoba.id]: aoba.name },
            activities: [{ fields: { CallType: 'Outbound' } }],
            related: [{ objectType: 'Case', records: [{ fields: { ContactPhone: '+81 90-1234-5678' } }] }]
        });
        await expect(get(handler, '/workbench/api/record?id=003')).rejects.toThrow('There is no record 003.');
        await expect(get(handler, '/workbench/api/list?object=Toy')).rejects.toThrow('There is no object Toy.');
    });

    it('saves for its own pages only; a new task belongs to the running user', async () => {
        const org = makeOrg();
        const handler = lightningOrigin(org);
        const saved = parse(
            await post(handler, '/workbench/api/save?user=smith', { entityApiName: 'Task', Subject: 'Call' }, origins.lightning)
        );
        expect(saved).toMatchObject({ saved: true });
        expect(org.store.get((saved as { id: string }).id)?.fields['OwnerId']).toBe(defaultUsers[3].id);
        expect(
            parse(await post(handler, '/workbench/api/save', { entityApiName: 'Task', CallType: 'x' }, origins.lightning))
        ).toMatchObject({
            saved: false,
            detail: { fieldErrors: { CallType: [expect.anything()] } }
        });
        await expect(post(handler, '/workbench/api/save', {}, origins.vf)).rejects.toThrow('Only pages of this origin');
    });

    it('rings the extension of the running user, and says why it cannot', async () => {
        const rung: unknown[] = [];
        const lines: string[] = [];
        const handler = lightningOrigin(
            makeOrg({
                log: (line) => lines.push(line),
                sipAccount: (id) =>
                    id === defaultUsers[0].id ? { extension: '1001', authorizationName: '1001', password: 'p', displayName: 'S' } : null,
                telephoneNetwork: {
                    outsideNumbers: [],
                    ring: (call) => {
                        if (call.callerNumber === '0') {
                            return Promise.reject(new Error('The PBX is down.'));
                        }
                        rung.push(call);
                        return Promise.resolve();
                    }
                }
            })
        );
        const ring = async (user: string, callerNumber: string): Promise<unknown> =>
            parse(await post(handler, `/workbench/api/ring?user=${user}`, { callerNumber, callerName: '田中' }, origins.lightning));
        expect(await ring('sato', '09012345678')).toEqual({ ringing: true });
        expect(rung).toEqual([{ extension: '1001', callerNumber: '09012345678', callerName: '田中' }]);
        expect(await ring('sato', '0')).toEqual({ ringing: false, message: 'The PBX is down.' });
        expect(lines).toEqual(['workbench: ringing 1001 failed: The PBX is down.']);
        expect(await ring('smith', '090')).toEqual({ ringing: false, message: 'This user has no extension.' });
    });
});
