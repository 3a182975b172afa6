import { describe, expect, it } from '@jest/globals';
import { searchTextOf, usualSearchText } from './search-text';

describe('usualSearchText', () => {
    it('asks for a number as people write it, and for its digits', () => {
        expect(usualSearchText('+81312345678')).toBe('"03-1234-5678" OR "0312345678"');
    });

    it('asks for an extension as it is', () => {
        expect(usualSearchText('1002')).toBe('1002');
    });
});

describe('searchTextOf', () => {
    const of = (...stored: readonly string[]) => searchTextOf('09012345678', stored);

    it('asks for the spelling that all records share', () => {
        expect(of('090-1234-5678', '090-1234-5678')).toBe('090-1234-5678');
    });

    it('asks for every spelling that they hold', () => {
        expect(of('+81 90-1234-5678', '090-1234-5678', '０９０（１２３４）５６７８')).toBe(
            '"+81 90-1234-5678" OR "090-1234-5678" OR "０９０（１２３４）５６７８"'
        );
    });

    it('asks for what belongs to the number only', () => {
        expect(of('携帯 090-1234-5678、自宅 03-1111-2222')).toBe('090-1234-5678');
    });

    it.each([
        '090-1234-5678" OR "A*',
        '"090-1234-5678" OR Name:*',
        '090-1234-5678\\" OR {x}',
        '090-1234-5678 AND NOT ~^?[x]|&!',
        '090-1234-5678\u202e\u0000<script>'
    ])('takes no orders from a record: %j', (stored) => {
        expect(of(stored)).toBe('090-1234-5678');
    });

    it('falls back on the usual spellings where nothing of what is stored can be asked for', () => {
        expect(of('x', '')).toBe('"090-1234-5678" OR "09012345678"');
    });

    it('stays short', () => {
        const stored = Array.from({ length: 50 }, (_, index) => `090${' '.repeat(index)}12345678`);
        expect(of(...stored, `090${'-'.repeat(200)}12345678`).length).toBeLessThan(300);
    });
});
