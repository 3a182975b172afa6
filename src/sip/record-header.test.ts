import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { IncomingRequestMessage } from 'sip.js/lib/core/messages/incoming-request-message.js';
import type { RecordLink } from '../telephony/record';
import { answersNext, Conversation, rings } from './conversation.fake';
import type { OfferedHeaders } from './offered-call';
import { readRecord, writeRecord } from './record-header';

const yama: RecordLink = { id: '003000000000001AAA', objectType: 'Contact', name: '山' };
const YAMA = 'X-Denwa-Record: Contact/003000000000001AAA;name=%E5%B1%B1';

function headers(...values: string[]): OfferedHeaders {
    const message = new IncomingRequestMessage();
    for (const value of values) message.addHeader('X-Denwa-Record', value);
    return message;
}

const valueOf = (header: string | null): string => (header ?? '').slice('X-Denwa-Record: '.length);

describe('a record in a header', () => {
    test('is one line of plain signs', () => expect(writeRecord(yama)).toBe(YAMA));

    test.each<RecordLink>([
        yama,
        { id: '001000000000001', objectType: 'Account', name: 'ACME, "Tokyo"; 5% <b>', contactId: '003000000000002AAA' },
        { id: 'a0B000000000001AAA', objectType: 'My__Thing__c', name: '' },
        { ...yama, name: '山'.repeat(80) },
        { ...yama, name: '😀'.repeat(40) }
    ])('%j arrives as it was', (record) => {
        const header = writeRecord(record);
        expect(header).toMatch(/^[\x21-\x7e]+: [\x21-\x7e]+$/);
        expect(readRecord(headers(valueOf(header)))).toEqual(record);
    });

    test.each([
        ['a\r\nEvil: 1', 'aEvil: 1'],
        ['\u202E\u0000x\u2028', 'x'],
        ['x'.repeat(81), 'x'.repeat(80)],
        [`x${'😀'.repeat(40)}`, `x${'😀'.repeat(39)}`],
        ['\uD83D', '']
    ])('the name %j arrives as %j', (name, arrived) => {
        expect(readRecord(headers(valueOf(writeRecord({ ...yama, name }))))).toEqual({ ...yama, name: arrived });
    });

    test.each([
        ['a%0D%0AEvil: 1', null],
        ['a%0D%0AEvil%3A', 'aEvil:'],
        ['%E2%80%AE%00x', 'x'],
        ['%3Cb%3E', '<b>'],
        ['x'.repeat(900), 'x'.repeat(80)]
    ])('a name that comes as %s is shown as %j', (encoded, name) => {
        expect(readRecord(headers(`Contact/${yama.id};name=${encoded}`))).toEqual(name === null ? undefined : { ...yama, name });
    });

    test.each<Partial<RecordLink>>([
        { id: '' },
        { id: 'c1' },
        { id: '003000000000001A' },
        { id: "003000000000001' O" },
        { objectType: '' },
        { objectType: '1Contact' },
        { objectType: 'Contact\r\nEvil: 1' },
        { objectType: `C${'x'.repeat(80)}` },
        { contactId: '003000000000002AAA' },
        { objectType: 'Account', contactId: '' },
        { objectType: 'Account', contactId: '00Q000000000002AAA' }
    ])('%j is not told', (wrong) => expect(writeRecord({ ...yama, ...wrong })).toBeNull());

    test('there is none', () => expect(readRecord(headers())).toBeNull());

    test.each([
        [''],
        ['Contact'],
        ['Contact/'],
        ['/003000000000001AAA;name=x'],
        ['Contact/003000000000001AAA'],
        ['Contact/003000000000001;name=x;name=y'],
        ['Contact/00300000000001;name=x'],
        ['Contact/003000000000001AA;name=x'],
        ['Contact/003000000000001AAA/..;name=x'],
        ['_proto__/003000000000001AAA;name=x'],
        ['Contact/003000000000001AAA;name=%'],
        ['Contact/003000000000001AAA;name=%FF'],
        ['Contact/003000000000001AAA;name=a b'],
        ['Contact/003000000000001AAA;name=a,b'],
        ['Contact/003000000000001AAA;name=x;contact=003000000000002AAA'],
        ['Account/001000000000001AAA;name=x;contact=001000000000002AAA'],
        ['Account/001000000000001AAA;name=x;contact='],
        ['<script>/003000000000001AAA;name=x'],
        [`Contact/003000000000001AAA;name=${'x'.repeat(10_000)}`],
        ['Contact/003000000000001AAA;name=x', 'Contact/003000000000002AAA;name=y']
    ])('%j makes no sense', (...values) => expect(readRecord(headers(...values))).toBeUndefined());
});

describe('between phones', () => {
    let line: Conversation;

    beforeEach(async () => {
        line = await Conversation.begin();
        await line.signIn();
    });

    afterEach(() => Conversation.end());

    test('Alice calls Bob about a record', async () => {
        const bob = await line.dial(rings, 'c1', '1002', yama);
        expect(bob.request.getHeaders('X-Denwa-Record')).toEqual([valueOf(YAMA)]);
    });

    test('Alice calls Bob about nothing', async () => {
        const bob = await line.dial(rings);
        expect(bob.request.hasHeader('X-Denwa-Record')).toBe(false);
    });

    test('a record that cannot be told is logged, and Bob is called', async () => {
        const bob = await line.dial(rings, 'c1', '1002', { ...yama, id: '1\r\nEvil: 1' });
        expect(bob.request.hasHeader('X-Denwa-Record')).toBe(false);
        expect(bob.request.hasHeader('Evil')).toBe(false);
        expect(line.log.map(({ message }) => message)).toContain('The record cannot be told to the other phone');
    });

    test('Alice transfers Bob blindly', async () => {
        const refer = answersNext(await line.talk(), 'onRefer', 202);
        line.alice.transfer('c1', '1003', yama);
        await line.until(() => line.saw('call-transfer-accepted'));
        expect(refer[0]?.message.getHeaders('x-denwa-record')).toEqual([valueOf(YAMA)]);
    });

    test.each(['talks to her', 'lets her ring'])('Alice transfers Bob to Carol when she %s', async (stage) => {
        const bob = await line.talk();
        if (stage === 'talks to her') await line.talk('c2', '1003');
        else await line.dial(rings, 'c2', '1003');
        const refer = answersNext(bob, 'onRefer', 202);
        line.alice.completeTransfer('c1', 'c2', '1003', yama);
        await line.until(() => line.saw('call-transfer-accepted'));
        expect(refer[0]?.message.getHeaders('x-denwa-record')).toEqual([valueOf(YAMA)]);
    });

    test('a call to be parked is about nothing', async () => {
        const refer = answersNext(await line.talk(), 'onRefer', 202);
        line.alice.park('c1', '778');
        await line.until(() => line.saw('call-transfer-accepted'));
        expect(refer[0]?.message.hasHeader('x-denwa-record')).toBe(false);
    });

    test.each([
        [YAMA, yama],
        ['X-Other: 1', null],
        ['X-Denwa-Record: <script>', null]
    ])('Bob calls with %s', async (header, record) => {
        await line.bob.call([header]).invite();
        await line.until(() => line.network.messages.includes('> 180 INVITE'));
        expect(line.events[0]).toMatchObject({ type: 'call-offered', record });
        const warned = line.log.some(({ message, level }) => message === 'A record header makes no sense' && level === 'warn');
        expect(warned).toBe(header.includes('script'));
    });
});
