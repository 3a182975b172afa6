import { describe, expect, it } from '@jest/globals';
import type { OrgRecord } from '../../shared/records';
import { anyPhrase, matches, parseQuery, PhoneTokens, tokenize } from './search-index';

const contact = (Phone: string, Name = '田中 太郎'): OrgRecord => ({ id: '003', objectType: 'Contact', fields: { Name, Phone } });

describe('tokens', () => {
    it('split at punctuation and spaces, and CJK text into pairs', () => {
        expect(tokenize('+81 90-1234-5678')).toEqual(['81', '90', '1234', '5678']);
        expect(tokenize('株式会社ABC')).toEqual(['株式', '式会', '会社', 'abc']);
    });
});

describe('a search by phone spellings', () => {
    const found = (stored: string, ...spellings: readonly string[]): boolean => matches(anyPhrase(spellings), contact(stored), 'phone');

    it('matches whole tokens in their order, whatever the punctuation', () => {
        expect(found('(03)1234-5678', '03-1234-5678')).toBe(true);
        expect(found('03-1234-5678 内線12', '03-1234-5678')).toBe(true);
        expect(found('1234-03-5678', '03-1234-5678')).toBe(false);
    });

    it('normalises nothing: another grouping, country code or width is another number', () => {
        expect(found('0312345678', '03-1234-5678')).toBe(false);
        expect(found('+81 3-1234-5678', '03-1234-5678')).toBe(false);
        expect(found('０３－１２３４－５６７８', '03-1234-5678')).toBe(false);
        expect(found('０３－１２３４－５６７８', '０３-１２３４-５６７８')).toBe(true);
    });

    it('matches a prefix only with a star, and any of several spellings', () => {
        expect(found('0312345678', '031234')).toBe(false);
        expect(found('0312345678', '031234*')).toBe(true);
        expect(found('0312345678', '03-1234-5678', '0312345678')).toBe(true);
    });

    it('does not look at names', () => {
        expect(matches(anyPhrase(['田中']), contact('03-1234-5678'), 'phone')).toBe(false);
    });
});

describe('the tokens of an org', () => {
    const record = (id: string, Phone: string): OrgRecord => ({ id, objectType: 'Contact', fields: { Phone } });

    it('narrow a search down to the records with the rarest token, of their latest numbers', () => {
        const tokens = new PhoneTokens();
        for (const each of [
            record('a', '03-1234-5678'),
            record('b', '03-1234-9999'),
            record('c', '0312345678'),
            record('d', '03-1234-5678')
        ]) {
            tokens.write(each);
        }
        tokens.write(record('d', '06-0000-0000'));
        expect([...tokens.candidates(anyPhrase(['03-1234-5678']))]).toEqual(['a']);
        expect([...tokens.candidates(anyPhrase(['031234*', '03-1234-99*']))]).toEqual(expect.arrayContaining(['c', 'b']));
        expect([...tokens.candidates(anyPhrase(['06-0000-0000']))]).toEqual(['d']);
        expect([...tokens.candidates(anyPhrase(['044-0000-0000', '']))]).toEqual([]);
    });
});

describe('a search by text', () => {
    const found = (text: string): boolean => matches(parseQuery(text), contact('090-1111-2222'), 'name-and-phone');

    it('joins words by AND, knows OR and quotes', () => {
        expect(found('田中 太郎')).toBe(true);
        expect(found('田中 花子')).toBe(false);
        expect(found('花子 OR 田中')).toBe(true);
        expect(found('"090-1111-2222" OR "09011112222"')).toBe(true);
        expect(found('090 9999')).toBe(false);
    });

    it('finds nothing for a text without letters and digits', () => {
        expect(found('---')).toBe(false);
        expect(found('')).toBe(false);
    });
});
