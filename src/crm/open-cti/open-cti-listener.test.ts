import { describe, expect, it } from '@jest/globals';
import type { ClickToDial, CrmView } from '../crm-host';
import { reasonOf, setUp } from './open-cti.fake';

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
