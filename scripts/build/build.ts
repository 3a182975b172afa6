import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { bundle } from './bundle';
import { writeDeployableLwc } from './deployable-lwc';
import { readLabels } from './labels';
import { thirdPartyLicences } from './licences';
import { paths, projectRoot } from './paths';
import { labelScripts } from './platform-modules';
import { formatSizeReport, reportSize } from './size-report';

/** Builds all that is deployed but not written by hand: the static resource and the JavaScript of the LWC bundles. */
const started = performance.now();
const { chunks, labels } = await bundle(paths.entry);
const catalogue = readLabels();
const texts = new Map([...labels].flatMap(([part, shown]) => [...labelScripts(catalogue, `labels-${part}`, shown)]));
const sizes = await reportSize(chunks, texts);

rmSync(paths.staticResource, { recursive: true, force: true });
mkdirSync(paths.staticResource, { recursive: true });
mkdirSync(dirname(paths.sizeReport), { recursive: true });
for (const { fileName, code } of chunks) writeFileSync(join(paths.staticResource, fileName), code);
for (const [name, script] of texts) writeFileSync(join(paths.staticResource, name), script);
const licences = thirdPartyLicences(chunks.flatMap(({ modules }) => Object.keys(modules)));
writeFileSync(join(paths.staticResource, 'THIRD-PARTY-LICENSES.txt'), licences);
writeFileSync(paths.notices, licences);
writeFileSync(paths.sizeReport, `${JSON.stringify(sizes, null, 2)}\n`);
const scripts = writeDeployableLwc();

console.log(formatSizeReport(sizes));
console.log(
    `${relative(projectRoot, paths.staticResource)} and ${scripts} LWC scripts built in ${((performance.now() - started) / 1000).toFixed(1)} s`
);
