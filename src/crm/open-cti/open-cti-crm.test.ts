import { describe, expect, it } from '@jest/globals';
import type { CrmReason } from '../crm-error';
import { openCtiOf } from './open-cti-api';
import type { OpenCtiCrm } from './open-cti-crm';
import { reasonOf, setUp, TIMEOUT } from './open-cti.fake';

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
