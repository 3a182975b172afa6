import { describe, expect, it } from '@jest/globals';
import { decideDial, defaultDialPlan, isInternalNumber, type DialRule, type NumberProblem } from './dial-plan';

const dialled: readonly (readonly [text: string, dialString: string, rule: DialRule])[] = [
    // As people and records write a domestic number
    ['0312345678', '0312345678', 'subscriber'],
    ['03-1234-5678', '0312345678', 'subscriber'],
    [' 090 1234 5678 ', '09012345678', 'subscriber'],
    ['(03)1234-5678', '0312345678', 'subscriber'],
    ['03(1234)5678', '0312345678', 'subscriber'],
    ['【03】1234「5678」', '0312345678', 'subscriber'],
    ['［03］１２３４－５６７８', '0312345678', 'subscriber'],
    ['０９０－１２３４－５６７８', '09012345678', 'subscriber'],
    ['０９０　１２３４　５６７８', '09012345678', 'subscriber'],
    ['03.1234.5678', '0312345678', 'subscriber'],
    ...['‐', '‑', '‒', '–', '—', '―', '−', 'ー', 'ｰ', '－', '﹣', '─'].map(
        (dash) => [`03${dash}1234${dash}5678`, '0312345678', 'subscriber'] as const
    ),
    ['\u202a03-1234-5678\u202c', '0312345678', 'subscriber'],
    ['0\u200b3-1234-5678', '0312345678', 'subscriber'],
    ['٠٩٠-١٢٣٤-٥٦٧٨', '09012345678', 'subscriber'],
    ['tel:03-1234-5678', '0312345678', 'subscriber'],
    ['tel:+81-3-1234-5678', '0312345678', 'subscriber'],
    ['TEL：03-1234-5678', '0312345678', 'subscriber'],
    ['℡03-1234-5678', '0312345678', 'subscriber'],
    ['電話番号: 03-1234-5678', '0312345678', 'subscriber'],
    ['03-1234-5678(代)', '0312345678', 'subscriber'],
    ['03-1234-5678（代表）', '0312345678', 'subscriber'],
    // Every kind of subscriber number
    ['0120-123-456', '0120123456', 'subscriber'],
    ['0800-123-4567', '08001234567', 'subscriber'],
    ['0570-00-1234', '0570001234', 'subscriber'],
    ['0990-123-456', '0990123456', 'subscriber'],
    ['050-1234-5678', '05012345678', 'subscriber'],
    ['060-1234-5678', '06012345678', 'subscriber'],
    ['0600-123-4567', '06001234567', 'subscriber'],
    ['020-1234-5678', '02012345678', 'subscriber'],
    ['02001234567890', '02001234567890', 'subscriber'],
    ['04-2912-3456', '0429123456', 'subscriber'],
    // The rule of the reference product: +81, +810, 81, 810 of a subscriber number become 0
    ['+81 90-1234-5678', '09012345678', 'subscriber'],
    ['+819012345678', '09012345678', 'subscriber'],
    ['+8109012345678', '09012345678', 'subscriber'],
    ['819012345678', '09012345678', 'subscriber'],
    ['8109012345678', '09012345678', 'subscriber'],
    ['81312345678', '0312345678', 'subscriber'],
    ['810312345678', '0312345678', 'subscriber'],
    ['81-90-1234-5678', '09012345678', 'subscriber'],
    ['+81(0)3-1234-5678', '0312345678', 'subscriber'],
    ['+81 (0)90 1234 5678', '09012345678', 'subscriber'],
    ['＋８１９０１２３４５６７８', '09012345678', 'subscriber'],
    ['(+81) 3-1234-5678', '0312345678', 'subscriber'],
    ['+81 120 123 456', '0120123456', 'subscriber'],
    ['+812001234567890', '02001234567890', 'subscriber'],
    ['010-81-90-1234-5678', '09012345678', 'subscriber'],
    // Trap 1, 6: extensions and service codes that begin with 81, 0 or #
    ['1002', '1002', 'extension'],
    ['8101', '8101', 'extension'],
    ['8103', '8103', 'extension'],
    ['8110', '8110', 'extension'],
    ['810', '810', 'extension'],
    ['81110', '81110', 'extension'],
    ['８１０１', '8101', 'extension'],
    ['tel:8101;phone-context=pbx.example.com', '8101', 'extension'],
    ['81', '81', 'as-typed'],
    ['*8', '*8', 'feature-code'],
    ['＊８', '*8', 'feature-code'],
    ['*8 1002', '*81002', 'feature-code'],
    ['*8101', '*8101', 'feature-code'],
    ['#7110', '#7110', 'feature-code'],
    ['#8000', '#8000', 'feature-code'],
    ['##1', '##1', 'feature-code'],
    // Trap 2: a local number that begins with 81
    ['8112-3456', '81123456', 'local'],
    ['234567', '234567', 'local'],
    // Trap 4: other countries
    ['+1 (212) 555-0147', '01012125550147', 'international'],
    ['+82-2-555-0119', '0108225550119', 'international'],
    ['+44 (0)20 7946 0958', '010442079460958', 'international'],
    ['+39 (0)6 1234 5678', '0103906' + '12345678', 'international'],
    ['010-1-212-555-0147', '01012125550147', 'international'],
    // Trap 5: 184 and 186 stay, the number behind them follows the rule; 0184 and 0186 are area codes
    ['184-03-1234-5678', '1840312345678', 'subscriber'],
    ['18609012345678', '18609012345678', 'subscriber'],
    ['184 +81 90-1234-5678', '18409012345678', 'subscriber'],
    ['186(+81)90-1234-5678', '18609012345678', 'subscriber'],
    ['184819012345678', '18409012345678', 'subscriber'],
    ['184+12125550147', '18401012125550147', 'international'],
    ['184-0033-03-1234-5678', '18400330312345678', 'carrier-select'],
    ['0184-22-1234', '0184221234', 'subscriber'],
    ['+81 184-22-1234', '0184221234', 'subscriber'],
    ['+81 186-22-1234', '0186221234', 'subscriber'],
    ['81184221234', '0184221234', 'subscriber'],
    ['184', '184', 'extension'],
    // Trap 7: emergency numbers
    ['110', '110', 'emergency'],
    ['119', '119', 'emergency'],
    ['118', '118', 'emergency'],
    ['１１０', '110', 'emergency'],
    ['184110', '184110', 'emergency'],
    // Carrier codes: 0081 is one
    ['0033-03-1234-5678', '00330312345678', 'carrier-select'],
    ['0081-90-1234-5678', '00819012345678', 'carrier-select'],
    ['00819012345678', '00819012345678', 'carrier-select'],
    ['001-1-650-555-0166', '00116505550166', 'carrier-select'],
    // Keys without separators that no rule knows
    ['0', '0', 'as-typed'],
    ['9', '9', 'as-typed'],
    ['071123', '071123', 'as-typed']
];

