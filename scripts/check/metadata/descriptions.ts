import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { metadataFiles, type Check, type Problem, type Project } from './project';
import { textOf } from './xml';

/** The files that describe the project itself, by Salesforce's JSON schemas, and that all components are of one API version. */
const SCHEMAS: Readonly<Record<string, string>> = {
    'sfdx-project.json': '@salesforce/schemas/sfdx-project.schema.json',
    'config/project-scratch-def.json': '@salesforce/schemas/project-scratch-def.schema.json'
};

export const checkDescriptions: Check = (project) => [
    ...Object.entries(SCHEMAS).flatMap(([path, schema]) => checkJson(project, path, schema)),
    ...checkScratchOrg(project),
    ...checkVersions(project)
];

function json(project: Project, path: string): unknown {
    try {
        return JSON.parse(project.files.get(path) ?? '');
    } catch {
        return undefined;
    }
}

function checkJson(project: Project, path: string, schema: string): readonly Problem[] {
    const value = json(project, path);
    if (value === undefined) return [`${path}: is no JSON`];
    const require = createRequire(import.meta.url);
    // The schemas use formats and keywords for editors that the validator does not know.
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(require(schema) as object);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${path}${instancePath}: ${message ?? ''} ${JSON.stringify(params)}`
    );
}

/** Without these, the translations cannot be deployed, or the org is not a Japanese one. */
function checkScratchOrg(project: Project): readonly Problem[] {
    const path = 'config/project-scratch-def.json';
    const definition = json(project, path) as
        { language?: string; country?: string; settings?: { languageSettings?: { enableTranslationWorkbench?: boolean } } } | undefined;
    return [
        ...(definition?.language === 'ja' ? [] : [`${path}: the language is not ja`]),
        ...(definition?.country === 'JP' ? [] : [`${path}: the country is not JP`]),
        ...(definition?.settings?.languageSettings?.enableTranslationWorkbench === true
            ? []
            : [`${path}: languageSettings.enableTranslationWorkbench is not on`])
    ];
}

/** A component of a newer version than the deployment's may have what the deployment does not know. */
function checkVersions(project: Project): readonly Problem[] {
    const { sourceApiVersion = '' } = (json(project, 'sfdx-project.json') ?? {}) as { sourceApiVersion?: string };
    return ['cls', 'page', 'js'].flatMap((suffix) =>
        metadataFiles(project, suffix)
            .filter(({ root }) => textOf(root, 'apiVersion') !== sourceApiVersion)
            .map(({ path }) => `${path}: apiVersion is not ${sourceApiVersion}`)
    );
}
