import { describe, expect, it } from '@jest/globals';
import { defaultDialPlan } from '../phone-number/dial-plan';
import type { CallerCandidate } from './caller-directory';
import { decideScreenPop } from './screen-pop';

const hanako: CallerCandidate = {
    id: '003000000000001AAA',
    objectType: 'Contact',
    name: '山田 花子',
    phones: [{ field: 'MobilePhone', value: '+81 90-1234-5678' }]
};
const taro: CallerCandidate = {
    id: '00Q000000000001AAA',
    objectType: 'Lead',
    name: '鈴木 太郎',
    phones: [
        { field: 'Phone', value: '03-1111-2222' },
        { field: 'MobilePhone', value: '090-1234-5678' }
    ]
};
const decide = (caller: string | null, ...candidates: CallerCandidate[]) => decideScreenPop(caller, candidates, defaultDialPlan);

describe('decideScreenPop', () => {
    it('opens the one record that holds the number', () => {
        expect(decide('09012345678', hanako)).toEqual({
            kind: 'record',
            record: { id: hanako.id, objectType: 'Contact', name: '山田 花子' }
        });
    });

    it('does not count a record twice', () => {
        expect(decide('819012345678', hanako, hanako).kind).toBe('record');
    });

    it('ignores what the search found by mistake', () => {
        const stranger = { ...taro, phones: [{ field: 'Phone', value: '03-9012-3456 内線78' }] };
        expect(decide('09012345678', hanako, stranger).kind).toBe('record');
        expect(decide('09012345678', stranger).kind).toBe('new-record');
    });

    it('offers a new contact with the number as people write it', () => {
        expect(decide('+81312345678')).toEqual({ kind: 'new-record', objectType: 'Contact', fieldValues: { Phone: '03-1234-5678' } });
    });

    it('searches for the spelling that several records share', () => {
        expect(decide('09012345678', taro, { ...taro, id: '003000000000002AAA' })).toEqual({ kind: 'search', text: '090-1234-5678' });
    });

    it('searches for every spelling that several records hold', () => {
        expect(decide('09012345678', hanako, taro)).toEqual({ kind: 'search', text: '"+81 90-1234-5678" OR "090-1234-5678"' });
    });

    it.each([null, '', 'anonymous', '1002', '8101'])('does nothing for the caller %j', (caller) => {
        expect(decide(caller, hanako)).toEqual({ kind: 'none' });
    });
});
