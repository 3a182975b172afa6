const transformer = require('@lwc/jest-transformer');

module.exports = {
    ...transformer,
    /** Without rules: nothing is drawn in jsdom, and matching them against each element would take most of the tests' time. */
    process: (source, file, options) => transformer.process(file.endsWith('.css') ? '' : source, file, options),
    /** @lwc/jest-transformer leaves `instrument` out of its cache key, so that coverage after a plain run reads 0 %. */
    getCacheKey: (source, file, options) =>
        `${transformer.getCacheKey(source, file, options)}${options.instrument ? '-instrumented' : ''}-plain`
};
