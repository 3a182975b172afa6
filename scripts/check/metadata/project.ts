import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseXml, XmlError, type XmlElement } from './xml';

/** The files that are deployed and what describes their deployment, as texts by path from the project's root. */
export interface Project {
    readonly root: string;
    readonly files: ReadonlyMap<string, string>;
    /** By their texts, because every check reads the same few hundred files; undefined for what is no XML. */
    readonly documents: Map<string, XmlElement | undefined>;
}

/** One line for the person who has to mend it: which file, what is wrong. */
export type Problem = string;

export type Check = (project: Project) => readonly Problem[];

const SOURCES = 'force-app/main/default/';
const DESCRIPTIONS = ['sfdx-project.json', 'package.json', '.forceignore', 'config'];

export function readProject(root: string): Project {
    const files = new Map<string, string>();
    for (const path of [SOURCES, ...DESCRIPTIONS].flatMap((path) => filesAt(root, path))) {
        files.set(path, readFileSync(join(root, path), 'utf8'));
    }
    return { root, files, documents: new Map() };
}

function filesAt(root: string, path: string): readonly string[] {
    if (DESCRIPTIONS.includes(path) && path.includes('.')) return [path];
    return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.split(sep).includes('__tests__'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .sort();
}

/** A file of one metadata type: its component's name and its root element. */
export interface MetadataFile {
    readonly path: string;
    readonly name: string;
    readonly root: XmlElement;
}

/** The files `….SUFFIX-meta.xml`, such as those of `permissionset`. Files that are no XML are the business of the schema check alone. */
export function metadataFiles(project: Project, suffix: string): readonly MetadataFile[] {
    const ending = `.${suffix}-meta.xml`;
    return [...project.files].flatMap(([path, text]) => {
        if (!path.endsWith(ending)) return [];
        const root = parsed(project, text);
        return root ? [{ path, name: path.slice(path.lastIndexOf('/') + 1, -ending.length), root }] : [];
    });
}

function parsed({ documents }: Project, text: string): XmlElement | undefined {
    if (documents.has(text)) return documents.get(text);
    const document = parsedOrUndefined(text);
    documents.set(text, document);
    return document;
}

function parsedOrUndefined(text: string): XmlElement | undefined {
    try {
        return parseXml(text);
    } catch (error) {
        if (error instanceof XmlError) return undefined;
        throw error;
    }
}

/** Names of the components of one type. */
export function names(project: Project, suffix: string): ReadonlySet<string> {
    return new Set(metadataFiles(project, suffix).map(({ name }) => name));
}

/** Names of the fields of an object that it has of its own, such as `Extension__c`. */
export function fieldsOf(project: Project, object: string): readonly MetadataFile[] {
    return metadataFiles(project, 'field').filter(({ path }) => path.includes(`/objects/${object}/fields/`));
}

/** Files of the folder below `force-app/main/default`, such as `classes`, with that ending. */
export function sources({ files }: Project, folder: string, ending: string): readonly (readonly [path: string, text: string])[] {
    return [...files].filter(([path]) => path.startsWith(`${SOURCES}${folder}/`) && path.endsWith(ending));
}

/** The name of a file without folders and ending. */
export function baseName(path: string): string {
    return path.slice(path.lastIndexOf('/') + 1).split('.')[0] ?? path;
}

/** A problem for each of the names that is not among the known ones. */
export function unknown(wanted: readonly string[], known: ReadonlySet<string>, problem: (name: string) => Problem): readonly Problem[] {
    return wanted.filter((name) => !known.has(name)).map(problem);
}
