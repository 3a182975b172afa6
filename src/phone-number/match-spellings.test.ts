import { describe, expect, it } from '@jest/globals';
import { matchSpellings } from './match-spellings';

describe('matchSpellings', () => {
    it.each(['+81312345678', '81312345678', '0312345678', '０３－１２３４－５６７８'])('finds the same spellings for %s', (number) => {
        expect(matchSpellings(number)).toEqual([
            '03-1234-5678',
            '0312345678',
            '+81312345678',
            '3-1234-5678',
            '312345678',
            '０３－１２３４－５６７８',
            '０３１２３４５６７８',
            '03ー1234ー5678',
            '03ｰ1234ｰ5678',
            '０３ー１２３４ー５６７８',
            '03-12345678',
            '0312-34-5678',
            '031-234-5678',
            '03123-4-5678',
            '+81-3-1234-5678',
            '+81 (0)3-1234-5678',
            '1234-5678'
        ]);
    });

    it('divides by the area code, and as others do', () => {
        expect(matchSpellings('0422221234')).toEqual(
            expect.arrayContaining(['0422-22-1234', '0422-221234', '042-222-1234', '04-2222-1234', '04222-2-1234', '22-1234'])
        );
        expect(matchSpellings('09012345678')).toEqual(expect.arrayContaining(['090-1234-5678', '0901-234-5678', '09012-34-5678']));
        expect(matchSpellings('0570001234')).toEqual(expect.arrayContaining(['0570-001-234', '0570-00-1234']));
    });

    it('leaves out the area only where a number is left', () => {
        expect(matchSpellings('09012345678')).not.toContain('1234-5678');
        expect(matchSpellings('0120123456')).not.toContain('123-456');
    });

    it('leaves a number without groups whole', () => {
        expect(matchSpellings('02001234567890')).toEqual([
            '02001234567890',
            '+812001234567890',
            '2001234567890',
            '０２００１２３４５６７８９０'
        ]);
    });

    it('knows foreign forms', () => {
        expect(matchSpellings('+12125550147')).toEqual([
            '+12125550147',
            '+1 212-555-0147',
            '212-555-0147',
            '2125550147',
            '01012125550147',
            '010-1-212-555-0147',
            '00112125550147',
            '001-1-212-555-0147',
            '02125550147',
            '＋１２１２５５５０１４７',
            '＋１－２１２－５５５－０１４７'
        ]);
        expect(matchSpellings('+442079460958')).toEqual(expect.arrayContaining(['+442079460958', '02079460958']));
    });

    it.each(['0312345678', '0422221234', '0570001234', '09012345678', '02001234567890', '+12125550147', '+442079460958', '1002'])(
        '%s: at most 20, and no two that a search takes for the same',
        (number) => {
            const tokens = matchSpellings(number).map((spelling) => spelling.replace(/[^\p{Nd}ーｰ]+/gu, ' ').trim());
            expect(tokens.length).toBeGreaterThan(0);
            expect(tokens.length).toBeLessThanOrEqual(20);
            expect(new Set(tokens).size).toBe(tokens.length);
        }
    );

    it('takes an extension as it is and refuses what is no number', () => {
        expect(matchSpellings('1002')).toEqual(['1002']);
        expect(matchSpellings('anonymous')).toEqual([]);
        expect(matchSpellings('')).toEqual([]);
    });

    it('looks past what stands in front of the subscriber', () => {
        expect(matchSpellings('184-03-1234-5678')).toEqual(matchSpellings('0312345678'));
        expect(matchSpellings('0033-03-1234-5678')).toEqual(matchSpellings('0312345678'));
        expect(matchSpellings('03-1234-5678 (山田)')).toEqual(matchSpellings('0312345678'));
    });

    it('does not choose one of several', () => {
        expect(matchSpellings('03-1234-5678 / 090-1234-5678')).toEqual([]);
    });
});
