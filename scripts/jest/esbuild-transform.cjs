const { transformSync } = require('esbuild');

/** Strips types and makes CommonJS of one file; jest's own resolver does the rest. */
module.exports = {
    process(source, file) {
        const { code, map } = transformSync(source, {
            loader: file.endsWith('.ts') ? 'ts' : 'js',
            format: 'cjs',
            target: 'node20',
            sourcemap: true,
            sourcefile: file
        });
        return { code, map: JSON.parse(map) };
    }
};
