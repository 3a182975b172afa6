import { describe, expect, it } from '@jest/globals';
import { callerIdOf } from './caller-id';

describe('the caller ID of a stored number', () => {
    it.each([
        ['03-1234-5678', '0312345678'],
        ['+81 90-1234-5678', '09012345678'],
        ['+81 (0)3-1234-5678', '0312345678'],
        ['０３－１２３４－５６７８', '0312345678'],
        ['(03)1234-5678', '0312345678'],
        ['03-1234-5678 (代)', '0312345678'],
        ['03-1234-5678（代表）', '0312345678'],
        ['03-1234-5678 内線123', '0312345678'],
        ['03-1234-5678 ext. 4021', '0312345678'],
        ['+1 415-555-0132', '+14155550132'],
        ['anonymous', 'anonymous']
    ])('%s is presented as %s', (stored, callerId) => {
        expect(callerIdOf(stored)).toBe(callerId);
    });
});
