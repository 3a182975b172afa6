import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '../..');

const metadata = join(projectRoot, 'force-app/main/default');

export const paths = {
    entry: join(projectRoot, 'src/adapter/boot.ts'),
    lwc: join(metadata, 'lwc'),
    labels: join(metadata, 'labels/CustomLabels.labels-meta.xml'),
    japanese: join(metadata, 'translations/ja.translation-meta.xml'),
    staticResource: join(metadata, 'staticresources/denwa'),
    /** The same licence texts where whoever reads the repository finds them. */
    notices: join(projectRoot, 'THIRD-PARTY-NOTICES.txt'),
    sizeReport: join(projectRoot, 'dist/size.json')
} as const;

/** Names of the LWC bundles, sorted. */
export function lwcBundles(): readonly string[] {
    return readdirSync(paths.lwc, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort();
}

/** The file that `c/name` stands for: TypeScript, or CSS for a bundle that holds styles only. */
export function lwcEntry(name: string): string {
    const script = join(paths.lwc, name, `${name}.ts`);
    return existsSync(script) ? script : join(paths.lwc, name, `${name}.css`);
}
