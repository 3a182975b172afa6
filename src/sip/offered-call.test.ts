import { describe, expect, test } from '@jest/globals';
import { IncomingRequestMessage } from 'sip.js/lib/core/messages/incoming-request-message.js';
import { noDetails } from '../telephony/call';
import { defaultCallSettings } from '../telephony/call-settings';
import { readAutoAnswer, readDetails, readReturn, type OfferedHeaders } from './offered-call';

function headers(fields: Record<string, string[]>): OfferedHeaders {
    const message = new IncomingRequestMessage();
    for (const [name, values] of Object.entries(fields)) for (const value of values) message.addHeader(name, value);
    return message;
}

describe('details', () => {
    const read = (...values: string[]): string | null =>
        readDetails(headers({ 'X-Business-Label': values }), defaultCallSettings.headers).businessLabel;

    test.each([
        [['サポート窓口'], 'サポート窓口'],
        [['  sales  '], 'sales'],
        [['', '\t', 'third'], 'third'],
        [['a\u0000b\u202Ec\u2028d'], 'abcd'],
        [['<b>x</b>'], '<b>x</b>'],
        [['x'.repeat(500)], 'x'.repeat(120)],
        [[''], null],
        [[], null]
    ])('%j reads %j', (values, label) => expect(read(...values)).toBe(label));

    test.each(['', ' ', '__proto__', 'constructor', 'a b:c'])('a header called %j is not there', (name) => {
        expect(readDetails(headers({}), { dialledNumber: name, businessLabel: name, queue: name })).toEqual(noDetails);
    });
});

describe('a returned call', () => {
    test.each([
        ['park;slot=701', { kind: 'park', slot: '701' }],
        [' park ; slot = 701 ', { kind: 'park', slot: '701' }],
        ['park', { kind: 'park', slot: null }],
        ['park;slot=', { kind: 'park', slot: null }],
        ['transfer;reason=busy;target=1003', { kind: 'transfer', target: '1003', cause: 'busy' }],
        ['transfer;target=1003;reason=no-answer', { kind: 'transfer', target: '1003', cause: 'no-answer' }],
        ['transfer;reason=eaten;target=1003', { kind: 'transfer', target: '1003', cause: 'refused' }],
        ['transfer', { kind: 'transfer', target: null, cause: 'refused' }],
        ['', undefined],
        ['PARK;slot=701', undefined],
        ['park;slot=<b>', undefined],
        [`park;slot=${'7'.repeat(41)}`, undefined],
        ['transfer;target=1003@evil', undefined],
        ['transfer,reason=busy', undefined],
        [';;;===', undefined]
    ])('%j', (value, returned) => expect(readReturn(headers({ 'X-Denwa-Return': [value] }))).toEqual(returned));

    test('no header: it comes for the first time', () => expect(readReturn(headers({}))).toBeNull());
});

describe('answering by itself', () => {
    test.each([
        [{ 'Call-Info': ['<sip:pbx>;answer-after=0'] }, 0],
        [{ 'Call-Info': ['<sip:pbx>;answer-after=60'] }, 60],
        [{ 'Call-Info': ['<sip:pbx>; Answer-After = "5"'] }, 5],
        [{ 'Call-Info': ['<http://x>;purpose=icon', '<sip:pbx>;answer-after=2'] }, 2],
        [{ 'Call-Info': ['<http://x>;purpose=icon, <sip:pbx>;answer-after=2'] }, 2],
        [{ 'Call-Info': ['answer-after=2'] }, 2],
        [{ 'Call-Info': ['<sip:pbx>;answer-after=61'] }, null],
        [{ 'Call-Info': ['<sip:pbx>;answer-after=-1'] }, null],
        [{ 'Call-Info': ['<sip:pbx>;answer-after=1.5'] }, null],
        [{ 'Call-Info': ['<sip:pbx>;answer-after='] }, null],
        [{ 'Call-Info': ['<sip:pbx>;answer-after=1e1'] }, null],
        [{ 'Call-Info': ['<sip:pbx;answer-after=0>'] }, null],
        [{ 'Call-Info': ['<sip:pbx>;x-answer-after=0'] }, null],
        [{ 'Alert-Info': ['<http://pbx>;info=alert-autoanswer'] }, 0],
        [{ 'Alert-Info': ['info=alert-autoanswer'] }, 0],
        [{ 'Alert-Info': ['<http://pbx>;info=alert-autoanswer-not'] }, null],
        [{ 'Alert-Info': ['<http://pbx;info=alert-autoanswer>'] }, null],
        [{ 'Call-Info': ['<sip:pbx>;answer-after=99'], 'Alert-Info': ['<x>;info=alert-autoanswer'] }, 0],
        [{}, null]
    ])('%j: %j', (fields, wait) => expect(readAutoAnswer(headers(fields))).toBe(wait));

    test('a long field is read in no time', () => {
        expect(readAutoAnswer(headers({ 'Call-Info': [`${'<'.repeat(50_000)};answer-after=0`] }))).toBe(0);
    });
});
