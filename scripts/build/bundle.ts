import { createRequire } from 'node:module';
import json from '@rollup/plugin-json';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import lwc from '@lwc/rollup-plugin';
import { transform } from 'esbuild';
import { rollup, type OutputChunk, type Plugin } from 'rollup';
import { readLabels } from './labels';
import { slimLightningComponents } from './lightning-components';
import { slimLwcRuntime } from './lwc-runtime';
import { lwcBundles, lwcEntry, projectRoot } from './paths';
import { slimPhoneNumbers } from './phone-number-library';
import { platformModules } from './platform-modules';
import { privateNames } from './private-names';
import { refineModules } from './rendered-modules';
import { slimSipJs } from './sip-js';
import { minifyStyleSheets, packStyleSheets } from './style-sheets';

const ENTRY = '\0entry';

/**
 * Makes one minified script of the page's entry point, the LWC bundles and the open-source LWC runtime.
 * `entry` is the absolute path of a module; the synthetic shadow goes before it, as in Lightning Experience.
 */
export async function bundle(entry: string): Promise<OutputChunk> {
    const build = await rollup({
        input: ENTRY,
        context: 'window',
        // Nothing in these components acts when it is merely imported.
        treeshake: { moduleSideEffects: (id) => !id.includes('/lightning-base-components/') },
        plugins: [
            entryPoint(entry),
            platformModules(readLabels()),
            slimLightningComponents(),
            minifyStyleSheets(),
            refineModules(),
            slimLwcRuntime(),
            slimSipJs(),
            slimPhoneNumbers(),
            stripTypes(),
            replace({
                preventAssignment: true,
                values: { 'process.env.NODE_ENV': JSON.stringify('production'), 'import.meta.env.SSR': 'false' }
            }),
            lwc({
                rootDir: projectRoot,
                // Components only: the LWC compiler refuses `#method()`, and takes long.
                exclude: [`${projectRoot}/src/**`, /\/node_modules\/(?!lightning-base-components\/)/],
                modules: [
                    { npm: 'lightning-base-components' },
                    ...lwcBundles().map((name) => ({ name: `c/${name}`, path: lwcEntry(name) }))
                ],
                enableDynamicComponents: true,
                enableLwcOn: true,
                // attachInternals has no counterpart in the synthetic shadow otherwise
                enableSyntheticElementInternals: true
            }),
            packStyleSheets(),
            nodeResolve({ browser: true, extensions: ['.ts', '.js', '.json'] }),
            json({ preferConst: true })
        ],
        onwarn(warning, warn) {
            // Base components use template features that the compiler calls obsolete; nobody here can change that.
            if (!/lightning-base-components/.test(`${warning.id} ${warning.message}`)) warn(warning);
        }
    });
    const format = {
        format: 'iife',
        inlineDynamicImports: true,
        // Each module stands in the script letter by letter.
        indent: false,
        banner: '/*! Denwa. Licences of the software in this file: THIRD-PARTY-LICENSES.txt beside it. */'
    } as const;
    // Which names are private is known only when it is known what is in the bundle.
    const readable = await build.generate(format);
    const { output } = await build.generate({ ...format, plugins: [minify(privateNames(readable.output[0].modules))] });
    await build.close();
    return output[0];
}

function minify(names: RegExp): Plugin {
    return terser({
        ecma: 2020,
        // Without sequences the script is larger, but smaller once it is compressed.
        compress: { passes: 3, sequences: false },
        mangle: { properties: { regex: names } },
        format: { comments: /^!/ }
    });
}

function entryPoint(entry: string): Plugin {
    const runtime = createRequire(createRequire(import.meta.url).resolve('lwc')).resolve('@lwc/engine-dom/dist/index.js');
    return {
        name: 'entry-point',
        resolveId(id) {
            if (id === ENTRY) return id;
            // By one path for everybody: the runtime must not be in the bundle twice.
            return id === 'lwc' ? runtime : null;
        },
        load(id) {
            return id === ENTRY ? `import '@lwc/synthetic-shadow';\nimport ${JSON.stringify(entry)};` : null;
        }
    };
}

/** Types go, decorators stay: they are the LWC compiler's business. */
function stripTypes(): Plugin {
    return {
        name: 'strip-types',
        async transform(source, id) {
            if (!/\.ts(\?|$)/.test(id)) return null;
            const { code, map } = await transform(source, {
                loader: 'ts',
                target: 'esnext',
                sourcemap: true,
                sourcefile: id,
                tsconfigRaw: {
                    compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true, verbatimModuleSyntax: true }
                }
            });
            return { code, map };
        }
    };
}
