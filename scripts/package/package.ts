import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureBuilt } from '../build/ensure-built';
import { projectRoot } from '../build/paths';
import { checkComponents } from '../check/metadata/components';
import { readProject } from '../check/metadata/project';
import { callCenterImport } from './call-center-import';
import { toMetadataFormat } from './convert';
import { zip } from './zip';

/**
 * Writes to dist/ what an administrator downloads: the metadata as a folder and a zip, the static resource, the call center definition
 * for the import in Setup, and the checksums. The same sources always give the same bytes.
 */
const dist = join(projectRoot, 'dist');

async function readJson<T>(file: string): Promise<T> {
    return JSON.parse(await readFile(join(projectRoot, file), 'utf8')) as T;
}

await ensureBuilt((line) => console.log(line));
const surprises = checkComponents(readProject(projectRoot));
if (surprises.length > 0) throw new Error(`The package would not be what it is meant to be:\n${surprises.join('\n')}`);
const { version } = await readJson<{ version: string }>('package.json');
const { name, sourceApiVersion } = await readJson<{ name: string; sourceApiVersion: string }>('sfdx-project.json');
const metadata = await toMetadataFormat(projectRoot, name, sourceApiVersion);

const folder = join(dist, `denwa-${version}`);
await rm(folder, { recursive: true, force: true });
for (const [path, content] of metadata) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
}

const callCenter = Buffer.from(contentOf('callCenters/Denwa.callCenter')).toString('utf8');
const downloads: readonly (readonly [string, Uint8Array])[] = [
    ['callCenter.xml', Buffer.from(callCenterImport(callCenter, 'Denwa'))],
    [`denwa-${version}-static-resource.zip`, contentOf('staticresources/denwa.resource')],
    [`denwa-${version}.zip`, zip(metadata)]
];
const sums = downloads.map(([file, content]) => `${createHash('sha256').update(content).digest('hex')}  ${file}\n`).join('');
for (const [file, content] of [...downloads, ['SHA256SUMS', Buffer.from(sums)] as const]) {
    await writeFile(join(dist, file), content);
}
console.log(`dist/denwa-${version}.zip: ${metadata.size} files\n${sums.trimEnd()}`);

function contentOf(path: string): Uint8Array {
    const content = metadata.get(path);
    if (!content) throw new Error(`The package has no ${path}`);
    return content;
}
