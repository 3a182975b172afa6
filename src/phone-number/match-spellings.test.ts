import { describe, expect, it } from '@jest/globals';
import { matchSpellings } from './match-spellings';
import { isSameSubscriber } from './subscriber';

describe('matchSpellings', () => {
    it.each(['+81312345678', '81312345678', '0312345678', '０３－１２３４－５６７８'])('finds the same spellings for %s', (number) => {
        expect(matchSpellings(number)).toEqual([
            '03-1234-5678',
            '0312345678',
            '+81312345678',
            '+81-3-1234-5678',
            '+81 3-1234-5678',
            '+81 3 1234 5678',
            '+81 (0)3-1234-5678',
            '+81(0)312345678',
            '81312345678',
            '(03)1234-5678',
            '(03) 1234-5678',
            '03(1234)5678',
            '03 1234 5678',
            '03.1234.5678',
            '03‐1234‐5678',
            '０３１２３４５６７８',
            '０３－１２３４－５６７８',
            '０３ー１２３４ー５６７８',
            '312345678'
        ]);
    });

    it('divides by the area code', () => {
        expect(matchSpellings('0422221234')).toContain('0422(22)1234');
        expect(matchSpellings('0422221234')).toContain('+81 422-22-1234');
    });

    it('knows foreign forms', () => {
        expect(matchSpellings('+12125550147')).toEqual(
            expect.arrayContaining(['+12125550147', '+1 (212) 555-0147', '212-555-0147', '010-1-212-555-0147', '001-1-212-555-0147'])
        );
        expect(matchSpellings('+442079460958')).toEqual(expect.arrayContaining(['+442079460958', '442079460958', '02079460958']));
    });

    it.each(['0312345678', '02001234567890', '+12125550147', '+442079460958', '1002'])('%s: at most 20, all different', (number) => {
        const spellings = matchSpellings(number);
        expect(spellings.length).toBeGreaterThan(0);
        expect(spellings.length).toBeLessThanOrEqual(20);
        expect(new Set(spellings).size).toBe(spellings.length);
    });

    it('takes an extension as it is and refuses what is no number', () => {
        expect(matchSpellings('1002')).toEqual(['1002']);
        expect(matchSpellings('anonymous')).toEqual([]);
        expect(matchSpellings('')).toEqual([]);
    });

    it('recognises every spelling of a Japanese number again', () => {
        const missed = matchSpellings('09012345678').filter((spelling) => !isSameSubscriber('+819012345678', spelling));
        expect(missed).toEqual([]);
    });
});

describe('isSameSubscriber', () => {
    it.each([
        ['+81312345678', '03-1234-5678'],
        ['81312345678', '０３（１２３４）５６７８'],
        ['0312345678', '+81 (0)3-1234-5678'],
        ['0312345678', '03-1234-5678 内線123'],
        ['0312345678', '03-1234-5678 (代)'],
        ['0312345678', '03-1234-5678〜9'],
        ['09012345678', '03-1234-5678 / 090-1234-5678'],
        ['09012345678', '+81 3-1234-5678 +81 90-1234-5678'],
        ['09012345678', '9012345678'],
        ['+12125550147', '+1 (212) 555-0147'],
        ['12125550147', '+1 212 555 0147'],
        ['+16505550166', '001-1-650-555-0166'],
        ['+442079460958', '+44 (0)20 7946 0958']
    ])('%s is %s', (a, b) => {
        expect(isSameSubscriber(a, b)).toBe(true);
        expect(isSameSubscriber(b, a)).toBe(true);
    });

    it.each([
        ['0312345678', '0312345679'],
        ['0312345678', '+1 312 345 678 0'],
        ['0312345678', '12345678'],
        ['0312345678', '031234567'],
        ['1002', '1002'],
        ['', ''],
        ['anonymous', 'anonymous'],
        ['0312345678', '03-1234-5678'.repeat(1000)]
    ])('%s is not %s', (a, b) => {
        expect(isSameSubscriber(a, b)).toBe(false);
    });
});
