import { describe, expect, test } from '@jest/globals';
import { remoteParty, type CallerHeaders } from './remote-party';

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
        [{}, { user: 'Anonymous', displayName: 'anonymous' }],
        [{}, { user: 'unavailable', displayName: '' }],
        [{}, { user: '', displayName: undefined }],
        [{}, { user: undefined, displayName: ' \u0000 ' }]
    ])('%j %j', (headers, from) => {
        expect(caller(headers, from)).toEqual({ number: null, displayName: null });
    });

    test('`Privacy: none` hides nothing', () => {
        expect(caller({ privacy: 'none' })).toMatchObject({ number: '09012345678' });
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
