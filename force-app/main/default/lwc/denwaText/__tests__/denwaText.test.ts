import { format } from 'c/denwaText';

describe('format', () => {
    it('fills placeholders wherever the translation puts them', () => {
        expect(format('{1} of {0} ({1})', 'ten', 3)).toBe('3 of ten (3)');
    });

    it('takes a value as it is, whatever it looks like', () => {
        expect(format('Call {0}', '{1} $& <b>')).toBe('Call {1} $& <b>');
    });

    it('leaves a missing value empty', () => {
        expect(format('Call {0}')).toBe('Call ');
    });
});
