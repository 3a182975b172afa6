import { expect, test } from '@jest/globals';
import { PbxError } from './pbx-error';
import { render } from './template';

test('replaces each placeholder, and leaves Asterisk’s own expressions alone', () => {
    expect(render('port = {{port}} ; {{port}} ${EXTEN} $["1" = "1"]', { port: '5038' })).toBe('port = 5038 ; 5038 ${EXTEN} $["1" = "1"]');
});

test('takes a value literally', () => {
    expect(render('{{secret}}', { secret: '$& {{secret}}' })).toBe('$& {{secret}}');
});

test('refuses a name without a value', () => {
    expect(() => render('{{prot}}', { port: '1' })).toThrow(
        new PbxError('bad-template', 'the template names {{prot}}, which has no value')
    );
    expect(() => render('{{toString}}', {})).toThrow(PbxError);
});
