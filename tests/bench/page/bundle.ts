import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** One minified script of a module of this folder. */
export async function bundlePageScript(name: 'bare-page' | 'recorder'): Promise<string> {
    const result = await build({
        entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
        bundle: true,
        format: 'iife',
        target: 'es2022',
        minify: true,
        write: false,
        logLevel: 'silent'
    });
    return result.outputFiles[0]?.text ?? '';
}
