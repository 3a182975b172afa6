import { describe, expect, it } from '@jest/globals';
import { createOpenCti, type OpenCti } from '../opencti-client/client';
import type { ApiResponse, CallMessage, MethodName, ReplyMessage } from '../shared/open-cti';
import type { OrgRecord } from '../shared/records';
import { Faults } from './faults';
import { MessageChannels } from './message-channels';
import { OpenCtiHost, type OpenCtiLogEntry } from './open-cti-host';
import { FakePage } from './org-page.fake';

const TOP = 'https://org.lightning.force.com';
const FRAME = 'https://org.vf.force.com';
const frameWindow = {};

/** The host with the workbench's own client in its frame. */
function conversation(found: readonly OrgRecord[] = []): {
    readonly opencti: OpenCti;
    readonly host: OpenCtiHost;
    readonly page: FakePage;
    readonly faults: Faults;
    readonly channels: MessageChannels;
    readonly log: readonly OpenCtiLogEntry[];
    readonly replies: readonly ReplyMessage[];
    readonly waits: readonly { readonly milliseconds: number; readonly end: () => void }[];
    readonly answered: () => Promise<void>;
} {
    const page = new FakePage(found);
    const faults = new Faults();
    const channels = new MessageChannels();
    const log: OpenCtiLogEntry[] = [];
    const replies: ReplyMessage[] = [];
    const waits: { milliseconds: number; end: () => void }[] = [];
    const pending: Promise<void>[] = [];
    const toClient: ((event: { origin: string; data: unknown }) => void)[] = [];
    const host = new OpenCtiHost({
        page: page.orgPage(),
        frame: {
            origin: FRAME,
            isSource: (source) => source === frameWindow,
            post: (message) => {
                replies.push(message);
                toClient.forEach((receive) => receive({ origin: TOP, data: message }));
            }
        },
        channels,
        faults,
        now: () => 0,
        wait: (milliseconds) => new Promise((end) => waits.push({ milliseconds, end })),
        log: (entry) => log.push(entry)
    });
    const opencti = createOpenCti({
        search: `?mode=Lightning&sfdcIframeOrigin=${encodeURIComponent(TOP)}`,
        protocol: 'https:',
        postToParent: (data) => pending.push(host.receive({ origin: FRAME, source: frameWindow, data })),
        onMessage: (receive) => toClient.push(receive)
    });
    const answered = async (): Promise<void> => {
        await Promise.all(pending);
    };
    return { opencti, host, page, faults, channels, log, replies, waits, answered };
}

type SimpleMethod = Exclude<MethodName, `hvs.${string}`>;

function call(opencti: OpenCti, method: SimpleMethod, args: object = {}): Promise<ApiResponse> {
    return new Promise((resolve) => opencti[method]({ ...args, callback: resolve }));
}

const success = (returnValue: unknown = null): ApiResponse => ({ success: true, returnValue, errors: null });