const refused: readonly (readonly [text: string, problem: NumberProblem])[] = [
    ['', 'number-missing'],
    ['  　', 'number-missing'],
    ['-', 'number-missing'],
    ['+', 'number-missing'],
    ['なし', 'number-not-dialable'],
    ['N/A', 'number-not-dialable'],
    ['alice', 'number-not-dialable'],
    ['sip:alice@example.com', 'number-not-dialable'],
    ['<img src=x onerror=alert(1)>', 'number-not-dialable'],
    ['<b>03-1234-5678</b>', 'number-ambiguous'],
    ['1-800-FLOWERS', 'number-ambiguous'],
    // Trap 7: no emergency number out of a country code
    ['+81110', 'number-not-dialable'],
    ['+81 119', 'number-not-dialable'],
    ['+810110', 'number-not-dialable'],
    ['010-81-110', 'number-not-dialable'],
    // Trap 3: nothing that begins with 00 out of +810…
    ['+81003-1234-5678', 'number-not-dialable'],
    ['+0312345678', 'number-not-dialable'],
    ['+1', 'number-not-dialable'],
    ['+1002', 'number-not-dialable'],
    // Digits are missing, or there are too many
    ['03-1234-567', 'number-not-dialable'],
    ['090-1234-567', 'number-not-dialable'],
    ['+81 90 1234 567', 'number-not-dialable'],
    ['3-1234-5678', 'number-ambiguous'],
    ['9012345678', 'number-ambiguous'],
    ['12125550147', 'number-ambiguous'],
    // Trap 8: extensions glued on
    ['0312345678123', 'number-ambiguous'],
    ['内線123', 'number-ambiguous'],
    ['1002 内線5', 'number-ambiguous'],
    // Trap 9: a range, two numbers, notes
    ['03-1234-5678〜9', 'number-ambiguous'],
    ['03-1234-5678～9', 'number-ambiguous'],
    ['03-1234-5678-9', 'number-ambiguous'],
    ['03-1234-5678 090-1234-5678', 'number-ambiguous'],
    ['03-1234-5678 / 090-1234-5678', 'number-ambiguous'],
    ['03-1234-5678、5679', 'number-ambiguous'],
    ['03-1234-5678・090-1234-5678', 'number-ambiguous'],
    ['03-1234-5678\n090-1234-5678', 'number-ambiguous'],
    ['8112\n3456', 'number-ambiguous'],
    ['+81 3-1234-5678 +81 90-1234-5678', 'number-ambiguous'],
    ['1002 1003', 'number-ambiguous'],
    ['03-1234-5678 (山田)', 'number-ambiguous'],
    ['担当 03-1234-5678', 'number-ambiguous'],
    ['①03-1234-5678', 'number-ambiguous'],
    ['03-1234-567²', 'number-ambiguous'],
    ['03-1234-5678*1', 'number-ambiguous'],
    ['184-1002', 'number-ambiguous'],
    ['+44 20 7946 0958 7946 0959', 'number-ambiguous'],
    // Trap of size
    ['9'.repeat(10_000), 'number-too-long'],
    ['*8' + '1'.repeat(60), 'number-too-long']
];

