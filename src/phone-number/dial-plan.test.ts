import { describe, expect, it } from '@jest/globals';
import { numberCases } from './cases.fake';
import { decideDial, decideExactly, defaultDialPlan, isInternalNumber, type DialPlan } from './dial-plan';

const withLine: DialPlan = { ...defaultDialPlan, outsideLinePrefix: '0' };

describe('decideDial', () => {
    it('has enough cases, each once', () => {
        expect(numberCases.length).toBeGreaterThanOrEqual(200);
        const keys = numberCases.map(({ text, plan }) => `${text} ${JSON.stringify(plan)}`);
        expect(new Set(keys).size).toBe(keys.length);
    });

    it.each(numberCases.map((one) => [one.text.slice(0, 60), one.source, one] as const))('%j (%s)', (_text, _source, one) => {
        const decision = decideDial(one.text, { ...defaultDialPlan, ...one.plan });
        expect({ ...decision, candidates: decision.candidates.map(({ dialString }) => dialString) }).toMatchObject({
            dialString: one.dialString,
            kind: one.kind,
            rule: one.rule,
            extension: one.extension,
            candidates: one.candidates
        });
    });

    it('tells the number without the outside line, for calling back, and as people write it', () => {
        expect(decideDial('+81 3-1234-5678', withLine)).toEqual({
            dialString: '00312345678',
            number: '0312345678',
            shown: '03-1234-5678',
            kind: 'fixed',
            warnings: [],
            rule: 'country-code',
            extension: null,
            candidates: []
        });
        expect(decideDial('00312345678', withLine)).toMatchObject({ dialString: '00312345678', number: '0312345678' });
    });

    it('offers candidates in full', () => {
        expect(decideDial('0570-00-1234 / +1 212 555 0147', withLine)).toEqual({
            dialString: null,
            number: null,
            shown: null,
            kind: null,
            warnings: [],
            rule: 'number-ambiguous',
            extension: null,
            candidates: [
                { dialString: '00570001234', number: '0570001234', shown: '0570-001-234', kind: '0570', warnings: ['charged'] },
                {
                    dialString: '001012125550147',
                    number: '01012125550147',
                    shown: '+1 212-555-0147',
                    kind: 'international',
                    warnings: ['international']
                }
            ]
        });
    });

    it.each([
        ['0570-00-1234', ['charged']],
        ['0180-99-1234', ['charged']],
        ['0990-123-456', ['premium']],
        ['+1 212 555 0147', ['international']],
        ['0033-010-1-212-555-0147', ['international']],
        ['184-03-1234-5678', ['caller-id-withheld']],
        ['186-0570-00-1234', ['caller-id-shown', 'charged']],
        ['117', ['may-be-extension']],
        ['184117', ['caller-id-withheld']],
        ['110', []],
        ['1002', []],
        ['0120-123-456', []]
    ])('%s warns %j', (text, warnings) => {
        expect(decideDial(text, defaultDialPlan).warnings).toEqual(warnings);
    });

    it.each([
        ['184-03-1234-5678', '184 03-1234-5678'],
        ['0033-03-1234-5678', '0033 03-1234-5678'],
        ['001-1-650-555-0166', '001 +1 650-555-0166'],
        ['02001234567890', '02001234567890'],
        ['*8 1002', '*81002']
    ])('%s is shown as %s', (text, shown) => {
        expect(decideDial(text, defaultDialPlan).shown).toBe(shown);
    });

    it('serves 1XY without a warning where no extension is so short', () => {
        const plan = { ...defaultDialPlan, extensions: { shortest: 4, longest: 4 } };
        expect(decideDial('117', plan)).toMatchObject({ rule: 'service', warnings: [] });
    });
});

describe('decideExactly', () => {
    it.each([
        ['81-3-1234-5678', '81312345678', 'unknown'],
        ['９-１１０', '9110', 'extension'],
        ['110', '110', 'emergency'],
        ['(03) 1234.5678', '0312345678', 'fixed'],
        ['*8＃1', '*8#1', 'feature-code'],
        ['8112 3456', '81123456', 'fixed']
    ])('%s dials %s, %s', (text, dialString, kind) => {
        expect(decideExactly(text, defaultDialPlan)).toMatchObject({ dialString, kind, rule: 'as-typed', extension: null });
    });

    it('puts nothing in front', () => {
        expect(decideExactly('0312345678', withLine)).toMatchObject({ dialString: '0312345678', number: '0312345678', kind: 'unknown' });
        expect(decideExactly('00312345678', withLine)).toMatchObject({ dialString: '00312345678', number: '0312345678', kind: 'fixed' });
    });

    it.each([
        ['', 'number-missing'],
        [' - ', 'number-missing'],
        ['+81312345678', 'number-not-dialable'],
        ['03-1234-5678 内線123', 'number-not-dialable'],
        ['03-1234-5678〜9', 'number-not-dialable'],
        ['110\n119', 'number-not-dialable'],
        ['alice', 'number-not-dialable'],
        ['1'.repeat(33), 'number-too-long'],
        ['1'.repeat(10_000), 'number-too-long']
    ])('%j: %s', (text, rule) => {
        expect(decideExactly(text, defaultDialPlan)).toMatchObject({ dialString: null, rule, candidates: [] });
    });
});

describe('isInternalNumber', () => {
    it.each([
        ['1002', true],
        ['*81002', true],
        ['701', true],
        ['117', true],
        ['110', false],
        ['0312345678', false],
        ['+81312345678', false],
        ['anonymous', false]
    ])('%s: %s', (number, internal) => {
        expect(isInternalNumber(number, defaultDialPlan)).toBe(internal);
    });
});
