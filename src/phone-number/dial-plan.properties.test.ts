import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numberCases } from './cases.fake';
import { decideDial, decideExactly, defaultDialPlan, isInternalNumber, type DialPlan } from './dial-plan';
import { foldText } from './fold-text';
import { formatNumber } from './format-number';
import { matchSpellings } from './match-spellings';
import { compareNumbers } from './subscriber';

const digits = (length: number, first = '0123456789'): fc.Arbitrary<string> =>
    fc
        .tuple(
            fc.constantFrom(...first),
            fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length - 1, maxLength: length - 1 })
        )
        .map(([head, tail]) => `${head}${tail}`);

const domestic = fc.oneof(
    fc
        .tuple(fc.constantFrom('03', '06', '052', '0422', '0184', '01267'), digits(8, '23456789'))
        .map(([area, rest]) => `${area}${rest}`.slice(0, 10)),
    fc.tuple(fc.constantFrom('050', '060', '070', '080', '090', '020'), digits(8, '123456789')).map(([start, rest]) => `${start}${rest}`),
    fc.tuple(fc.constantFrom('0120', '0570', '0990'), digits(6)).map(([start, rest]) => `${start}${rest}`),
    digits(7).map((rest) => `0800${rest}`),
    digits(10).map((rest) => `0200${rest}`)
);
const foreign = fc.oneof(
    digits(10, '23456789').map((national) => `+1${national}`),
    fc.tuple(fc.constantFrom('44', '49', '82', '86', '886'), digits(9, '123456789')).map(([code, national]) => `+${code}${national}`)
);

const plan: fc.Arbitrary<DialPlan> = fc.record({
    ownCountry: fc.constantFrom('81', '81', '49', '1'),
    internationalPrefix: fc.constantFrom('010', '00', '0033010'),
    outsideLinePrefix: fc.constantFrom('', '0', '9', '00'),
    extensions: fc.oneof(
        fc.record({ shortest: fc.integer({ min: 1, max: 4 }), longest: fc.integer({ min: 4, max: 9 }) }),
        fc.constantFrom({ pattern: '8\\d{3}' }, { pattern: '[1-7]\\d{2,4}' })
    ),
    featureCodes: fc.constantFrom(defaultDialPlan.featureCodes, '', '\\*\\d+'),
    parkingRange: fc.constantFrom(null, { first: '701', last: '720' }, { first: '7001', last: '7100' }),
    emergencyNumbers: fc.constantFrom(['110', '118', '119'], ['112'], ['110', '9110']),
    callerIdPrefixes: fc.constantFrom(['184', '186'], [])
});

const wide = (text: string): string => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const separators = ['', '-', ' ', '　', '.', '‐', '−', 'ー', 'ｰ', '\u200b', ' - ', '\u202a'];

/** The same keys in another dress. */
const dressed = (number: string): fc.Arbitrary<string> =>
    fc
        .tuple(fc.array(fc.constantFrom(...separators), { minLength: number.length, maxLength: number.length }), fc.boolean(), fc.boolean())
        .map(([marks, isWide, isPadded]) => {
            const text = [...number].map((key, index) => (key === '+' || index === 0 ? key : `${marks[index] ?? ''}${key}`)).join('');
            return `${isPadded ? ' \u200e' : ''}${isWide ? wide(text) : text}${isPadded ? '　' : ''}`;
        });

const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
        unit: fc.constantFrom(
            ...'0123456789+*#-() 　/、〜〜,;:内線xeFAX番〇一<>@\n\u202e\u0301①²・',
            'ext.',
            'tel:',
            ';phone-context=',
            '+81',
            '184',
            '\ud83d'
        ),
        maxLength: 120
    }),
    fc.constantFrom(...numberCases.map(({ text }) => text))
);

