import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { dialog, inbound, outbound } from '../telephony/call.fake';
import type { RecordLink } from '../telephony/record';
import { withRecord } from './log-relation';
import { Page } from './logging.fake';

const contact: RecordLink = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 花子' };
const account: RecordLink = { id: '001000000000001AAA', objectType: 'Account', name: '山田商事' };
const order: RecordLink = { id: '500000000000001AAA', objectType: 'Case', name: '00001234' };
const lead: RecordLink = { id: '00Q000000000001AAA', objectType: 'Lead', name: '鈴木 太郎' };
const person: RecordLink = { ...account, id: '001000000000002AAA', name: '佐藤 次郎', contactId: '003000000000002AAA' };

let page: Page;

beforeEach(() => {
    page = new Page(setImmediate);
});

describe('the records of a log', () => {
    it('are those of the call', () => {
        page.startCall({ ...outbound, record: order, recordSource: 'click' });
        expect(page.log()).toMatchObject({ who: null, what: order });
    });

    it('follow what is found out', () => {
        page.startCall(inbound);
        page.findRecord(contact);
        expect(page.log()).toMatchObject({ who: contact, what: null, isRelatedByAgent: false });
        page.findRecord(person);
        expect(page.log()).toMatchObject({ who: { id: person.contactId, objectType: 'Contact', name: person.name }, what: null });
        page.findRecord(account);
        expect(page.log()).toMatchObject({ who: null, what: account });
    });

    it('give way to what is found out in both spellings of their ids', () => {
        const former = { ...order, id: order.id.slice(0, 15) };
        expect(withRecord({ who: null, what: order }, former, contact)).toEqual({ who: contact, what: null });
    });

    it('follow the other party, whose name and number change too', () => {
        page.startCall({ ...inbound, remote: { number: '1002', displayName: 'Sato' } });
        page.findRecord(contact);
        page.phone.report({ type: 'call-identified', callId: 'c1', remote: { number: '09012345678', displayName: null } });
        page.findRecord(null);
        expect(page.log()).toMatchObject({ who: null, numberText: '090-1234-5678', displayName: null });
    });

    it('are completed by what the agent looks at while talking', () => {
        page.startCall(inbound);
        page.callLogger.viewed(order);
        expect(page.log()?.what).toBeNull();
        page.connectCall();
        page.findRecord(contact);
        page.callLogger.viewed(null);
        page.callLogger.viewed(order);
        page.callLogger.viewed(account);
        page.callLogger.viewed(person);
        expect(page.log()).toMatchObject({ who: contact, what: order });
    });

    it('are not what the page shows besides customers, nor whom another caller is', () => {
        page.startCall(inbound);
        page.connectCall();
        for (const objectType of ['Report', 'Dashboard', 'Task', 'Event', 'User']) page.callLogger.viewed({ ...order, objectType });
        page.startCall({ ...inbound, id: 'c2' });
        page.findRecord(person, 'c2');
        page.callLogger.viewed(person);
        expect(page.log('c1')).toMatchObject({ who: null, what: null });
    });

    it('never join a lead with anything else: what was there first stays, but the record of the call counts more', () => {
        page.startCall(inbound);
        page.connectCall();
        page.callLogger.viewed(order);
        page.callLogger.viewed(lead);
        expect(page.log()).toMatchObject({ who: null, what: order });
        page.findRecord(lead);
        expect(page.log()).toMatchObject({ who: lead, what: null });
        page.callLogger.viewed(order);
        expect(page.log()).toMatchObject({ who: lead, what: null });
    });

    it('of the call that is talked on, not of one that waits', () => {
        page.startCall(inbound);
        page.connectCall();
        page.phone.report({ type: 'call-holding', callId: 'c1' });
        page.phone.report({ type: 'call-held', callId: 'c1', at: page.clock.now() });
        page.startCall({ ...outbound, id: 'c2' });
        page.connectCall('c2');
        page.callLogger.viewed(contact);
        expect(page.log('c1')?.who).toBeNull();
        expect(page.log('c2')?.who).toEqual(contact);
    });

    it('stay what the agent made them', () => {
        page.startCall({ ...inbound, record: contact, recordSource: 'carried' });
        page.connectCall();
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', who: null, what: order });
        page.findRecord(lead);
        page.callLogger.viewed(person);
        expect(page.log()).toMatchObject({ who: null, what: order, isRelatedByAgent: true });
        page.callLogger.carryOut({ type: 'edit-log', callId: 'c1', who: person });
        expect(page.log()?.who).toEqual({ id: person.contactId, objectType: 'Contact', name: person.name });
    });

    it('are waited for by a log that is saved at once, but not for ever', async () => {
        let found = (_record: RecordLink): void => undefined;
        page.identified = () => new Promise((resolve) => (found = resolve));
        page.startCall(inbound);
        page.endCall('cancelled');
        await page.pass(4);
        expect(await page.saves()).toEqual([]);
        page.findRecord(contact);
        found(contact);
        expect(await page.saves()).toEqual([`save ${contact.id}`, 'refresh']);

        page.startCall({ ...inbound, id: 'c2', dialog: { ...dialog, callId: 'c2@pbx' } });
        page.endCall('cancelled', 'c2');
        await page.pass(5);
        expect(await page.saves()).toEqual(['save', 'refresh']);
        page.findRecord(lead, 'c2');
        found(lead);
        await page.happened();
        expect(page.log('c2')).toMatchObject({ status: 'saved', who: null });
    });
});
