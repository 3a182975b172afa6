import { expect, it } from '@jest/globals';
import all from 'libphonenumber-js/metadata.max.json';
import japan from './japan-metadata.json';

it('is the cut that scripts/japan-metadata.ts makes of the installed library', () => {
    expect(japan).toEqual({
        version: all.version,
        country_calling_codes: { 81: all.country_calling_codes['81'] },
        countries: { JP: all.countries.JP },
        nonGeographic: {}
    });
});
