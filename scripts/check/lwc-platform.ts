import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compile } from '@lwc/sfdc-lwc-compiler';
import { XMLParser } from 'fast-xml-parser';
import { toDeployable } from '../build/deployable-lwc';
import { readLabels } from '../build/labels';
import { lwcBundles, paths, projectRoot } from '../build/paths';

/**
 * Would the platform take the LWC bundles? Compiles each with the platform's own compiler, and checks what the server would check when they
 * are deployed: labels, referenced components, metadata files, file sizes. The static resource proves nothing about any of this.
 */
const LONGEST_FILE = 131_072;
const LABEL = /@salesforce\/label\/c\.(\w+)/g;
const COMPONENT = /<c-([a-z0-9-]+)|@import 'c\/(\w+)'|from 'c\/(\w+)'/g;

const { sourceApiVersion } = JSON.parse(readFileSync(join(projectRoot, 'sfdx-project.json'), 'utf8')) as { sourceApiVersion: string };
const bundles = lwcBundles();
const problems: string[] = [];

for (const name of bundles) {
    problems.push(...checkMetadata(name), ...checkReferences(name), ...(await compileForPlatform(name)));
}
problems.push(...checkLabels());

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `${bundles.length} LWC bundles pass the platform's checks` : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The files of a bundle as they are deployed: JavaScript in place of TypeScript. */
function deployedFiles(name: string): Readonly<Record<string, string>> {
    const folder = join(paths.lwc, name);
    const files = readdirSync(folder, { withFileTypes: true }).filter(
        (entry) => entry.isFile() && !/\.(js|js-meta\.xml)$/.test(entry.name)
    );
    return Object.fromEntries(
        files.map((entry) => {
            const source = readFileSync(join(folder, entry.name), 'utf8');
            return entry.name.endsWith('.ts') ? [entry.name.replace(/\.ts$/, '.js'), toDeployable(source)] : [entry.name, source];
        })
    );
}

async function compileForPlatform(name: string): Promise<readonly string[]> {
    const files = deployedFiles(name);
    const { diagnostics } = await compile({
        bundle: {
            namespace: 'c',
            name,
            type: 'platform',
            files,
            options: {
                apiVersion: Number(sourceApiVersion),
                allowDynamicComponents: capabilities(name).includes('lightning__dynamicComponent')
            }
        }
    });
    const tooLong = Object.keys(files).filter((file) => Buffer.byteLength(files[file] ?? '') > LONGEST_FILE);
    return [
        ...diagnostics.filter(({ level }) => level <= 1).map((diagnostic) => describe(name, diagnostic)),
        ...tooLong.map((file) => `${name}/${file}: longer than the platform's ${LONGEST_FILE} bytes`)
    ];
}

type Diagnostic = Awaited<ReturnType<typeof compile>>['diagnostics'][number];

function describe(name: string, { filename, location, message }: Diagnostic): string {
    const line = location?.line === undefined ? '' : `:${location.line}:${location.column}`;
    return `${name}/${filename ?? ''}${line}: ${message}`;
}

interface Metadata {
    readonly apiVersion?: string;
    readonly capabilities?: { readonly capability: readonly string[] };
}

function metadataFile(name: string): string {
    return join(paths.lwc, name, `${name}.js-meta.xml`);
}

function readMetadata(name: string): Metadata | undefined {
    const parser = new XMLParser({ parseTagValue: false, isArray: (tag) => tag === 'capability' });
    const { LightningComponentBundle: metadata } = parser.parse(readFileSync(metadataFile(name), 'utf8'), true) as {
        LightningComponentBundle?: Metadata;
    };
    return metadata;
}

/** What a bundle asks the platform for beyond the usual. */
function capabilities(name: string): readonly string[] {
    return (existsSync(metadataFile(name)) && readMetadata(name)?.capabilities?.capability) || [];
}

function checkMetadata(name: string): readonly string[] {
    const file = metadataFile(name);
    if (!existsSync(file)) return [`${relative(projectRoot, file)}: missing`];
    const metadata = readMetadata(name);
    return metadata?.apiVersion === sourceApiVersion ? [] : [`${relative(projectRoot, file)}: apiVersion is not ${sourceApiVersion}`];
}

function checkReferences(name: string): readonly string[] {
    return Object.entries(deployedFiles(name)).flatMap(([file, source]) =>
        [...source.matchAll(COMPONENT)]
            .map(
                ([, tag, style, module]) =>
                    tag?.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase()) ?? style ?? module ?? ''
            )
            .filter((component) => !bundles.includes(component))
            .map((component) => `${name}/${file}: there is no component c/${component}`)
    );
}

/** Every label that is used exists in both languages, and none exists without being used. */
function checkLabels(): readonly string[] {
    const { english, japanese } = readLabels();
    const used = new Set(
        [...sourcesBelow(paths.lwc), ...sourcesBelow(join(projectRoot, 'src/adapter'))].flatMap((file) =>
            [...readFileSync(file, 'utf8').matchAll(LABEL)].map(([, label = '']) => label)
        )
    );
    return [
        ...[...used].filter((label) => !english.has(label)).map((label) => `Label ${label} is used but not defined`),
        ...[...english.keys()].filter((label) => !japanese.has(label)).map((label) => `Label ${label} has no Japanese translation`),
        ...[...japanese.keys()].filter((label) => !english.has(label)).map((label) => `Label ${label} is translated but not defined`),
        ...[...english.keys()].filter((label) => !used.has(label)).map((label) => `Label ${label} is not used`)
    ];
}

function sourcesBelow(folder: string): readonly string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => join(folder, file));
}
