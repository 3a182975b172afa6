import { describe, expect, it } from '@jest/globals';
import type { LogLine } from '../../base/logger';
import { Logger } from '../../base/logger';
import { SimulatedClock } from '../../base/simulated-clock';
import { CrmError, type CrmReason } from '../crm-error';
import type { ClickToDial, CrmView } from '../crm-host';
import type { OpenCtiApi, OpenCtiArguments, OpenCtiMethod, OpenCtiSubscribing } from './open-cti-api';
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
    'setSoftphonePanelWidth',
    'setSoftphonePanelHeight',
    'screenPop',
    'searchAndScreenPop',
    'getAppViewInfo',
    'refreshView',
    'publish',
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
    readonly viewListeners: ((payload: unknown) => void)[] = [];
    readonly subscriptions: OpenCtiSubscribing[] = [];
    /** What every method throws. */
    thrown: Error | string | null = null;

    readonly api = {
        SCREENPOP_TYPE: { SOBJECT: 'sobject', SEARCH: 'search', NEW_RECORD_MODAL: 'newRecord' },
        onClickToDial: ({ listener }: { readonly listener: (payload: unknown) => void }) => {
            this.#throwIfAsked();
            this.listeners.push(listener);
        },
        onNavigationChange: ({ listener }: { readonly listener: (payload: unknown) => void }) => {
            this.#throwIfAsked();
            this.viewListeners.push(listener);
        },
        subscribe: (subscription: OpenCtiSubscribing) => {
            this.#throwIfAsked();
            this.subscriptions.push(subscription);
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
        [
            'setPanelSize',
            (host) => host.setPanelSize({ width: 510.4, height: 720 }),
            [
                ['setSoftphonePanelWidth', { widthPX: 510 }],
                ['setSoftphonePanelHeight', { heightPX: 720 }]
            ]
        ],
        [
            'setPanelSize beyond what Open CTI allows',
            (host) => host.setPanelSize({ width: 100, height: 3000 }),
            [
                ['setSoftphonePanelWidth', { widthPX: 200 }],
                ['setSoftphonePanelHeight', { heightPX: 2560 }]
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
        [
            'searchAndShow',
            (host) => host.searchAndShow('0312345678', 'inbound', { Phone: '03-1234-5678' }),
            [['searchAndScreenPop', { searchParams: '0312345678', callType: 'inbound', defaultFieldValues: { Phone: '03-1234-5678' } }]]
        ],
        ['view', (host) => host.view(), [['getAppViewInfo', {}]]],
        ['refresh', (host) => host.refresh(), [['refreshView', {}]]],
        ['publish', (host) => host.publish({ type: 'here' }), [['publish', { channelName: 'Denwa_Window__c', message: { type: 'here' } }]]]
    ])('%s', async (_name, act, asked) => {
        const { crm, host, clock } = setUp();
        const done = act(host);
        crm.answerAll();
        await done;
        expect(crm.asked.map(({ method, args }) => [method, args])).toEqual(asked);
        expect(clock.pending).toBe(0);
    });

    it('returns the records that its search found, and nothing else that is in the answer', async () => {
        const { crm, host } = setUp();
        const found = host.searchAndShow('0312345678', 'inbound', {});
        crm.answerAll({
            success: true,
            returnValue: {
                '003000000000001AAA': { Id: '003000000000001AAA', Name: '山田 花子', RecordType: 'Contact', Phone: '03-1234-5678' },
                '001000000000002AAA': {
                    Id: '001000000000002AAA',
                    Name: '鈴木 太郎',
                    RecordType: 'Account',
                    IsPersonAccount: true,
                    PersonContactId: '003000000000002AAA'
                },
                '003000000000003AAA': { Id: "003'><script>", Name: 'x', RecordType: 'Contact' },
                '003000000000004AAA': null,
                SCREEN_POP_DATA: { type: 'sobject', params: { recordId: '003000000000001AAA' } }
            },
            errors: null
        });
        expect(await found).toEqual([
            { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' },
            { id: '001000000000002AAA', objectType: 'Account', name: '鈴木 太郎', contactId: '003000000000002AAA' }
        ]);
    });

    it.each([null, undefined, [], 'x', {}])('finds nothing in the answer %j', async (returnValue) => {
        const { crm, host } = setUp();
        const found = host.searchAndShow('0312345678', 'inbound', {});
        crm.answerAll({ success: true, returnValue, errors: null });
        expect(await found).toEqual([]);
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
        const reason = reasonOf(host.openRecord('003x'));
        clock.advance(TIMEOUT - 1);
        expect(clock.pending).toBe(1);
        clock.advance(1);
        expect(await reason).toBe('timed-out');
        crm.answerAll();
        expect(lines).toMatchObject([{ level: 'warn', fields: { method: 'screenPop' } }]);
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
                errors: [{ code: 'SERVER_ERROR', description: 'no', details: { fieldErrors: { Phone: [] } } }]
            },
            'rejected',
            'Phone'
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
        const done = host.openRecord('003x');
        crm.answerAll(response);
        await expect(done).rejects.toMatchObject({ name: 'CrmError', reason, message: expect.stringContaining(text) });
    });

    it('rejects everything outside of Salesforce', async () => {
        const { host, clock } = setUp({ withApi: false });
        host.onClickToDial(() => undefined);
        host.onViewChange(() => undefined);
        const reasons = await Promise.all([
            reasonOf(host.enableClickToDial()),
            reasonOf(host.setPhoneLabel('x')),
            reasonOf(host.openRecord('003x')),
            reasonOf(host.view())
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
        [
            'a person account',
            {
                number: '1002',
                ...contact,
                recordId: '001000000000001AAA',
                objectType: 'Account',
                personAccount: true,
                contactId: record.id
            },
            { number: '1002', record: { ...record, id: '001000000000001AAA', objectType: 'Account', contactId: record.id } }
        ],
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

describe('the page in front of the agent', () => {
    const record = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
    const payload = {
        url: '/lightning/r/Contact/003000000000001AAA/view',
        recordId: record.id,
        recordName: record.name,
        objectType: record.objectType
    };

    it('is told when it changes, by one listener for ever', () => {
        const { crm, host } = setUp();
        const heard: CrmView[] = [];
        host.onViewChange((view) => heard.push(view));
        host.onViewChange(() => undefined);
        for (const listener of crm.viewListeners) listener(payload);
        expect(crm.viewListeners).toHaveLength(1);
        expect(heard).toEqual([{ record, isForm: false }]);
    });

    it('is told when asked', async () => {
        const { crm, host } = setUp();
        const view = host.view();
        crm.answerAll({ success: true, returnValue: payload, errors: null });
        expect(await view).toEqual({ record, isForm: false });
    });
});

describe('messages between the phone and the page around it', () => {
    it('are heard on one subscription to the channel, however many listen', () => {
        const { crm, host, lines } = setUp();
        const heard: unknown[] = [];
        const unsubscribe = host.onMessage((message) => heard.push(message));
        host.onMessage((message) => heard.push(message));
        expect(crm.subscriptions.map(({ channelName }) => channelName)).toEqual(['Denwa_Window__c']);
        for (const { callback, listener } of crm.subscriptions) {
            callback({ success: true, returnValue: { subscriptionId: 'x' }, errors: null });
            listener({ from: 'window', type: 'here' });
            unsubscribe();
            listener('<b>');
        }
        expect(heard).toEqual([{ from: 'window', type: 'here' }, { from: 'window', type: 'here' }, '<b>']);
        expect(lines).toEqual([]);
    });

    it('are not there where the channel is not deployed, or the API is older; nothing else suffers', async () => {
        const { crm, host, lines } = setUp();
        host.onMessage(() => undefined);
        for (const { callback } of crm.subscriptions) {
            callback({ success: false, returnValue: null, errors: [{ code: 'GENERIC_ERROR', description: 'no such channel' }] });
        }
        expect(lines).toMatchObject([{ level: 'warn', fields: { channel: 'Denwa_Window__c' } }]);

        const older = setUp();
        Object.assign(older.crm.api, { subscribe: undefined, publish: undefined });
        older.host.onMessage(() => undefined);
        expect(await reasonOf(older.host.publish({}))).toBe('misused');
        const refreshed = reasonOf(older.host.refresh());
        older.crm.answerAll();
        expect(await refreshed).toBe('resolved');
    });

    it('go nowhere outside of Salesforce', async () => {
        const { host } = setUp({ withApi: false });
        host.onMessage(() => undefined);
        expect(await reasonOf(host.publish({}))).toBe('crm-unavailable');
    });
});
