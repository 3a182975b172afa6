import { describe, expect, test } from '@jest/globals';
import { assertedParty, remoteParty, type CallerHeaders } from './remote-party';

function caller(headers: Partial<CallerHeaders>, from: Partial<CallerHeaders['from']> = {}): unknown {
    return remoteParty({
        from: { user: '09012345678', host: 'pbx.example', displayName: 'Hanako', ...from },
        assertedIdentity: undefined,
        privacy: undefined,
        ...headers
    });
}

describe('who calls', () => {
    test('as the caller says', () => {
        expect(caller({})).toEqual({ number: '09012345678', displayName: 'Hanako' });
    });

    test('a name that only repeats the number is none', () => {
        expect(caller({}, { displayName: '09012345678' })).toEqual({ number: '09012345678', displayName: null });
    });

    test.each([
        ['"田中 花子" <sip:0311112222@pbx.example>', '0311112222', '田中 花子'],
        ['<tel:+81-3-1111-2222;phone-context=x>', '+81-3-1111-2222', null],
        ['tel:+81311112222', '+81311112222', null],
        ['"A \\"B\\" C" <sips:100@pbx:5061;x=y>, <tel:+81311112222>', '100', 'A "B" C'],
        ['Taro Yamada <sip:%2381@pbx>', '#81', 'Taro Yamada'],
        ['<sip:100%zz@pbx>', '100%zz', null]
    ])('as the PBX asserts: %s', (assertedIdentity, number, displayName) => {
        expect(caller({ assertedIdentity })).toEqual({ number, displayName });
    });

    test('an assertion that cannot be read is passed over', () => {
        expect(caller({ assertedIdentity: '<<<>>>' })).toEqual({ number: '09012345678', displayName: 'Hanako' });
    });
});

describe('nobody to name', () => {
    test.each([
        [{}, { user: 'anonymous', host: 'anonymous.invalid', displayName: 'Anonymous' }],
        [{ privacy: 'id' }, {}],
        [{ privacy: 'user;critical', assertedIdentity: '<sip:1@x>' }, {}],
        [{ privacy: 'header' }, {}],
        // what Asterisk sends for a withheld caller whose number it knows
        [
            { privacy: 'id', assertedIdentity: '"Hanako" <sip:0399998888@pbx>' },
            { user: 'anonymous', displayName: 'Anonymous' }
        ],
        [
            { privacy: 'id', assertedIdentity: '<sip:pbx.test>' },
            { user: 'anonymous', displayName: 'Anonymous' }
        ],
        [{ assertedIdentity: '"Hanako" <sip:0399998888@anonymous.invalid>' }, {}],
        [{}, { user: 'Anonymous', displayName: 'Hanako' }],
        [{}, { user: 'restricted' }]
    ])('the caller withholds it: %j %j', (headers, from) => {
        expect(caller(headers, from)).toEqual({ number: null, displayName: null, absence: 'withheld' });
    });

    test.each([
        [{}, { user: 'unavailable', displayName: '' }, null],
        [{}, { user: 'Unknown', displayName: 'unavailable' }, null],
        [{}, { user: 'asterisk', displayName: 'Taro' }, 'Taro'],
        [{}, { user: '', displayName: undefined }, null],
        [{}, { user: undefined, displayName: ' \u0000 ' }, null],
        [{ assertedIdentity: '<sip:unknown@pbx>' }, {}, null]
    ])('the network does not know the caller: %j %j', (headers, from, displayName) => {
        expect(caller(headers, from)).toEqual({ number: null, displayName, absence: 'unavailable' });
    });

    test('`Privacy: none` hides nothing', () => {
        expect(caller({ privacy: 'none' })).toMatchObject({ number: '09012345678' });
    });
});

describe('who is at the other end now', () => {
    const withheld = { number: null, displayName: null, absence: 'withheld' };

    test.each([
        ['"Carol" <sip:1003@pbx>', undefined, { number: '1003', displayName: 'Carol' }],
        ['"Carol" <sip:1003@pbx>', 'none', { number: '1003', displayName: 'Carol' }],
        ['"Carol" <sip:1003@pbx>', 'id', withheld],
        ['<sip:pbx.test>', 'id', withheld],
        [undefined, 'id', withheld],
        ['"Anonymous" <sip:anonymous@anonymous.invalid>', undefined, withheld],
        ['<sip:anonymous@pbx>', undefined, withheld],
        [undefined, undefined, null],
        ['<sip:unknown@pbx>', undefined, null],
        ['<sip:pbx.test>', undefined, null],
        ['nonsense', undefined, null]
    ])('%s, Privacy %s', (assertedIdentity, privacy, party) => {
        expect(assertedParty({ assertedIdentity, privacy })).toEqual(party);
    });
});

test('text from the network is cut and cleaned', () => {
    const party = remoteParty({
        from: { user: '1'.repeat(500), host: 'x', displayName: `A\r\nB\u202e\u0007${'x'.repeat(500)}` },
        assertedIdentity: undefined,
        privacy: undefined
    });
    expect(party.number).toHaveLength(80);
    expect(party.displayName).toMatch(/^ABx+$/);
    expect(party.displayName).toHaveLength(120);
});
