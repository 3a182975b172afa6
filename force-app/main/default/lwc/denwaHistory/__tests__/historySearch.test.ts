import type { HistoryEntry } from '../../../../../../src/telephony/history';
import { aHistoryEntry } from '../../../../../test/fixtures';
import { searchHistory } from '../historySearch';

const yamada = aHistoryEntry({ id: 'yamada', displayName: '山田　太郎', number: '09012345678', numberText: '090-1234-5678' });
const bob = aHistoryEntry({
    id: 'bob',
    direction: 'outbound',
    result: 'dialled',
    number: '*45',
    numberText: '*45',
    record: { id: '003', objectType: 'Contact', name: 'Bob Jones' }
});
const withheld = aHistoryEntry({ id: 'withheld', result: 'missed', number: null, numberText: null, businessLabel: 'サポート' });

function found(search: string, filter: Parameters<typeof searchHistory>[1] = 'all'): readonly HistoryEntry['id'][] {
    return searchHistory([yamada, bob, withheld], filter, search).map(({ id }) => id);
}

describe('the search in the history', () => {
    it.each(['1234-5678', '１２３４５６７８', '090 1234', '(090)1234', '０９０ー１２３４', '090−1234'])(
        'finds a number however it is written: %s',
        (search) => {
            expect(found(search)).toEqual(['yamada']);
        }
    );

    it.each([
        ['山田太郎', 'yamada'],
        ['BOB', 'bob'],
        ['ｊｏｎｅｓ', 'bob'],
        ['ｻﾎﾟｰﾄ', 'withheld'],
        ['*45', 'bob']
    ])('finds a name: %s', (search, id) => {
        expect(found(search)).toEqual([id]);
    });

    it('takes a text with digits for no number', () => {
        expect(found('unit 45')).toEqual([]);
        expect(found('-')).toEqual([]);
    });

    it('keeps within the kind', () => {
        expect(found(' ')).toEqual(['yamada', 'bob', 'withheld']);
        expect([found('', 'missed'), found('', 'inbound'), found('', 'outbound')]).toEqual([['withheld'], ['yamada', 'withheld'], ['bob']]);
        expect(found('bob', 'missed')).toEqual([]);
    });
});
