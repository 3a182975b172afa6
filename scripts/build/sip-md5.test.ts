import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { MD5_MODULE } from './sip-md5';

test('texts of all lengths have the hash that OpenSSL makes', () => {
    const { hashStr } = runInNewContext(`${MD5_MODULE.replace('export const Md5', 'const Md5')}; Md5`, { TextEncoder }) as {
        hashStr: (text: string) => string;
    };
    for (let length = 0; length < 200; length += 1) {
        const text = '9001:電話:x'.repeat(length).slice(0, length);
        expect(hashStr(text)).toBe(createHash('md5').update(text).digest('hex'));
    }
});
