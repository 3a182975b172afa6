import { describe, expect, it } from '@jest/globals';
import { METHOD_NAMES, type CallMessage } from '../shared/open-cti';
import { createOpenCti, type OpenCti } from './client';

const TOP = 'http://lightning.denwa.localhost:8080';

interface Loaded {
    readonly opencti: OpenCti;
    readonly posted: readonly { readonly message: CallMessage; readonly targetOrigin: string }[];
    readonly receive: (data: unknown, origin?: string) => void;
}

function load(search = `?mode=Lightning&sfdcIframeOrigin=${encodeURIComponent(TOP)}`, protocol = 'http:'): Loaded {
    const posted: { message: CallMessage; targetOrigin: string }[] = [];
    const receivers: ((event: { origin: string; data: unknown }) => void)[] = [];
    const opencti = createOpenCti({
        search,
        protocol,
        postToParent: (message, targetOrigin) => posted.push({ message, targetOrigin }),
        onMessage: (receive) => receivers.push(receive)
    });
    return { opencti, posted, receive: (data, origin = TOP) => receivers.forEach((receiver) => receiver({ origin, data })) };
}

const reply = (methodName: string, callId: number, response: unknown, flags: object = { shouldExecuteCallback: true }): object => ({
    apiType: 'opencti',
    apiVersion: 67,
    methodName,
    callId,
    response,
    ...flags
});

describe('loading', () => {
    it.each([
        ['http://lightning.denwa.localhost:8080', 'http:'],
        ['https://org.lightning.force.com', 'https:'],
        ['https://org.my.salesforce.com:8443', 'https:'],
        ['https://org.my-lightning.com', 'https:']
    ])('accepts %s', (origin, protocol) => {
        const { opencti, posted } = load(`?mode=Lightning&sfdcIframeOrigin=${encodeURIComponent(origin)}`, protocol);
        opencti.enableClickToDial();
        expect(posted[0]?.targetOrigin).toBe(origin);
    });

    it.each([
        ['', 'http:'],
        ['?sfdcIframeOrigin=http://lightning.denwa.localhost', 'http:'],
        ['?mode=Lightning&sfdcIframeOrigin=http://evil.example', 'http:'],
        ['?mode=Lightning&sfdcIframeOrigin=http://force.com.evil.example', 'http:'],
        ['?mode=Lightning&sfdcIframeOrigin=http://a.force.com/path', 'http:'],
        ['?mode=Lightning&sfdcIframeOrigin=http://a.force.com', 'https:']
    ])('throws a string for %s', (search, protocol) => {
        let thrown: unknown;
        try {
            load(search, protocol);
        } catch (error) {
            thrown = error;
        }
        expect(thrown).toEqual(expect.stringContaining('Failed to initialize Open CTI'));
    });
});

describe('the public API', () => {
    it('offers every method', () => {
        const { opencti } = load();
        const offered = [...Object.keys(opencti), ...Object.keys(opencti.hvs).map((name) => `hvs.${name}`)];
        expect(offered).toEqual(expect.arrayContaining([...METHOD_NAMES]));
    });

    it('posts named arguments, and the value of saveLog as object', () => {
        const { opencti, posted } = load();
        const callback = (): void => undefined;
        opencti.saveLog({ value: { entityApiName: 'Task' }, callback });
        opencti.searchAndScreenPop({ searchParams: '0312', callType: opencti.CALL_TYPE.INBOUND });
        expect(posted.map(({ message }) => message)).toEqual([
            expect.objectContaining({
                methodName: 'saveLog',
                callId: 0,
                isCallbackRegistered: true,
                args: { object: { entityApiName: 'Task' } }
            }),
            expect.objectContaining({
                methodName: 'searchAndScreenPop',
                callId: 1,
                isCallbackRegistered: false,
                args: expect.objectContaining({ searchParams: '0312', callType: 'inbound' })
            })
        ]);
    });

    it.each<[string, (opencti: OpenCti) => void]>([
        ['nothing', (opencti) => opencti.screenPop()],
        ['an empty object', (opencti) => opencti.setSoftphonePanelLabel({})],
        ['two arguments', (opencti) => opencti.setSoftphonePanelLabel({ label: 'x' }, 1)],
        ['a text', (opencti) => opencti.enableClickToDial('x')],
        ['no callback', (opencti) => opencti.getAppViewInfo({ x: 1 })],
        ['no listener', (opencti) => opencti.onClickToDial({ callback: () => undefined })],
        ['no value', (opencti) => opencti.saveLog({ callback: () => undefined })]
    ])('throws at once for %s', (_, act) => {
        const { opencti, posted } = load();
        expect(() => act(opencti)).toThrow(Error);
        expect(posted).toEqual([]);
    });
});

describe('answers', () => {
    it('run a callback once, and only when the host says so, from the right origin and version', () => {
        const { opencti, receive } = load();
        const heard: unknown[] = [];
        opencti.enableClickToDial({ callback: (response: unknown) => heard.push(response) });
        receive(reply('enableClickToDial', 0, 'no flag', {}));
        receive(reply('enableClickToDial', 0, 'stranger'), 'http://evil.localhost');
        receive({ ...reply('enableClickToDial', 0, 'old'), apiVersion: 43 });
        receive(reply('enableClickToDial', 1, 'other call'));
        receive(reply('enableClickToDial', 0, 'answer'));
        receive(reply('enableClickToDial', 0, 'again'));
        expect(heard).toEqual(['answer']);
    });

    it('run all listeners of a method, every time', () => {
        const { opencti, receive } = load();
        const heard: unknown[] = [];
        opencti.onClickToDial({ listener: (payload: unknown) => heard.push(payload) });
        opencti.onClickToDial({ listener: (payload: unknown) => heard.push(payload) });
        receive(reply('onClickToDial', 0, 'ignored', { shouldExecuteCallback: true }));
        receive(reply('onClickToDial', 0, 'a', { shouldExecuteListener: true }));
        receive(reply('onClickToDial', 0, 'b', { shouldExecuteListener: true }));
        expect(heard).toEqual(['a', 'a', 'b', 'b']);
    });
});
