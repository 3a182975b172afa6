const transformer = require('@lwc/jest-transformer');

/** @lwc/jest-transformer leaves `instrument` out of its cache key, so that coverage after a plain run reads 0 %. */
module.exports = {
    ...transformer,
    getCacheKey: (source, file, options) => transformer.getCacheKey(source, file, options) + (options.instrument ? '-instrumented' : '')
};
