import { describe, expect, it } from '@jest/globals';
import type { LogLine } from '../../base/logger';
import { Logger } from '../../base/logger';
import { SimulatedClock } from '../../base/simulated-clock';
import type { CallLogEntry } from '../call-log';
import { CrmError, type CrmReason } from '../crm-error';
import type { ClickToDial } from '../crm-host';
import type { OpenCtiApi, OpenCtiArguments, OpenCtiMethod } from './open-cti-api';
import { openCtiOf } from './open-cti-api';
import { OpenCtiCrm } from './open-cti-crm';

const TIMEOUT = 10_000;
const METHODS: readonly OpenCtiMethod[] = [
    'enableClickToDial',
    'disableClickToDial',
    'setSoftphonePanelVisibility',
    'setSoftphoneItemLabel',
    'setSoftphonePanelLabel',
    'setSoftphoneItemIcon',
    'setSoftphonePanelIcon',
    'screenPop',
    'saveLog',
    'refreshView',
    'getCallCenterSettings'
];

/** Salesforce's script with nobody behind it: remembers what it was asked, and answers when the test says so. */
class FakeOpenCti {
    readonly asked: {
        readonly method: OpenCtiMethod;
        readonly args: Omit<OpenCtiArguments, 'callback'>;
        readonly answer: (response: unknown) => void;
    }[] = [];
    readonly listeners: ((payload: unknown) => void)[] = [];
    /** What every method throws. */
    thrown: Error | string | null = null;

