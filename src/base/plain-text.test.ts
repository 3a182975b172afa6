import { describe, expect, it } from '@jest/globals';
import { plainText } from './plain-text';

describe('Text from outside', () => {
    it.each([
        ['is as it was', ' 山田 太郎 ', '山田 太郎'],
        ['is one line', 'a\r\nb\u2028c\u2029d\te', 'abcde'],
        ['runs in one direction', '03\u202e1234\u2066', '031234'],
        ['is not endless', 'x'.repeat(1_000_000), 'x'.repeat(20)],
        ['is cut between characters', `${'x'.repeat(19)}😀`, 'x'.repeat(19)],
        ['has no half characters', '\ud83da\ude00b', 'ab']
    ])('%s', (_name, text, plain) => {
        expect(plainText(text, 20)).toBe(plain);
    });

    it('can be encoded for a header', () => {
        expect(() => encodeURIComponent(plainText('\ud83d'.repeat(10), 20))).not.toThrow();
    });
});
