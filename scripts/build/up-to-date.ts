import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { paths, projectRoot } from './paths';

/** Everything that the build reads. */
const SOURCES = [
    'src',
    'scripts/build',
    'force-app/main/default/lwc',
    'force-app/main/default/labels',
    'force-app/main/default/translations',
    'package-lock.json'
];

/** Whether nothing that the build reads has changed since its last result. */
export async function isBuildUpToDate(): Promise<boolean> {
    try {
        const built = (await stat(join(paths.staticResource, 'denwa.js'))).mtimeMs;
        const changes = await Promise.all(SOURCES.map((source) => newest(join(projectRoot, source))));
        return Math.max(...changes) < built;
    } catch (error) {
        // Never built before.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
    }
}

/** When the file, or the file in the folder, that changed last did so; what the build itself writes does not count. */
async function newest(path: string): Promise<number> {
    const itself = await stat(path);
    const entries = itself.isDirectory() ? await readdir(path, { recursive: true, withFileTypes: true }) : [];
    const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.js'));
    const times = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs));
    return times.length > 0 ? Math.max(...times) : itself.mtimeMs;
}
