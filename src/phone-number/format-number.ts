import { parsePhoneNumberFromString, type MetadataJson } from 'libphonenumber-js/core';
import metadata from './japan-metadata.json';
import { readNumber } from './read-number';
import { internationalNumber, type InternationalNumber } from './subscriber';

/** A number as people write it: 03-1234-5678, +1 212-555-0100. What is no telephone number is shown as it is. */
export function formatNumber(text: string): string {
    const reading = readNumber(text);
    if (reading.kind !== 'number') return text.trim();
    const number = internationalNumber(reading.number);
    if (!number) return reading.number;
    const formatted = number.countryCode === '81' ? japaneseGroups(number.national).join('-') : formatForeign(number);
    return reading.extension === null ? formatted : `${formatted} #${reading.extension}`;
}

/** The groups of the domestic form, trunk 0 included: 312345678 → 03, 1234, 5678. One group where the library knows no grouping. */
export function japaneseGroups(national: string): readonly string[] {
    // The JSON has the library's own type on the way in and loses it on the way out.
    const groups =
        parsePhoneNumberFromString(`+81${national}`, metadata as unknown as MetadataJson)
            ?.formatNational()
            .split('-') ?? [];
    return groups.join('') === `0${national}` ? groups : [`0${national}`];
}

/** The groups behind the country code: three in North America, one elsewhere, because only Japan's groupings are shipped. */
export function foreignGroups({ countryCode, national }: InternationalNumber): readonly string[] {
    return countryCode === '1' && national.length === 10 ? [national.slice(0, 3), national.slice(3, 6), national.slice(6)] : [national];
}

function formatForeign(number: InternationalNumber): string {
    return `+${number.countryCode} ${foreignGroups(number).join('-')}`;
}