describe('calling a method', () => {
    it.each<[SimpleMethod, object, ApiResponse, readonly unknown[]]>([
        ['enableClickToDial', {}, success(), ['click-to-dial', true]],
        ['disableClickToDial', {}, success(), ['click-to-dial', false]],
        ['setSoftphonePanelVisibility', { visible: true }, success(), ['visible', true]],
        ['setSoftphonePanelHeight', { heightPX: 500 }, success(), ['height', 500]],
        ['setSoftphonePanelWidth', { widthPX: 400 }, success(), ['width', 400]],
        ['setSoftphonePanelIcon', { key: 'call' }, success(), ['panel icon', 'call']],
        ['setSoftphonePanelLabel', { label: 'A' }, success(), ['panel label', 'A']],
        ['setSoftphoneItemIcon', { key: 'call' }, success(), ['item icon', 'call']],
        ['setSoftphoneItemLabel', { label: 'B' }, success(), ['item label', 'B']],
        ['refreshView', {}, success(), ['refresh']],
        ['screenPop', { type: 'sobject', params: { recordId: '003' } }, success(), ['pop', { type: 'sobject', recordId: '003' }]],
        [
            'screenPop',
            { type: 'newRecord', params: { entityName: 'Contact', defaultFieldValues: { Phone: '03' } } },
            success(),
            ['pop', { type: 'newRecord', entityName: 'Contact', defaultFieldValues: { Phone: '03' } }]
        ],
        ['screenPop', { type: 'search', params: { searchString: 'abc' } }, success(), ['pop', { type: 'search', searchString: 'abc' }]]
    ])('%s %j', async (method, args, response, done) => {
        const { opencti, page } = conversation();
        expect(await call(opencti, method, args)).toEqual(response);
        expect(page.done).toEqual([done]);
    });

    it.each<[SimpleMethod, object, unknown]>([
        ['isSoftphonePanelVisible', {}, { visible: true }],
        ['getAppViewInfo', {}, { url: '/somewhere' }],
        ['getCallCenterSettings', {}, { '/reqGeneralInfo/reqUseApi': 'true' }],
        ['getSoftphoneLayout', {}, expect.objectContaining({ Inbound: expect.anything() })],
        ['notifyInitializationComplete', {}, null],
        ['saveLog', { value: { entityApiName: 'Task' } }, '00T000000000001AAA'],
        ['runApex', { apexClass: 'Known', methodName: 'm', methodParams: 'a=b' }, { runApex: '{}' }]
    ])('%s returns its value', async (method, args, value) => {
        const { opencti } = conversation();
        expect(await call(opencti, method, args)).toEqual(success(value));
    });

    it.each<[SimpleMethod, object, string, string]>([
        [
            'setSoftphonePanelHeight',
            { heightPX: 100 },
            'INVALID_PARAM',
            'heightPX. A numeric value between 240 and 2560 was expected, but 100'
        ],
        ['setSoftphonePanelWidth', {}, 'INVALID_PARAM', 'widthPX. A numeric value between 200 and 1920 was expected, but undefined'],
        ['setSoftphonePanelVisibility', { visible: 'yes' }, 'INVALID_PARAM', 'visible'],
        ['screenPop', { type: 'nowhere', params: {} }, 'INVALID_PARAM', 'type'],
        ['screenPop', { type: 'sobject' }, 'INVALID_PARAM', 'params'],
        ['screenPop', { type: 'sobject', params: { recordId: 'missing' } }, 'INVALID_PARAM', 'target of type sobject'],
        ['screenPop', { type: 'search', params: { searchString: 'ab' } }, 'INVALID_PARAM', 'at least 3 characters'],
        ['screenPop', { type: 'url', params: { url: 'https://evil.example' } }, 'INVALID_PARAM', 'relative URL'],
        ['screenPop', { type: 'url', params: { url: '//evil.example' } }, 'INVALID_PARAM', 'relative URL'],
        ['searchAndScreenPop', { searchParams: '03', callType: 'inbound' }, 'INVALID_PARAM', 'searchParams'],
        ['searchAndScreenPop', { searchParams: '0312', callType: 'sideways' }, 'INVALID_PARAM', 'callType'],
        ['saveLog', { value: { Subject: 'refuse' } }, 'GENERIC_ERROR', 'Review the Details field'],
        ['runApex', { apexClass: 'Lost', methodName: 'm' }, 'SERVER_ERROR', 'Could not load Apex class: Lost.'],
        ['runApex', { apexClass: 'Broken', methodName: 'm' }, 'SERVER_ERROR', 'A problem was encountered on the server.'],
        ['unsubscribe', { subscription: {} }, 'INVALID_PARAM', 'subscription']
    ])('%s %j fails with %s', async (method, args, code, description) => {
        const { opencti } = conversation();
        const response = await call(opencti, method, args);
        expect(response).toMatchObject({ success: false, returnValue: null, errors: [{ code }] });
        expect(response.errors?.[0]?.description).toContain(description);
    });

    it('answers in the API version of the client, with the flags of its registration', async () => {
        const { host, replies } = conversation();
        const message: CallMessage = {
            methodName: 'enableClickToDial',
            callId: 7,
            apiVersion: 57,
            apiType: 'opencti',
            isCallbackRegistered: false,
            isListenerRegistered: false,
            args: {}
        };
        await host.receive({ origin: FRAME, source: frameWindow, data: message });
        await host.receive({
            origin: FRAME,
            source: frameWindow,
            data: { ...message, methodName: 'toString', isCallbackRegistered: true }
        });
        expect(replies).toEqual([
            expect.objectContaining({ callId: 7, apiVersion: 57, shouldExecuteCallback: false, shouldExecuteListener: false }),
            expect.objectContaining({ shouldExecuteCallback: true, response: expect.objectContaining({ success: false }) })
        ]);
    });
});

