import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The workbench's own browser programs, bundled from their TypeScript. */
export interface BrowserScripts {
    readonly lightning: string;
    readonly visualforceRemoting: string;
    /** The Open CTI client: readable and minified. */
    readonly openCti: string;
    readonly openCtiMin: string;
}

export async function bundleBrowserScripts(): Promise<BrowserScripts> {
    const [lightning, visualforceRemoting, openCti, openCtiMin] = await Promise.all([
        bundle('../lightning/index.ts'),
        bundle('../visualforce-client/index.ts'),
        bundle('../opencti-client/index.ts'),
        bundle('../opencti-client/index.ts', true)
    ]);
    return { lightning, visualforceRemoting, openCti, openCtiMin };
}

async function bundle(entry: string, minify = false): Promise<string> {
    const result = await build({
        entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
        bundle: true,
        format: 'iife',
        target: 'es2022',
        charset: 'utf8',
        minify,
        write: false,
        logLevel: 'silent'
    });
    return result.outputFiles[0]?.text ?? '';
}
