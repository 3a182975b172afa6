import { describe, expect, it } from '@jest/globals';
import { decideDial, defaultDialPlan } from './dial-plan';
import { readDialPlan } from './read-dial-plan';

describe('readDialPlan', () => {
    it.each<readonly [values: Record<string, unknown>, part: object]>([
        [{}, {}],
        [{ outsideLinePrefix: '' }, {}],
        [{ ownCountry: ' 49 ' }, { ownCountry: '49' }],
        [{ ownCountry: 49 }, { ownCountry: '49' }],
        [{ internationalPrefix: '0033010' }, { internationalPrefix: '0033010' }],
        [{ outsideLinePrefix: '0' }, { outsideLinePrefix: '0' }],
        [{ outsideLinePrefix: '-' }, { outsideLinePrefix: '' }],
        [{ extensions: '3-5' }, { extensions: { shortest: 3, longest: 5 } }],
        [{ extensions: '4' }, { extensions: { shortest: 4, longest: 4 } }],
        [{ extensions: 4 }, { extensions: { shortest: 4, longest: 4 } }],
        [{ extensions: '3,4,7' }, { extensions: { pattern: '\\d{3}|\\d{4}|\\d{7}' } }],
        [{ extensions: [3, 5] }, { extensions: { shortest: 3, longest: 5 } }],
        [{ extensions: [3, 4, 7] }, { extensions: { pattern: '\\d{3}|\\d{4}|\\d{7}' } }],
        [{ extensions: { shortest: 2, longest: 6 } }, { extensions: { shortest: 2, longest: 6 } }],
        [{ extensions: '/^8\\d{3}$/' }, { extensions: { pattern: '^8\\d{3}$' } }],
        [{ extensions: { pattern: '8\\d{3}' } }, { extensions: { pattern: '8\\d{3}' } }],
        [{ extensionLengths: '2-4' }, { extensions: { shortest: 2, longest: 4 } }],
        [{ extensionPattern: '8\\d{3}' }, { extensions: { pattern: '8\\d{3}' } }],
        [{ featureCodes: '\\*\\d{1,2}' }, { featureCodes: '\\*\\d{1,2}' }],
        [{ featureCodes: '-' }, { featureCodes: '' }],
        [{ parkingRange: '7001 - 7010' }, { parkingRange: { first: '7001', last: '7010' } }],
        [{ parkingRange: { first: '71', last: '79' } }, { parkingRange: { first: '71', last: '79' } }],
        [{ parkingRange: '-' }, { parkingRange: null }],
        [{ parkingRange: null }, { parkingRange: null }],
        [{ emergencyNumbers: '110, 119' }, { emergencyNumbers: ['110', '119'] }],
        [{ emergencyNumbers: ['112'] }, { emergencyNumbers: ['112'] }],
        [{ callerIdPrefixes: 'true' }, { callerIdPrefixes: ['184', '186'] }],
        [{ callerIdPrefixes: false }, { callerIdPrefixes: [] }],
        [{ callerIdPrefixes: '-' }, { callerIdPrefixes: [] }],
        [{ callerIdPrefixes: '184' }, { callerIdPrefixes: ['184'] }],
        [{ ...defaultDialPlan }, {}]
    ])('%j', (values, part) => {
        expect(readDialPlan(values)).toEqual({ plan: { ...defaultDialPlan, ...part }, invalid: [] });
    });

    it.each<readonly [key: string, value: unknown]>([
        ['ownCountry', '+81'],
        ['internationalPrefix', '-'],
        ['outsideLinePrefix', '0p'],
        ['outsideLinePrefix', true],
        ['extensions', '5-3'],
        ['extensions', '3-12'],
        ['extensions', '8\\d{3}'],
        ['extensions', '/(\\d+)+/'],
        ['extensions', '/[/'],
        ['extensions', null],
        ['extensionPattern', '(?=8)\\d{4}'],
        ['extensionPattern', '(8)\\1'],
        ['extensionPattern', '\\d*\\d*\\d*\\d*\\d*'],
        ['extensionPattern', `8${'\\d'.repeat(40)}`],
        ['featureCodes', '*8'],
        ['parkingRange', '720-701'],
        ['parkingRange', '701'],
        ['parkingRange', '99-100'],
        ['emergencyNumbers', '-'],
        ['emergencyNumbers', []],
        ['emergencyNumbers', 'police'],
        ['callerIdPrefixes', 'yes'],
        ['outsideline', '0'],
        ['__proto__x', '0'],
        ['toString', '0']
    ])('%s: %j costs only itself', (key, value) => {
        expect(readDialPlan({ [key]: value, ownCountry: key === 'ownCountry' ? value : '49' })).toEqual({
            plan: { ...defaultDialPlan, ownCountry: key === 'ownCountry' ? '81' : '49' },
            invalid: [key]
        });
    });

    it('is plain data', () => {
        const { plan } = readDialPlan({ extensions: '/8\\d{3}/' });
        expect(structuredClone(plan)).toEqual(plan);
    });

    it('lets no pattern run away', () => {
        const { plan } = readDialPlan({ extensionPattern: '\\d*\\d*\\d*\\d*9', featureCodes: '[*#]+[*#\\d]*[*#\\d]*\\d*A' });
        const start = performance.now();
        for (const text of ['1'.repeat(16), `*${'1'.repeat(31)}`, '*'.repeat(200) + '1']) decideDial(text, plan);
        expect(performance.now() - start).toBeLessThan(500);
    });
});
