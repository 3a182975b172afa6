import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decideDial, defaultDialPlan, readDialPlan } from './dial-plan';
import { dialPlanKeys } from './read-dial-plan';

const page = readFileSync('docs/dial-plan.md', 'utf8');

/** The cells of the table whose header holds the columns, without code marks. */
function table(...columns: readonly string[]): readonly (readonly string[])[] {
    const lines = page.split('\n');
    const header = lines.findIndex((line) => columns.every((column) => line.includes(`| ${column} `)));
    const rows = lines.slice(header + 2);
    const end = rows.findIndex((line) => !line.startsWith('|'));
    return rows.slice(0, end).map((line) =>
        line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim().replaceAll('`', ''))
    );
}

describe('docs/dial-plan.md', () => {
    it.each(table('rule', 'outside line').map(([rule, , ...row]) => [rule, ...row] as const))(
        '%s: %s is dialled as %s',
        (rule, text, dialString, outside) => {
            expect(decideDial(text ?? '', defaultDialPlan)).toMatchObject({ rule, dialString });
            const behind = decideDial(text ?? '', { ...defaultDialPlan, outsideLinePrefix: '0' }).dialString;
            expect(behind).toBe(outside === 'yes' ? `0${dialString}` : dialString);
        }
    );

    it.each(table('text', 'is dialled as', 'because'))('%s is dialled as %s', (text, dialString) => {
        expect(decideDial(text ?? '', defaultDialPlan).dialString).toBe(dialString);
    });

    it.each(table('kind', 'example'))('%s (%s): %s warns %s', (kind, _numbers, example, warning) => {
        expect(decideDial(example ?? '', defaultDialPlan)).toMatchObject({ kind, warnings: warning === '' ? [] : [warning] });
    });

    it.each(table('text', 'offers'))('%s offers %s', (text, offers) => {
        const { dialString, candidates } = decideDial(text ?? '', defaultDialPlan);
        expect(dialString).toBeNull();
        expect(candidates.map((option) => option.dialString).join(', ')).toBe(offers);
    });

    it('has every setting with its default', () => {
        const settings = table('setting', 'default');
        expect(readDialPlan(Object.fromEntries(settings.map(([key = '', value]) => [key, value])))).toEqual({
            plan: defaultDialPlan,
            invalid: []
        });
        const synonyms = ['extensionLengths', 'extensionPattern'];
        expect(settings.map(([key]) => key)).toEqual(Object.keys(dialPlanKeys).filter((key) => !synonyms.includes(key)));
    });
});
