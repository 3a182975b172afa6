import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { WorkbenchOptions } from '../../workbench';

/** A package in the workbench's place of the sources, until it is removed. */
export interface UnpackedPackage {
    readonly options: Required<Pick<WorkbenchOptions, 'pagesFolder' | 'callCenterFile' | 'staticResources'>>;
    readonly remove: () => Promise<void>;
}

/** Unpacks what `npm run package` made, so that the workbench serves page, call center and static resource as they are deployed. */
export async function unpackPackage(file: string): Promise<UnpackedPackage> {
    const metadata = unzip(await readPackage(file), file);
    const resource = metadata['staticresources/denwa.resource'];
    if (!resource) throw new Error(`${file} holds no static resource denwa: make it with npm run package`);
    const folder = await mkdtemp(join(tmpdir(), 'denwa-unpacked-'));
    await writeEntries(folder, metadata);
    await writeEntries(join(folder, 'denwa'), unzip(resource, 'The static resource'));
    return {
        options: {
            pagesFolder: join(folder, 'pages'),
            callCenterFile: join(folder, 'callCenters/Denwa.callCenter'),
            staticResources: { denwa: join(folder, 'denwa') }
        },
        remove: () => rm(folder, { recursive: true })
    };
}

async function readPackage(file: string): Promise<Uint8Array> {
    try {
        return await readFile(file);
    } catch (error) {
        throw new Error(`${file} cannot be read: npm run package writes dist/denwa-VERSION.zip`, { cause: error });
    }
}

function unzip(archive: Uint8Array, name: string): Readonly<Record<string, Uint8Array>> {
    try {
        return unzipSync(archive);
    } catch (error) {
        throw new Error(`${name} is not a zip archive that can be read`, { cause: error });
    }
}

async function writeEntries(folder: string, entries: Readonly<Record<string, Uint8Array>>): Promise<void> {
    for (const [path, content] of Object.entries(entries)) {
        const target = join(folder, path);
        // A path out of the folder is no package of ours.
        if (!target.startsWith(folder)) throw new Error(`The archive holds a file outside of its folder: ${path}`);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
    }
}
