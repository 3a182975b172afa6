import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { zip, type Entries } from './zip';

const RESOURCE = 'staticresources/denwa.resource';

/** A component as the platform names it, such as `ApexClass DenwaController`. */
export type ComponentName = string;

/** What the Salesforce CLI would deploy from a project, sorted. */
export function components(projectRoot: string): readonly ComponentName[] {
    const found = ComponentSet.fromSource(join(projectRoot, 'force-app')).getSourceComponents().toArray();
    return found.map(({ type, fullName }) => `${type.name} ${fullName}`).sort();
}

/**
 * The project in the form of the Metadata API, with a manifest that names the package (`Package` in the Metadata API Developer Guide: a
 * deployment with a `fullName` adds its components to the unmanaged package of that name).
 */
export async function toMetadataFormat(projectRoot: string, packageName: string, apiVersion: string): Promise<Entries> {
    const folder = await mkdtemp(join(tmpdir(), 'denwa-package-'));
    try {
        const set = ComponentSet.fromSource(join(projectRoot, 'force-app'));
        set.sourceApiVersion = apiVersion;
        set.fullName = packageName;
        await new MetadataConverter().convert(set, 'metadata', { type: 'directory', outputDirectory: folder, genUniqueDir: false });
        const entries = new Map(await filesBelow(folder));
        // The converter's own archive of the static resource holds the time of the conversion.
        entries.set(RESOURCE, await staticResource(projectRoot));
        return entries;
    } finally {
        await rm(folder, { recursive: true });
    }
}

async function staticResource(projectRoot: string): Promise<Uint8Array> {
    return zip(await filesBelow(join(projectRoot, 'force-app/main/default/staticresources/denwa')));
}

async function filesBelow(folder: string): Promise<Entries> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new Map(
        await Promise.all(files.map(async (file) => [relative(folder, file).split(sep).join('/'), await readFile(file)] as const))
    );
}
