import type { Plugin } from 'rollup';

/** libphonenumber-js carries the same modules twice: for browsers of 2015, which its entry points name, and for those of today. */
export function modernPhoneNumbers(): Plugin {
    return {
        name: 'modern-phone-numbers',
        resolveId(id, importer) {
            const isOld = importer?.includes('/node_modules/libphonenumber-js/core/') && id.startsWith('../es6/');
            return isOld ? this.resolve(id.replace('../es6/', '../es6-modern/'), importer) : null;
        }
    };
}
