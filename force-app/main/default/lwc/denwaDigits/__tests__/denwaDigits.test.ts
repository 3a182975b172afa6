import { digitOf } from 'c/denwaDigits';

function key(name: string, options: KeyboardEventInit = {}): string | undefined {
    return digitOf(new KeyboardEvent('keydown', { key: name, ...options }));
}

describe('c/denwaDigits', () => {
    it('knows the digits of a telephone, and no shortcuts', () => {
        expect(['1', '0', '*', '#'].map((name) => key(name))).toEqual(['1', '0', '*', '#']);
        expect([key('a'), key('Enter'), key('5', { ctrlKey: true }), key('5', { metaKey: true }), key('5', { altKey: true })]).toEqual(
            Array(5).fill(undefined)
        );
    });
});
