import { describe, expect, it } from '@jest/globals';
import { readView } from './open-cti-view';

const RECORD = '/lightning/r/Contact/003000000000001AAA';

describe('a form', () => {
    it.each([
        '/lightning/o/Contact/new',
        '/lightning/o/Contact/new?count=1&nooverride=1&useRecordTypeCheck=1',
        '/lightning/o/Order__c/new#x',
        'https://example.lightning.force.com/lightning/o/Case/new?defaultFieldValues=SuppliedPhone%3D03',
        `${RECORD}/edit`,
        `${RECORD}/clone?count=1`,
        '/lightning/r/003000000000001AAA/edit',
        '/lightning/r/Report/00O000000000001AAA/edit',
        '/one/one.app#/sObject/003000000000001AAA/edit',
        '/one/one.app#/sObject/Contact/new',
        '/one/one.app?source=aloha#/r/Contact/003000000000001AAA/edit',
        `/lightning/r/Case/500000000000001AAA/view?ws=${encodeURIComponent(`${RECORD}/edit`)}`,
        `/lightning/o/Contact/new?ws=${encodeURIComponent(`${RECORD}/view`)}`
    ])('is in front at %s', (url) => {
        expect(readView({ url }).isForm).toBe(true);
    });

    it('is a page of an object that is neither record nor list', () => {
        expect(readView({ url: '/lightning/somewhere', objectType: 'Contact' }).isForm).toBe(true);
        expect(readView({ objectType: 'Contact' }).isForm).toBe(true);
    });
});

describe('no form', () => {
    it.each([
        `${RECORD}/view`,
        '/lightning/page/home',
        '/lightning/o/Contact/list?filterName=Recent',
        '/lightning/o/newsletter__c/list',
        '/lightning/r/Newsletter__c/a00000000000001AAA/related/new_cases__r/view',
        '/lightning/o/Contact/newer',
        '/lightning/search?text=new',
        ''
    ])('is in front at %s', (url) => {
        expect(readView({ url }).isForm).toBe(false);
    });

    it('is a list that tells its object', () => {
        expect(readView({ url: '/lightning/o/Contact/list', objectType: 'Contact' }).isForm).toBe(false);
        expect(readView({ url: '/lightning/o/Contact/home?x=1', objectType: 'Contact' }).isForm).toBe(false);
    });
});

describe('a record', () => {
    const contact = { recordId: '003000000000001AAA', objectType: 'Contact', recordName: '山田 花子' };

    it('is read from an answer and from an event', () => {
        const view = { record: { id: contact.recordId, objectType: 'Contact', name: '山田 花子' }, isForm: false };
        expect(readView({ url: `${RECORD}/view`, ...contact })).toEqual(view);
        expect(readView({ success: true, returnValue: { url: `${RECORD}/view`, ...contact } })).toEqual(view);
    });

    it('is known while it is edited', () => {
        expect(readView({ url: `${RECORD}/edit`, ...contact })).toMatchObject({ record: { id: contact.recordId }, isForm: true });
    });

    it('names the contact behind a person account', () => {
        const person = {
            recordId: '001000000000001AAA',
            objectType: 'Account',
            recordName: 'x',
            personAccount: true,
            contactId: contact.recordId
        };
        expect(readView(person).record).toMatchObject({ id: person.recordId, contactId: contact.recordId });
        expect(readView({ ...person, contactId: '<b>' }).record).not.toHaveProperty('contactId');
    });
});

describe('whatever else comes', () => {
    it.each([undefined, null, 'x', 7, [], {}, { url: 7 }, { url: '%' }, { recordId: '<script>' }])('is nothing: %j', (payload) => {
        expect(readView(payload)).toEqual({ record: null, isForm: false });
    });

    it('costs little', () => {
        const started = performance.now();
        readView({ url: '/o/'.repeat(1_000_000) });
        expect(performance.now() - started).toBeLessThan(500);
    });
});
