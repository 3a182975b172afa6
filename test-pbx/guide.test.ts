import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { directNumberPrefix, notifiedNumberPrefix, notifiedNumbers } from './accounts';
import { dialplanSeconds } from './dialplan-seconds';

const guide = readFileSync(path.join(__dirname, '../docs/pbx-guide.md'), 'utf8');

/** What the guide puts in the place of a template's variables. */
const values: Readonly<Record<string, string>> = {
    ...dialplanSeconds,
    runDirectory: '/etc/asterisk',
    directNumberPrefix,
    notifiedNumbers: notifiedNumbers.join('&'),
    notifiedNumberPrefix,
    prefixedNumber: notifiedNumbers[1]
};

const excerpts = [...guide.matchAll(/^```ini (\S+)\n(.*?)^```$/gms)].map(([, file = '', text = '']) => ({ file, text }));

describe('the guide for administrators', () => {
    test('names the file of each example', () => {
        expect(guide.match(/^```\S/gm)).toHaveLength(excerpts.length);
        expect(excerpts.length).toBeGreaterThan(10);
    });

    test.each(excerpts)('shows $file as it is tested', ({ file, text }) => {
        const template = readFileSync(path.join(__dirname, '..', file), 'utf8');
        const tested = template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => values[name] ?? placeholder);
        const lines = `\n${tested}`;
        let from = 0;
        for (const piece of text.split('; …\n')) {
            const found = lines.indexOf(`\n${piece}`, from - 1);
            expect(found < 0 ? piece : 'found').toBe('found');
            from = found + piece.length;
        }
    });
});