describe('searching and popping', () => {
    const contact = (id: string): OrgRecord => ({ id, objectType: 'Contact', fields: { Name: '田中', Phone: '0312345678' } });
    const search = { searchParams: '0312345678', callType: 'inbound', defaultFieldValues: { Phone: '0312345678' } };

    it('pops the one match, the search page for several, and a new record for none', async () => {
        const pops: unknown[] = [];
        for (const found of [[contact('003a')], [contact('003a'), contact('003b')], []]) {
            const { opencti, page } = conversation(found);
            await call(opencti, 'searchAndScreenPop', search);
            pops.push(page.done[0]?.[1]);
        }
        expect(pops).toEqual([
            { type: 'sobject', recordId: '003a' },
            { type: 'search', searchString: '0312345678' },
            { type: 'newRecord', entityName: 'Contact', defaultFieldValues: { Phone: '0312345678' } }
        ]);
    });

    it('returns the layout fields of each match', async () => {
        const { opencti } = conversation([contact('003a')]);
        expect((await call(opencti, 'searchAndScreenPop', search)).returnValue).toEqual({
            '003a': expect.objectContaining({ Id: '003a', Name: '田中', RecordType: 'Contact', Phone: '0312345678' })
        });
    });

    it('tells the contact behind a person account', async () => {
        const fields = { Name: '森', IsPersonAccount: true, PersonContactId: '003p' };
        const { opencti } = conversation([{ id: '001p', objectType: 'Account', fields }]);
        expect((await call(opencti, 'searchAndScreenPop', search)).returnValue).toEqual({
            '001p': expect.objectContaining({ RecordType: 'Account', IsPersonAccount: true, PersonContactId: '003p' })
        });
    });

    it('defers the pop to a later screenPop', async () => {
        const { opencti, page } = conversation([contact('003a')]);
        const { returnValue } = await call(opencti, 'searchAndScreenPop', { ...search, deferred: true });
        expect(page.done).toEqual([]);
        await call(opencti, 'screenPop', (returnValue as { SCREEN_POP_DATA: object }).SCREEN_POP_DATA);
        expect(page.done).toEqual([['pop', { type: 'sobject', recordId: '003a' }]]);
    });

    it('pops nothing for an outbound call, as the layout says', async () => {
        const { opencti, page } = conversation([contact('003a')]);
        await call(opencti, 'searchAndScreenPop', { ...search, callType: 'outbound' });
        expect(page.done).toEqual([]);
    });
});

