import { describe, expect, it } from '@jest/globals';
import { defaultDialPlan } from '../phone-number/dial-plan';
import type { CallerCandidate } from './caller-directory';
import { isSearchable, likeliestRecord, rankMatches, subscriberKey } from './caller-search';

const hanako: CallerCandidate = {
    id: '003000000000001AAA',
    objectType: 'Contact',
    name: '山田 花子',
    phones: [{ field: 'MobilePhone', value: '+81 90-1234-5678' }],
    company: '山田商店',
    lastActivity: '2026-11-01',
    openCases: 0
};
const taro: CallerCandidate = {
    id: '00Q000000000001AAA',
    objectType: 'Lead',
    name: '鈴木 太郎',
    phones: [
        { field: 'Phone', value: '03-1111-2222' },
        { field: 'MobilePhone', value: '090-1234-5678' }
    ],
    company: null,
    lastActivity: null,
    openCases: 0
};
const rank = (...found: readonly unknown[]) => rankMatches('09012345678', found);
const ids = (...found: readonly unknown[]) => rank(...found).map(({ record }) => record.id);

describe('isSearchable', () => {
    it.each<[string | null, boolean, boolean]>([
        ['+819012345678', false, true],
        ['1002', false, false],
        ['1002', true, true],
        ['12', true, false],
        ['9'.repeat(41), true, false],
        ['*81002', true, false],
        [null, true, false],
        ['', true, false],
        ['anonymous', true, false]
    ])('%j (internal: %j): %j', (number, internal, searchable) => {
        expect(isSearchable(number, defaultDialPlan, internal)).toBe(searchable);
    });
});

describe('subscriberKey', () => {
    it('is one for all spellings of a number', () => {
        const spellings = ['09012345678', '+819012345678', '819012345678', '０９０－１２３４－５６７８', '+81 (0)90 1234 5678'];
        expect(new Set(spellings.map(subscriberKey))).toEqual(new Set(['+819012345678']));
        expect(subscriberKey('1002')).toBe('1002');
        expect(subscriberKey('+12125550100')).toBe('+12125550100');
    });
});

describe('rankMatches', () => {
    it('says what speaks for each record', () => {
        expect(rank(taro)).toEqual([
            {
                record: { id: taro.id, objectType: 'Lead', name: '鈴木 太郎' },
                certainty: 'same',
                field: 'MobilePhone',
                phone: '090-1234-5678',
                company: null,
                lastActivity: null,
                openCases: 0
            }
        ]);
    });

    it('leaves out what the search found by mistake', () => {
        expect(ids({ ...hanako, phones: [{ field: 'Phone', value: '03-9012-3456 内線78' }] }, taro)).toEqual([taro.id]);
    });

    it('takes the field that proves the most', () => {
        const phones = [
            { field: 'Phone', value: '9012345678' },
            { field: 'Fax', value: '090-1234-5678' }
        ];
        expect(rank({ ...taro, phones })[0]).toMatchObject({ certainty: 'same', field: 'Fax' });
        expect(rank({ ...taro, phones: phones.slice(0, 1) })[0]).toMatchObject({ certainty: 'maybe', field: 'Phone' });
    });

    it('puts the very number first, then the last activity, then open cases, then the order of the search', () => {
        const at = (id: string, values: Partial<CallerCandidate>): CallerCandidate => ({
            ...hanako,
            id: `00300000000000${id}AAA`,
            ...values
        });
        const maybe = at('5', { phones: [{ field: 'Phone', value: '9012345678' }], lastActivity: '2026-11-20' });
        const found = [
            maybe,
            at('4', { lastActivity: null }),
            at('3', { lastActivity: '2026-10-31' }),
            at('6', { lastActivity: '2026-10-31' }),
            at('2', { lastActivity: '2026-10-31', openCases: 2 }),
            at('1', { lastActivity: '2026-11-01' })
        ];
        expect(ids(...found).map((id) => id.charAt(14))).toEqual(['1', '2', '3', '6', '4', '5']);
    });

    it('counts a record once, also by its short id, and a person account as one person', () => {
        expect(ids(hanako, { ...hanako, id: hanako.id.slice(0, 15) })).toEqual([hanako.id]);
        const person = { ...hanako, id: '001000000000001AAA', objectType: 'Account', contactId: hanako.id };
        expect(rank(hanako, person).map(({ record }) => record)).toEqual([
            { id: person.id, objectType: 'Account', name: hanako.name, contactId: hanako.id }
        ]);
    });

    it('leaves out what cannot be read', () => {
        expect(
            ids(
                null,
                undefined,
                'x',
                7,
                [],
                {},
                { ...taro, id: "003'><script>" },
                { ...taro, objectType: '../x' },
                { ...taro, phones: undefined },
                { ...taro, phones: 'x' },
                { ...taro, phones: [null, 7, {}, { field: 7, value: '09012345678' }, { field: 'Phone', value: 9012345678 }] },
                Object.create(hanako),
                hanako
            )
        ).toEqual([hanako.id]);
    });

    it('makes do with what else is wrong', () => {
        const found = { ...hanako, name: 7, company: {}, lastActivity: 'yesterday', openCases: 'many', contactId: hanako.id };
        expect(rank(found)[0]).toMatchObject({ company: null, lastActivity: null, openCases: 0 });
        expect(rank(found)[0]?.record).toEqual({ id: hanako.id, objectType: 'Contact', name: '' });
        expect(rank({ ...hanako, openCases: -1 }, { ...taro, openCases: Number.NaN }).map(({ openCases }) => openCases)).toEqual([0, 0]);
    });

    it('keeps names as they are written, but short and in one line and direction', () => {
        const name = '<img src=x onerror=alert(1)>\u202e\r\n\u200f" OR 1=1';
        expect(rank({ ...hanako, name })[0]?.record.name).toBe('<img src=x onerror=alert(1)>" OR 1=1');
        expect(rank({ ...hanako, name: '😀'.repeat(10_000) })[0]?.record.name).toBe('😀'.repeat(127));
    });

    it('is not held up by huge values', () => {
        const value = `090-1234-5678${'9-'.repeat(500_000)}`;
        const started = performance.now();
        rank(...Array.from({ length: 50 }, () => ({ ...hanako, name: value, phones: [{ field: value, value }] })));
        expect(performance.now() - started).toBeLessThan(2_000);
    });

    it('ends where nobody would read on', () => {
        const found = Array.from({ length: 300 }, (_, index) => ({ ...hanako, id: `003${String(index).padStart(12, '0')}` }));
        expect(ids(...found)).toHaveLength(50);
    });
});

describe('likeliestRecord', () => {
    const maybe = { ...taro, phones: [{ field: 'Phone', value: '9012345678' }] };

    it('is the only one that holds the very number', () => {
        expect(likeliestRecord(rank(hanako, maybe), null)?.id).toBe(hanako.id);
    });

    it.each<[string, readonly CallerCandidate[]]>([
        ['nobody', []],
        ['two', [hanako, taro]],
        ['one that may be it', [maybe]]
    ])('is none when the search found %s', (_found, found) => {
        expect(likeliestRecord(rank(...found), null)).toBeNull();
    });

    it('is what the agent chose before, if it still holds the number', () => {
        expect(likeliestRecord(rank(hanako, taro), taro.id)?.id).toBe(taro.id);
        expect(likeliestRecord(rank(hanako, maybe), maybe.id.slice(0, 15))?.id).toBe(maybe.id);
        expect(likeliestRecord(rank(hanako), taro.id)?.id).toBe(hanako.id);
    });
});