describe('whatever the text', () => {
    it('never throws and dials nothing but keys', () => {
        fc.assert(
            fc.property(hostile, plan, (text, anyPlan) => {
                for (const decision of [decideDial(text, anyPlan), decideExactly(text, anyPlan)]) {
                    for (const { dialString } of [decision, ...decision.candidates]) expect(dialString ?? '0').toMatch(/^[\d*#]{1,36}$/);
                    expect(decision.dialString !== null && decision.candidates.length > 0).toBe(false);
                }
                expect(typeof isInternalNumber(text, anyPlan)).toBe('boolean');
                expect(formatNumber(formatNumber(text))).toBe(formatNumber(text));
                expect(matchSpellings(text).length).toBeLessThanOrEqual(20);
            }),
            { numRuns: 500 }
        );
    });

    it('dials no digit that is not there, and leaves none out but the country code, a trunk 0 and what a URI says about the number', () => {
        fc.assert(
            fc.property(hostile, (text) => {
                const { dialString, number } = decideDial(text, defaultDialPlan);
                if (dialString === null) return;
                expect(dialString).toBe(number);
                const written = foldText(text).replace(/\D/g, '');
                const core = dialString.replace(/^(?:184|186)?(?:010|0)?/, '').replace(/\D/g, '');
                expect(written).toContain(core.slice(-7));
            }),
            { numRuns: 500 }
        );
    });

    it('takes no longer than its length asks for', () => {
        const texts = ['0', '1-', '(', '03-1234-5678 ', '+81', '内線', '*#', '\u0301', ' ', 'tel:;'].flatMap((piece) => [
            piece.repeat(10_000),
            piece.repeat(250 / piece.length)
        ]);
        const start = performance.now();
        for (const text of texts) decideDial(text, defaultDialPlan);
        expect(performance.now() - start).toBeLessThan(1_000);
    });
});

describe('a number', () => {
    it('is decided the same in every dress', () => {
        const number = fc.oneof(
            domestic,
            foreign,
            domestic.map((text) => text.replace(/^0/, '+81')),
            fc.constantFrom('110', '119', '1002', '8101', '117')
        );
        const inDress = number.chain((text) => fc.tuple(fc.constant(text), dressed(text)));
        fc.assert(
            fc.property(inDress, ([text, dress]) => {
                expect(decideDial(dress, defaultDialPlan)).toEqual(decideDial(text, defaultDialPlan));
            })
        );
    });

    it('that was dialled is dialled the same again', () => {
        fc.assert(
            fc.property(fc.oneof(domestic, foreign), fc.constantFrom('', '0', '9'), (text, outsideLinePrefix) => {
                const once = decideDial(text, { ...defaultDialPlan, outsideLinePrefix });
                for (const again of [once.number, once.shown]) {
                    expect(decideDial(again ?? '', { ...defaultDialPlan, outsideLinePrefix })).toMatchObject({
                        dialString: once.dialString,
                        number: once.number,
                        kind: once.kind
                    });
                }
                // Behind the outside line 0 a number may look like one with a carrier's code.
                const { dialString, candidates } = decideDial(once.dialString ?? '', { ...defaultDialPlan, outsideLinePrefix });
                expect([dialString, ...candidates.map((candidate) => candidate.dialString)]).toContain(once.dialString);
                if (dialString !== null) expect(dialString).toBe(once.dialString);
            })
        );
    });

    it('in Japan begins with 0 whichever way its country code is written, and never with 00', () => {
        fc.assert(
            fc.property(domestic, fc.constantFrom('+81', '+810', '81', '810', '+81(0)', '010-81-'), (text, code) => {
                expect(decideDial(`${code}${text.slice(1)}`, defaultDialPlan)).toMatchObject({ dialString: text, rule: 'country-code' });
            })
        );
    });

    it('is shown with the same digits', () => {
        fc.assert(
            fc.property(domestic, (text) => {
                expect(formatNumber(text).replaceAll('-', '')).toBe(text);
            })
        );
    });
});

describe('under any plan', () => {
    it('an emergency number goes out as it is', () => {
        fc.assert(
            fc.property(plan, (anyPlan) => {
                for (const number of anyPlan.emergencyNumbers) {
                    expect(decideDial(number, anyPlan)).toMatchObject({ dialString: number, kind: 'emergency', rule: 'emergency' });
                }
            })
        );
    });

    it('no other number becomes an emergency number', () => {
        fc.assert(
            fc.property(hostile, plan, (text, anyPlan) => {
                const { dialString } = decideDial(text, anyPlan);
                if (dialString === null || !anyPlan.emergencyNumbers.includes(dialString)) return;
                // A `tel:` URI may carry other digits in its parameters.
                if (!/^tel:/i.test(text.trim())) expect(foldText(text).replace(/[^\d*#+]/g, '')).toBe(dialString);
            }),
            { numRuns: 500 }
        );
    });

    it('an extension goes out as it is', () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 1, max: 9 }).chain((length) => digits(length)),
                plan,
                (number, anyPlan) => {
                    const lengths = anyPlan.extensions;
                    if ('pattern' in lengths || number.length < lengths.shortest || number.length > lengths.longest) return;
                    expect(decideDial(number, anyPlan).dialString).toBe(number);
                }
            )
        );
    });
});

describe('comparing', () => {
    const spellable = fc.oneof(domestic, foreign);

    it('every spelling that is searched for is the same subscriber, or lacks its 0, plus, country or area code', () => {
        fc.assert(
            fc.property(spellable, (number) => {
                const [first, ...others] = matchSpellings(number).map((spelling) => [spelling, compareNumbers(spelling, number)] as const);
                expect(first?.[1]).toBe('same');
                for (const [spelling, likeness] of others) {
                    const keys = foldText(spelling).replace(/[^\d+]/g, '');
                    const isComplete = number.startsWith('0')
                        ? keys.length >= number.length
                        : keys.endsWith(number.slice(1)) && keys !== number.slice(1);
                    expect([spelling, likeness]).toEqual([spelling, isComplete ? 'same' : 'maybe']);
                }
            })
        );
    });

    it('is symmetric, and a number is the same as itself', () => {
        fc.assert(
            fc.property(hostile, hostile, (a, b) => {
                expect(compareNumbers(a, b)).toBe(compareNumbers(b, a));
                if (decideDial(a, defaultDialPlan).dialString !== null) expect(compareNumbers(a, a)).toBe('same');
            }),
            { numRuns: 300 }
        );
    });

    it('never takes two subscribers for the same', () => {
        fc.assert(
            fc.property(spellable, spellable, fc.nat(), fc.nat(), (a, b, i, j) => {
                fc.pre(a !== b);
                const one = matchSpellings(a);
                const other = matchSpellings(b);
                expect(compareNumbers(one[i % one.length] ?? '', other[j % other.length] ?? '')).not.toBe('same');
            }),
            { numRuns: 300 }
        );
    });
});
