import { compile } from '@lwc/sfdc-lwc-compiler';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toDeployable } from '../../build/deployable-lwc';
import { metadataFiles, type Problem, type Project } from './project';
import { childrenOf, textOf, textsOf, type XmlElement } from './xml';

/**
 * Would the platform take the LWC bundles? Compiles each with the platform's own compiler, and checks what the server would check when they
 * are deployed: labels and components that they refer to, and that they have metadata. The static resource proves nothing about any of this.
 */
const LABEL = /@salesforce\/label\/c\.(\w+)/g;
const COMPONENT = /<c-([a-z0-9-]+)|@import 'c\/(\w+)'|from 'c\/(\w+)'/g;
const FOLDER = 'force-app/main/default/lwc/';

/** Names of the bundles, sorted. */
export function bundlesOf({ files }: Project): readonly string[] {
    const names = [...files.keys()].flatMap((path) => (path.startsWith(FOLDER) ? [path.slice(FOLDER.length).split('/')[0] ?? ''] : []));
    return [...new Set(names)].sort();
}

/** All problems of the given bundles, by default of all, and of the labels. Compiling takes a tenth of a second for each bundle. */
export async function checkLwc(project: Project, only: readonly string[] = bundlesOf(project)): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    for (const name of only) {
        const metadata = metadataFiles(project, 'js').find((file) => file.name === name)?.root;
        if (!metadata) problems.push(`${FOLDER}${name}/${name}.js-meta.xml: missing`);
        problems.push(...checkReferences(project, name), ...(await compileForPlatform(project, name, metadata)));
    }
    return [...problems, ...checkLabels(project)];
}

/** The files of a bundle as they are deployed: JavaScript in place of TypeScript. */
function deployedFiles({ files }: Project, name: string): Readonly<Record<string, string>> {
    const folder = `${FOLDER}${name}/`;
    return Object.fromEntries(
        [...files].flatMap(([path, source]) => {
            const file = path.slice(folder.length);
            if (!path.startsWith(folder) || file.includes('/') || /\.(js|js-meta\.xml)$/.test(file)) return [];
            return [file.endsWith('.ts') ? [file.replace(/\.ts$/, '.js'), toDeployable(source)] : [file, source]];
        })
    );
}

async function compileForPlatform(project: Project, name: string, metadata: XmlElement | undefined): Promise<readonly Problem[]> {
    const capabilities = childrenOf(metadata, 'capabilities').flatMap((list) => textsOf(list, 'capability'));
    const { diagnostics } = await compile({
        bundle: {
            namespace: 'c',
            name,
            type: 'platform',
            files: deployedFiles(project, name),
            options: {
                apiVersion: Number(textOf(metadata, 'apiVersion')),
                allowDynamicComponents: capabilities.includes('lightning__dynamicComponent')
            }
        }
    });
    return diagnostics.filter(({ level }) => level <= 1).map((diagnostic) => describe(name, diagnostic));
}

type Diagnostic = Awaited<ReturnType<typeof compile>>['diagnostics'][number];

function describe(name: string, { filename, location, message }: Diagnostic): Problem {
    const line = location?.line === undefined ? '' : `:${location.line}:${location.column}`;
    return `${name}/${filename ?? ''}${line}: ${message}`;
}

function checkReferences(project: Project, name: string): readonly Problem[] {
    const bundles = bundlesOf(project);
    return Object.entries(deployedFiles(project, name)).flatMap(([file, source]) =>
        [...source.matchAll(COMPONENT)]
            .map(
                ([, tag, style, module]) =>
                    tag?.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase()) ?? style ?? module ?? ''
            )
            .filter((component) => !bundles.includes(component))
            .map((component) => `${name}/${file}: there is no component c/${component}`)
    );
}

/** Every label that is used exists, and none exists without being used; checkTranslations knows of the languages. */
function checkLabels(project: Project): readonly Problem[] {
    const defined = new Set(
        metadataFiles(project, 'labels').flatMap(({ root }) => childrenOf(root, 'labels').map((label) => textOf(label, 'fullName')))
    );
    const components = [...project.files].filter(([path]) => path.startsWith(FOLDER) && path.endsWith('.ts')).map(([, text]) => text);
    const sources = [...components, ...adapterSources(project.root)];
    const used = new Set(sources.flatMap((text) => [...text.matchAll(LABEL)].map(([, label = '']) => label)));
    return [
        ...[...used].filter((label) => !defined.has(label)).map((label) => `Label ${label} is used but not defined`),
        ...[...defined].filter((label) => !used.has(label)).map((label) => `Label ${label} is not used`)
    ];
}

function adapterSources(root: string): readonly string[] {
    const folder = join(root, 'src/adapter');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8'));
}
