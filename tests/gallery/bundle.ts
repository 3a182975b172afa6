import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rollup, type Plugin } from 'rollup';
import { viewOptions } from '../../scripts/build/bundle';
import { lwcBundles, paths } from '../../scripts/build/paths';

const COMPONENTS = 'gallery:components';
const VIRTUAL = `\0${COMPONENTS}`;

/** The bundles that draw something. */
export function componentsWithTemplate(): readonly string[] {
    return lwcBundles().filter((name) => existsSync(join(paths.lwc, name, `${name}.html`)));
}

/** The script that shows cells, with these components as the product's build makes them. */
export async function bundleStage(components: readonly string[]): Promise<string> {
    const options = viewOptions();
    const bundle = await rollup({
        input: join(import.meta.dirname, 'stage-script.ts'),
        ...options,
        plugins: [componentClasses(components), options.plugins]
    });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    await bundle.close();
    return output[0].code;
}

export async function bundleDesk(): Promise<string> {
    const { outputFiles } = await build({
        entryPoints: [join(import.meta.dirname, 'desk-script.ts')],
        bundle: true,
        format: 'iife',
        target: 'es2022',
        write: false
    });
    return outputFiles[0]?.text ?? '';
}

function componentClasses(names: readonly string[]): Plugin {
    return {
        name: 'gallery-components',
        resolveId: (id) => (id === COMPONENTS ? VIRTUAL : null),
        load: (id) =>
            id === VIRTUAL
                ? `${names.map((name) => `import ${name} from 'c/${name}';`).join('\n')}\nexport const components = { ${names.join(', ')} };`
                : null
    };
}
