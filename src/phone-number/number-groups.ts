import { PhoneNumber, type MetadataJson } from 'libphonenumber-js/core';
import type { InternationalNumber } from './international';
import metadata from './japan-metadata.json' with { type: 'json' };

/** The groups of the domestic form, trunk 0 included: 312345678 → 03, 1234, 5678. One group where the library knows no grouping. */
export function japaneseGroups(national: string): readonly string[] {
    // The JSON has the library's own type on the way in and loses it on the way out.
    const formatted = /^\d+$/.test(national) ? new PhoneNumber(`+81${national}`, metadata as unknown as MetadataJson).formatNational() : '';
    const groups = formatted.split('-');
    return groups.join('') === `0${national}` ? groups : [`0${national}`];
}

/** The groups behind the country code: three in North America, one elsewhere, because only Japan's groupings are shipped. */
export function foreignGroups({ countryCode, national }: InternationalNumber): readonly string[] {
    return countryCode === '1' ? [national.slice(0, 3), national.slice(3, 6), national.slice(6)] : [national];
}