describe('events', () => {
    const click = { number: '03', recordId: '003', recordName: '田中', objectType: 'Contact', params: '' };

    it('reach every listener with the bare payload, and nobody before one is registered', async () => {
        const { opencti, host, replies, answered } = conversation();
        const heard: unknown[] = [];
        host.clickToDial(click);
        opencti.onClickToDial({ listener: (payload: unknown) => heard.push(['first', payload]) });
        opencti.onClickToDial({ listener: (payload: unknown) => heard.push(['second', payload]) });
        await answered();
        expect(replies).toEqual([]);
        host.clickToDial(click);
        expect(heard).toEqual([
            ['first', click],
            ['second', click]
        ]);
    });

    it('tell of navigation and of work', async () => {
        const { opencti, host, answered } = conversation();
        const heard: unknown[] = [];
        opencti.onNavigationChange({ listener: (view: unknown) => heard.push(view) });
        opencti.hvs.onWorkStart({ listener: (work: unknown) => heard.push(work) });
        await answered();
        const work = { workId: 'w1', completeWorkWhen: 'TaskSaved', attributes: { to: '03' } };
        host.navigationChange({ url: '/here' });
        host.startWork(work);
        expect(heard).toEqual([{ url: '/here' }, work]);
        const complete = (): Promise<ApiResponse> =>
            new Promise((callback) => opencti.hvs.completeWork({ workId: 'w1', attributes: {}, callback }));
        expect(await complete()).toEqual(success());
        expect(await complete()).toMatchObject({ success: false });
    });

    it('of message channels reach the subscriptions of that channel until they end', async () => {
        const { opencti, channels, answered } = conversation();
        const heard: unknown[] = [];
        const subscribe = (channelName: string): Promise<ApiResponse> =>
            call(opencti, 'subscribe', { channelName, listener: (message: unknown) => heard.push([channelName, message]) });
        const { returnValue: subscription } = await subscribe('A__c');
        await subscribe('B__c');
        channels.publish('A__c', 1);
        opencti.publish({ channelName: 'B__c', message: 2 });
        await answered();
        await call(opencti, 'unsubscribe', { subscription });
        channels.publish('A__c', 3);
        expect(heard).toEqual([
            ['A__c', 1],
            ['B__c', 2]
        ]);
    });
});

describe('messages from strangers', () => {
    const message = { methodName: 'enableClickToDial', callId: 0, apiVersion: 67, apiType: 'opencti' };

    it.each([
        ['another origin', { origin: 'https://evil.example', source: frameWindow, data: message }],
        ['another frame of the same origin', { origin: FRAME, source: {}, data: message }],
        ['a malformed message', { origin: FRAME, source: frameWindow, data: { ...message, callId: 'x' } }]
    ])('%s is ignored, with a line in the log', async (_, event) => {
        const { host, page, log, replies } = conversation();
        await host.receive(event);
        expect(page.done).toEqual([]);
        expect(replies).toEqual([]);
        expect(log).toEqual([expect.objectContaining({ kind: 'ignored', origin: event.origin })]);
    });

    it('what is not Open CTI at all leaves no trace', async () => {
        const { host, log } = conversation();
        await host.receive({ origin: FRAME, source: frameWindow, data: 'hello' });
        await host.receive({ origin: FRAME, source: frameWindow, data: null });
        expect(log).toEqual([]);
    });
});

describe('faults', () => {
    it('never: no answer', async () => {
        const { opencti, faults, page, replies, answered } = conversation();
        faults.set('enableClickToDial', { kind: 'never' });
        opencti.enableClickToDial({ callback: () => undefined });
        await answered();
        expect(page.done).toEqual([['click-to-dial', true]]);
        expect(replies).toEqual([]);
    });

    it('late: the answer comes after the time', async () => {
        const { opencti, faults, replies, waits, answered } = conversation();
        faults.set('refreshView', { kind: 'late', milliseconds: 9000 });
        opencti.refreshView({ callback: () => undefined });
        await Promise.resolve();
        while (waits.length === 0) {
            await Promise.resolve();
        }
        expect(replies).toEqual([]);
        expect(waits[0]?.milliseconds).toBe(9000);
        waits[0]?.end();
        await answered();
        expect(replies).toHaveLength(1);
    });

    it('twice: the client takes the first answer', async () => {
        const { opencti, faults, replies, answered } = conversation();
        faults.set('refreshView', { kind: 'twice' });
        let callbacks = 0;
        opencti.refreshView({ callback: () => callbacks++ });
        await answered();
        expect(replies).toHaveLength(2);
        expect(callbacks).toBe(1);
    });

    it('error: the method does not run; cleared, it runs again', async () => {
        const { opencti, faults, page } = conversation();
        const errors = [{ code: 'SERVER_ERROR', description: 'down' }] as const;
        faults.set('enableClickToDial', { kind: 'error', errors });
        expect(await call(opencti, 'enableClickToDial')).toEqual({ success: false, returnValue: null, errors });
        expect(page.done).toEqual([]);
        faults.clear();
        expect(await call(opencti, 'enableClickToDial')).toEqual(success());
    });
});