    readonly api = {
        SCREENPOP_TYPE: { SOBJECT: 'sobject', SEARCH: 'search', NEW_RECORD_MODAL: 'newRecord' },
        onClickToDial: ({ listener }: { readonly listener: (payload: unknown) => void }) => {
            this.#throwIfAsked();
            this.listeners.push(listener);
        },
        ...Object.fromEntries(METHODS.map((method) => [method, (args: OpenCtiArguments) => this.#onCall(method, args)]))
    } as OpenCtiApi;

    answerAll(response: unknown = { success: true, returnValue: null, errors: null }): void {
        for (const { answer } of this.asked) answer(response);
    }

    #onCall(method: OpenCtiMethod, { callback, ...args }: OpenCtiArguments): void {
        this.#throwIfAsked();
        this.asked.push({ method, args, answer: callback });
    }

    #throwIfAsked(): void {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the real client throws bare strings
        if (this.thrown !== null) throw this.thrown;
    }
}

function setUp({ withApi = true } = {}) {
    const clock = new SimulatedClock();
    const lines: LogLine[] = [];
    const crm = new FakeOpenCti();
    const logger = new Logger('crm.open-cti', clock, (line) => lines.push(line));
    const host = new OpenCtiCrm({ api: withApi ? crm.api : undefined, clock, logger, timeout: TIMEOUT });
    return { clock, lines, crm, host };
}

async function reasonOf(promise: Promise<unknown>): Promise<CrmReason | 'resolved'> {
    try {
        await promise;
        return 'resolved';
    } catch (error) {
        if (error instanceof CrmError) return error.reason;
        throw error;
    }
}

const entry: CallLogEntry = {
    Subject: 'Call',
    Description: '',
    Status: 'Completed',
    Priority: 'Normal',
    ActivityDate: '2026-11-22',
    Type: 'Call',
    TaskSubtype: 'Call',
    CallType: 'Inbound',
    CallDurationInSeconds: 5,
    CallDisposition: '',
    CallObject: 'abc'
};

describe('what Salesforce is asked', () => {
    it.each<[string, (host: OpenCtiCrm) => Promise<unknown>, readonly unknown[]]>([
        ['enableClickToDial', (host) => host.enableClickToDial(), [['enableClickToDial', {}]]],
        ['disableClickToDial', (host) => host.disableClickToDial(), [['disableClickToDial', {}]]],
        ['showPanel', (host) => host.showPanel(), [['setSoftphonePanelVisibility', { visible: true }]]],
        [
            'setPhoneLabel',
            (host) => host.setPhoneLabel('電話'),
            [
                ['setSoftphoneItemLabel', { label: '電話' }],
                ['setSoftphonePanelLabel', { label: '電話' }]
            ]
        ],
        [
            'setPhoneIcon',
            (host) => host.setPhoneIcon('call'),
            [
                ['setSoftphoneItemIcon', { key: 'call' }],
                ['setSoftphonePanelIcon', { key: 'call' }]
            ]
        ],
        ['openRecord', (host) => host.openRecord('003x'), [['screenPop', { type: 'sobject', params: { recordId: '003x' } }]]],
        [
            'openNewRecord',
            (host) => host.openNewRecord('Contact', { Phone: '03-1234-5678' }),
            [['screenPop', { type: 'newRecord', params: { entityName: 'Contact', defaultFieldValues: { Phone: '03-1234-5678' } } }]]
        ],
        [
            'openSearch',
            (host) => host.openSearch('03-1234-5678'),
            [['screenPop', { type: 'search', params: { searchString: '03-1234-5678' } }]]
        ],
        ['saveCallLog', (host) => host.saveCallLog(entry), [['saveLog', { value: { entityApiName: 'Task', ...entry } }]]],
        ['refresh', (host) => host.refresh(), [['refreshView', {}]]]
    ])('%s', async (_name, act, asked) => {
        const { crm, host, clock } = setUp();
        const done = act(host);
        crm.answerAll();
        await done;
        expect(crm.asked.map(({ method, args }) => [method, args])).toEqual(asked);
        expect(clock.pending).toBe(0);
    });

    it('returns the id of the saved log, or null from orgs that do not tell it', async () => {
        for (const [returnValue, id] of [
            ['00T000000000001AAA', '00T000000000001AAA'],
            [null, null],
            [{}, null]
        ]) {
            const { crm, host } = setUp();
            const saved = host.saveCallLog(entry);
            crm.answerAll({ success: true, returnValue, errors: null });
            expect(await saved).toBe(id);
        }
    });

    it('returns the settings of the call center', async () => {
        const { crm, host } = setUp();
        const settings = host.callCenterSettings();
        crm.answerAll({ success: true, returnValue: { '/denwa/server': 'wss://pbx.example.com/ws', '/denwa/odd': 7 }, errors: null });
        expect([...(await settings)]).toEqual([['/denwa/server', 'wss://pbx.example.com/ws']]);
    });
});

describe('when Salesforce fails', () => {
    it('gives up after the time limit, and ignores the answer that comes later', async () => {
        const { crm, host, clock, lines } = setUp();
        const reason = reasonOf(host.saveCallLog(entry));
        clock.advance(TIMEOUT - 1);
        expect(clock.pending).toBe(1);
        clock.advance(1);
        expect(await reason).toBe('timed-out');
        crm.answerAll();
        expect(lines).toMatchObject([{ level: 'warn', fields: { method: 'saveLog' } }]);
    });

    it('ignores a second answer', async () => {
        const { crm, host, lines } = setUp();
        const reason = reasonOf(host.refresh());
        crm.answerAll();
        crm.answerAll({ success: false, returnValue: null, errors: [] });
        expect(await reason).toBe('resolved');
        expect(lines).toMatchObject([{ level: 'warn', fields: { method: 'refreshView' } }]);
    });

    it.each(['sfdcIframeOrigin is missing', new TypeError('callback is not a function')])('survives that it throws %s', async (thrown) => {
        const { crm, host, clock } = setUp();
        crm.thrown = thrown;
        expect(await reasonOf(host.openRecord('003x'))).toBe('misused');
        expect(clock.pending).toBe(0);
    });

    it.each<[unknown, CrmReason, string]>([
        [
            { success: false, returnValue: null, errors: [{ code: 'INVALID_PARAM', description: 'bad label' }] },
            'misused',
            'INVALID_PARAM bad label'
        ],
        [
            {
                success: false,
                returnValue: null,
                errors: [{ code: 'SERVER_ERROR', description: 'no', details: { fieldErrors: { WhoId: [] } } }]
            },
            'rejected',
            'WhoId'
        ],
        [
            { success: false, returnValue: null, errors: [{ code: 'SOFTPHONE_CONTAINER_ERROR', description: 'not initialised' }] },
            'rejected',
            'not initialised'
        ],
        [{ success: false, returnValue: null, errors: null }, 'rejected', 'no reason given'],
        [{ success: 'true' }, 'rejected', 'no reason given'],
        [null, 'rejected', 'no reason given'],
        ['<b>', 'rejected', 'no reason given']
    ])('maps the answer %j to %s', async (response, reason, text) => {
        const { crm, host } = setUp();
        const done = host.saveCallLog(entry);
        crm.answerAll(response);
        await expect(done).rejects.toMatchObject({ name: 'CrmError', reason, message: expect.stringContaining(text) });
    });

    it('rejects everything outside of Salesforce', async () => {
        const { host, clock } = setUp({ withApi: false });
        host.onClickToDial(() => undefined);
        const reasons = await Promise.all([
            reasonOf(host.enableClickToDial()),
            reasonOf(host.setPhoneLabel('x')),
            reasonOf(host.openRecord('003x')),
            reasonOf(host.saveCallLog(entry))
        ]);
        expect(reasons).toEqual(Array(4).fill('crm-unavailable'));
        expect(clock.pending).toBe(0);
    });

    it('finds no API where the script did not load', () => {
        expect(openCtiOf({})).toBeUndefined();
        expect(openCtiOf({ sforce: {} })).toBeUndefined();
    });
});

describe('click-to-dial', () => {
    const contact = { recordId: '003000000000001AAA', objectType: 'Contact', recordName: '山田 花子' };
    const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };

    it.each<[string, unknown, ClickToDial]>([
        ['the bare object', { number: '03-1234-5678', ...contact, params: '' }, { number: '03-1234-5678', record }],
        ['the older response', { success: true, returnValue: { number: '03-1234-5678', ...contact } }, { number: '03-1234-5678', record }],
        ['a number as a number', { number: 312345678, ...contact }, { number: '312345678', record }],
        ['no record', { number: '1002' }, { number: '1002', record: null }],
        ['no number', { ...contact }, { number: '', record }],
        ['a number that is none', { number: { toString: 'x' }, ...contact }, { number: '', record }],
        ['a hostile record id', { number: '1002', ...contact, recordId: "003'><script>" }, { number: '1002', record: null }],
        ['a hostile object type', { number: '1002', ...contact, objectType: '../x' }, { number: '1002', record: null }],
        ['a name that is none', { number: '1002', ...contact, recordName: 7 }, { number: '1002', record: { ...record, name: '' } }],
        ['nothing', undefined, { number: '', record: null }],
        ['text', 'x', { number: '', record: null }],
        ['an inherited number', Object.create({ number: '1002' }), { number: '', record: null }]
    ])('reads %s', (_name, payload, click) => {
        const { crm, host } = setUp();
        const clicks: ClickToDial[] = [];
        host.onClickToDial((heard) => clicks.push(heard));
        for (const listener of crm.listeners) listener(payload);
        expect(clicks).toEqual([click]);
    });

    it('registers one listener for ever, however often somebody subscribes', () => {
        const { crm, host } = setUp();
        const heard: string[] = [];
        const unsubscribe = host.onClickToDial(() => heard.push('first'));
        host.onClickToDial(() => heard.push('second'));
        for (const listener of crm.listeners) listener({ number: '1002' });
        unsubscribe();
        for (const listener of crm.listeners) listener({ number: '1002' });
        expect(crm.listeners).toHaveLength(1);
        expect(heard).toEqual(['first', 'second', 'second']);
    });

    it('survives a listener that throws, and an API that refuses the listener', () => {
        const { crm, host, lines } = setUp();
        host.onClickToDial(() => {
            throw new Error('listener');
        });
        for (const listener of crm.listeners) listener({ number: '1002' });
        const other = setUp();
        other.crm.thrown = 'no listener allowed';
        other.host.onClickToDial(() => undefined);
        expect([...lines, ...other.lines].map(({ level }) => level)).toEqual(['error', 'error']);
    });
});
