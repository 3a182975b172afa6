import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface NpmPackage {
    readonly name: string;
    readonly version: string;
    readonly folder: string;
}

/** The package that a module of the bundle came from; null for the project's own and for generated modules. */
export function packageOf(moduleId: string): NpmPackage | null {
    const file = moduleId.replace(/^\0/, '').replace(/\?.*$/, '');
    if (!file.includes('/node_modules/')) return null;
    for (let folder = dirname(file); !folder.endsWith('/node_modules'); folder = dirname(folder)) {
        const manifest = join(folder, 'package.json');
        if (!existsSync(manifest)) continue;
        const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string; version?: string };
        // Packages put nameless manifests into folders to mark them as ES modules.
        if (name !== undefined && version !== undefined) return { name, version, folder };
    }
    throw new Error(`No package.json above ${file}`);
}

/** The whole text of the package's licence. */
export function licenceOf({ name, folder }: NpmPackage): string {
    const file = readdirSync(folder)
        .filter((entry) => /^(licen[cs]e|copying)/i.test(entry))
        .sort()[0];
    if (file === undefined) throw new Error(`Package ${name} is in the bundle but ships no licence text`);
    return readFileSync(join(folder, file), 'utf8').trim();
}
