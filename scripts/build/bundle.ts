import { createRequire } from 'node:module';
import json from '@rollup/plugin-json';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import lwc from '@lwc/rollup-plugin';
import { transform } from 'esbuild';
import { rollup, type OutputChunk, type Plugin, type RollupOptions, type RollupOutput } from 'rollup';
import { readLabels } from './labels';
import { slimLightningComponents } from './lightning-components';
import { slimLwcRuntime } from './lwc-runtime';
import { lwcBundles, lwcEntry, projectRoot } from './paths';
import { slimPhoneNumbers } from './phone-number-library';
import { platformModules, takeTexts, type LabelUse } from './platform-modules';
import { privateNames } from './private-names';
import { refineModules } from './rendered-modules';
import { slimSipJs } from './sip-js';
import { minifyStyleSheets, packStyleSheets } from './style-sheets';

const { version } = createRequire(import.meta.url)('../../package.json') as { readonly version: string };

/** The scripts that the bundle consists of, by their first modules (`src/adapter`). */
const PARTS: Readonly<Record<string, string>> = { boot: 'denwa', main: 'denwa-phone', late: 'denwa-late' };

export interface Bundle {
    readonly chunks: readonly OutputChunk[];
    readonly labels: ReadonlyMap<string, readonly string[]>;
}

/**
 * Makes minified ES modules of the page's entry point, the LWC bundles and the open-source LWC runtime: what the page starts with, the phone,
 * and what comes later; and tells which labels each shows. `entry` is the absolute path of a module.
 */
export async function bundle(entry: string): Promise<Bundle> {
    const labels: LabelUse = new Map();
    const build = await rollup({ input: entry, preserveEntrySignatures: false, ...viewOptions(labels) });
    const format = {
        format: 'es',
        entryFileNames: fileNameOf,
        chunkFileNames: fileNameOf,
        // Each module stands in the script letter by letter.
        indent: false,
        banner: '/*! Denwa. Licences of the software in this file: THIRD-PARTY-LICENSES.txt beside it. */'
    } as const;
    // Which names are private is known only when it is known what is in the bundle.
    const readable = chunksOf(await build.generate(format));
    const names = privateNames(Object.assign({}, ...readable.map(({ modules }) => modules)) as OutputChunk['modules']);
    const chunks = chunksOf(await build.generate({ ...format, plugins: [minify(names)] }));
    await build.close();
    return { chunks, labels };
}

/** How whatever draws LWC bundles is put together from its modules; its texts as `platformModules` tells. */
export function viewOptions(labels?: LabelUse): Pick<RollupOptions, 'context' | 'treeshake' | 'plugins' | 'onwarn'> {
    const catalogue = readLabels();
    return {
        context: 'window',
        // Nothing in these components acts when it is merely imported.
        treeshake: { moduleSideEffects: (id) => !id.includes('/lightning-base-components/') },
        plugins: [
            oneRuntime(),
            platformModules(catalogue),
            slimLightningComponents(),
            minifyStyleSheets(),
            refineModules(),
            takeTexts(catalogue, labels),
            slimLwcRuntime(),
            slimSipJs(),
            slimPhoneNumbers(),
            stripTypes(),
            replace({
                preventAssignment: true,
                values: {
                    'process.env.NODE_ENV': JSON.stringify('production'),
                    'process.env.DENWA_VERSION': JSON.stringify(version),
                    'import.meta.env.SSR': 'false'
                }
            }),
            lwc({
                rootDir: projectRoot,
                // Components only: the LWC compiler refuses `#method()`, and takes long.
                exclude: [`${projectRoot}/src/**`, `${projectRoot}/tests/**`, /\/node_modules\/(?!lightning-base-components\/)/],
                modules: [
                    { npm: 'lightning-base-components' },
                    ...lwcBundles().map((name) => ({ name: `c/${name}`, path: lwcEntry(name) }))
                ],
                enableDynamicComponents: true,
                enableLwcOn: true
            }),
            packStyleSheets(),
            nodeResolve({ browser: true, extensions: ['.ts', '.js', '.json'] }),
            json({ preferConst: true })
        ],
        onwarn(warning, warn) {
            if (warning.code === 'CIRCULAR_DEPENDENCY' && !warning.ids?.some((id) => id.includes('/node_modules/'))) {
                throw new Error(warning.message);
            }
            // Base components use template features that the compiler calls obsolete; nobody here can change that.
            if (!/lightning-base-components/.test(`${warning.id} ${warning.message}`)) warn(warning);
        }
    };
}

function fileNameOf({ name }: { readonly name: string }): string {
    const part = PARTS[name];
    if (part === undefined) throw new Error(`The bundle falls into a part ${name} that no page expects`);
    return `${part}.js`;
}

function chunksOf({ output }: RollupOutput): readonly OutputChunk[] {
    const chunks = output.filter((file) => file.type === 'chunk');
    const needsBoot = chunks.find(({ imports }) => imports.includes('denwa.js'));
    // A script that was asked for by another address than its neighbours use would run twice.
    if (needsBoot) throw new Error(`${needsBoot.fileName} imports from denwa.js, which must share no module with the others`);
    return chunks;
}

function minify(names: RegExp): Plugin {
    return terser({
        ecma: 2020,
        // Without sequences the script is larger, but smaller once it is compressed.
        compress: { passes: 3, sequences: false },
        mangle: { properties: { regex: names } },
        // What one part calls by a short name, the others do.
        nameCache: {},
        format: { comments: /^!/ }
    });
}

/** By one path for everybody: the runtime must not be in the bundle twice. */
function oneRuntime(): Plugin {
    const runtime = createRequire(createRequire(import.meta.url).resolve('lwc')).resolve('@lwc/engine-dom/dist/index.js');
    return { name: 'one-runtime', resolveId: (id) => (id === 'lwc' ? runtime : null) };
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
