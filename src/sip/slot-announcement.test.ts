import { describe, expect, test } from '@jest/globals';
import { readSlot } from './slot-announcement';

const read = (body: string, contentType = 'text/plain'): unknown => readSlot({ body, getHeader: () => contentType });

describe('the slot that the PBX announces', () => {
    test.each([
        ['parked 701', '701', null],
        ['parked 701 300', '701', 300],
        [' parked *7#01 0\r\n', '*7#01', 0],
        [`parked ${'7'.repeat(16)} 99999`, '7'.repeat(16), 99999]
    ])('%j', (body, slot, recallAfter) => {
        expect(read(body)).toEqual({ slot, recallAfter });
    });

    test.each([
        [''],
        ['parked'],
        ['Parked 701'],
        ['parked  701'],
        ['parked 701 300 1'],
        ['parked 701a'],
        ['parked ７０１'],
        ['parked 701 -1'],
        ['parked 701 100000'],
        [`parked ${'7'.repeat(17)}`],
        ['parked 701\nparked 702'],
        ['parked <b>701</b>']
    ])('is not in %j', (body) => {
        expect(read(body)).toBeNull();
    });

    test('is plain text', () => {
        expect(read('parked 701', 'text/html')).toBeNull();
        expect(read('parked 701', 'text/plain;charset=UTF-8')).not.toBeNull();
    });
});