describe('decideDial', () => {
    it.each(dialled)('%j dials %s (%s)', (text, dialString, rule) => {
        expect(decideDial(text, defaultDialPlan)).toEqual({ dialString, rule, problem: null, extension: null });
    });

    it.each(refused)('%j is refused: %s', (text, problem) => {
        expect(decideDial(text, defaultDialPlan)).toEqual({ dialString: null, rule: null, problem, extension: null });
    });

    it.each([
        '03-1234-5678 内線123',
        '03-1234-5678（内線123）',
        '03-1234-5678(内123)',
        '03-1234-5678 内線：１２３番',
        '03-1234-5678 ext. 123',
        '+81 3-1234-5678 Ext 123',
        '03-1234-5678x123',
        '03-1234-5678 #123',
        'tel:+81-3-1234-5678;ext=123'
    ])('%j dials the main number and remembers the extension', (text) => {
        expect(decideDial(text, defaultDialPlan)).toEqual({
            dialString: '0312345678',
            rule: 'subscriber',
            problem: null,
            extension: '123'
        });
    });

    it('puts the outside line prefix on last, and only on numbers outside of the PBX', () => {
        const plan = { ...defaultDialPlan, outsideLinePrefix: '0' };
        const dialStrings = ['+81 3-1234-5678', '+1 212 555 0147', '184-03-1234-5678', '8112-3456', '1002', '*8', '110'].map(
            (text) => decideDial(text, plan).dialString
        );
        expect(dialStrings).toEqual(['00312345678', '001012125550147', '01840312345678', '081123456', '1002', '*8', '110']);
    });

    it('follows the extension lengths of the plan', () => {
        const plan = { ...defaultDialPlan, extensionLengths: { shortest: 3, longest: 7 } };
        expect(decideDial('8112345', plan).rule).toBe('extension');
        expect(decideDial('8112345', defaultDialPlan).rule).toBe('local');
    });
});

describe('isInternalNumber', () => {
    it.each([
        ['1002', true],
        ['*81002', true],
        ['110', false],
        ['0312345678', false],
        ['+81312345678', false],
        ['anonymous', false]
    ])('%s: %s', (number, internal) => {
        expect(isInternalNumber(number, defaultDialPlan)).toBe(internal);
    });
});
