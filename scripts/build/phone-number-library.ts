import type { Plugin } from 'rollup';

/** Where the library's metadata of a country tell what kind of number is written how (`generate/metadata.js`, version 4). */
const TYPES = 11;
const ASKS_FOR_TYPES = /\b(?:getType|isValid|isPossible)\(/;

/**
 * libphonenumber-js carries the same modules twice: for browsers of 2015, which its entry points name, and for those of today. Of its metadata
 * the kinds of numbers are left out: the library is asked for groups of digits only.
 */
export function slimPhoneNumbers(): Plugin {
    return {
        name: 'slim-phone-numbers',
        resolveId(id, importer) {
            const isOld = importer?.includes('/node_modules/libphonenumber-js/core/') && id.startsWith('../es6/');
            return isOld ? this.resolve(id.replace('../es6/', '../es6-modern/'), importer) : null;
        },
        transform(source, id) {
            if (id.endsWith('/japan-metadata.json')) return { code: JSON.stringify(JSON.parse(source), withoutTypes), map: null };
            if (source.includes("'libphonenumber-js/core'") && ASKS_FOR_TYPES.test(source)) this.error('This needs the kinds of numbers');
            return null;
        }
    };
}

function withoutTypes(key: string, value: unknown): unknown {
    return key === 'JP' && Array.isArray(value) && value.length > TYPES ? value.slice(0, TYPES) : value;
}
