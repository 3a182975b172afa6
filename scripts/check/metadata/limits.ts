import { metadataFiles, type Check, type Problem } from './project';
import { childrenOf, textOf } from './xml';

/** Sizes of files in bytes, by what their path ends with. */
const FILES: readonly (readonly [pattern: RegExp, most: number, source: string])[] = [
    [/\/classes\/\w+\.cls$/, 1_000_000, 'Apex Developer Guide, Execution Governors and Limits: size of a class'],
    [/\/pages\/\w+\.page$/, 1_000_000, 'Visualforce Developer Guide: size of a page'],
    [/\/lwc\/.*\.(js|html|css)$/, 131_072, 'LWC Developer Guide: 128 KB, later 1 MB; the smaller one holds everywhere']
];
/** Salesforce Help, Static Resources: 5 MB each, which the archive of a folder is never larger than the folder. */
const LARGEST_RESOURCE = 5_000_000;

/** Longest texts in characters: metadata suffix, elements on the way, most. From the Metadata API Developer Guide and Setup's forms. */
const TEXTS: readonly (readonly [suffix: string, elements: readonly string[], most: number])[] = [
    ['labels', ['labels', 'fullName'], 80],
    ['labels', ['labels', 'shortDescription'], 80],
    ['labels', ['labels', 'value'], 1000],
    ['translation', ['customLabels', 'label'], 1000],
    ['translation', ['customApplications', 'label'], 40],
    ['object', ['label'], 40],
    ['object', ['pluralLabel'], 40],
    ['object', ['description'], 1000],
    ['objectTranslation', ['caseValues', 'value'], 40],
    ['field', ['fullName'], 43],
    ['field', ['label'], 40],
    ['field', ['description'], 1000],
    ['field', ['inlineHelpText'], 510],
    ['fieldTranslation', ['label'], 40],
    ['fieldTranslation', ['help'], 510],
    ['permissionset', ['label'], 80],
    ['permissionset', ['description'], 255],
    ['app', ['label'], 40],
    ['app', ['description'], 255],
    ['flexipage', ['masterLabel'], 80],
    ['listView', ['label'], 40],
    ['messageChannel', ['masterLabel'], 80],
    ['resource', ['description'], 255],
    ['callCenter', ['displayName'], 1000],
    ['callCenter', ['sections', 'items', 'value'], 1000],
    ['js', ['masterLabel'], 80],
    ['js', ['description'], 255]
];
/** Longest value of a field by its type. */
const LENGTHS: Readonly<Record<string, number>> = { Text: 255, EncryptedText: 175 };

export const checkLimits: Check = (project) => [
    ...[...project.files].flatMap(([path, text]) =>
        FILES.filter(([pattern, most]) => pattern.test(path) && Buffer.byteLength(text) > most).map(
            ([, most, source]) => `${path}: longer than ${most} bytes (${source})`
        )
    ),
    ...checkResources(project.files),
    ...TEXTS.flatMap(([suffix, elements, most]) =>
        metadataFiles(project, suffix).flatMap(({ path, root }) => {
            const found = elements.reduce<readonly (typeof root)[]>(
                (parents, name) => parents.flatMap((it) => childrenOf(it, name)),
                [root]
            );
            return found
                .filter(({ text }) => [...text].length > most)
                .map(({ text }) => `${path}: ${elements.join('/')} is longer than ${most} characters: ${text.slice(0, 40)}…`);
        })
    ),
    ...metadataFiles(project, 'field').flatMap(({ path, root }) => {
        const most = LENGTHS[textOf(root, 'type')];
        return most !== undefined && Number(textOf(root, 'length')) > most ? [`${path}: length is more than ${most}`] : [];
    })
];

function checkResources(files: ReadonlyMap<string, string>): readonly Problem[] {
    const sizes = new Map<string, number>();
    for (const [path, text] of files) {
        const resource = /\/staticresources\/(\w+)\//.exec(path)?.[1];
        if (resource !== undefined) sizes.set(resource, (sizes.get(resource) ?? 0) + Buffer.byteLength(text));
    }
    return [...sizes]
        .filter(([, size]) => size > LARGEST_RESOURCE)
        .map(([name]) => `The static resource ${name} is larger than ${LARGEST_RESOURCE} bytes`);
}
