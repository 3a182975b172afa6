import { checkApplications, checkFlexiPages } from './references-apps';
import { baseName, fieldsOf, metadataFiles, names, sources, unknown, type Check, type Problem, type Project } from './project';
import { childrenOf, textOf, textsOf } from './xml';

/** Whatever a file names by its API name is there: classes, pages, objects, fields, tabs, resources, remote methods, channels. */
export const checkReferences: Check = (project) => [
    ...checkPermissionSets(project),
    ...checkApplications(project),
    ...checkFlexiPages(project),
    ...checkPages(project),
    ...checkFieldLists(project),
    ...checkCallCenters(project),
    ...checkComponents(project)
];

/** Fields of every object that its files may name without a definition. */
const STANDARD_FIELDS = ['Name', 'OwnerId', 'CreatedById', 'LastModifiedById'];
const STANDARD_COLUMNS = ['NAME', 'OWNER.ALIAS', 'LAST_UPDATE', 'CREATED_DATE'];

function checkPermissionSets(project: Project): readonly Problem[] {
    const known = {
        classAccesses: ['apexClass', names(project, 'cls')],
        pageAccesses: ['apexPage', names(project, 'page')],
        objectPermissions: ['object', names(project, 'object')],
        applicationVisibilities: ['application', names(project, 'app')],
        tabSettings: ['tab', names(project, 'tab')]
    } as const;
    return metadataFiles(project, 'permissionset').flatMap(({ path, root }) => [
        ...Object.entries(known).flatMap(([list, [key, there]]) =>
            unknown(
                childrenOf(root, list).map((entry) => textOf(entry, key)),
                there,
                (name) => `${path}: ${list} names ${name}, which is not there`
            )
        ),
        ...childrenOf(root, 'fieldPermissions').flatMap((entry) => checkFieldPermission(project, path, textOf(entry, 'field')))
    ]);
}

function checkFieldPermission(project: Project, path: string, field: string): readonly Problem[] {
    const [object = '', name = ''] = field.split('.');
    const definition = fieldsOf(project, object).find((file) => file.name === name);
    if (!definition) return [`${path}: fieldPermissions names ${field}, which is not there`];
    // Metadata API, PermissionSet: "You cannot deploy to a required field".
    return textOf(definition.root, 'required') === 'true' ? [`${path}: ${field} is required, which takes no field permission`] : [];
}

function checkPages(project: Project): readonly Problem[] {
    const classes = new Map(sources(project, 'classes', '.cls').map(([path, text]) => [baseName(path), text]));
    const resources = names(project, 'resource');
    const labels = new Set(
        metadataFiles(project, 'labels').flatMap(({ root }) => childrenOf(root, 'labels').map((it) => textOf(it, 'fullName')))
    );
    return sources(project, 'pages', '.page').flatMap(([path, text]) => {
        const controller = /<apex:page[^>]*\bcontroller="(\w+)"/.exec(text)?.[1] ?? '';
        const code = classes.get(controller) ?? '';
        return [
            ...(code === '' ? [`${path}: there is no controller ${controller}`] : []),
            ...matches(text, /\$Resource\.(\w+)/g).flatMap(([name = '']) =>
                resources.has(name) ? [] : [`${path}: there is no static resource ${name}`]
            ),
            ...matches(text, /\$Label\.(\w+)/g).flatMap(([name = '']) => (labels.has(name) ? [] : [`${path}: there is no label ${name}`])),
            ...resourceFiles(text).flatMap(([resource = '', file = '']) =>
                project.files.has(`force-app/main/default/staticresources/${resource}/${file}`)
                    ? []
                    : [`${path}: the static resource ${resource} holds no ${file} (npm run build makes it)`]
            ),
            ...matches(text, /\$RemoteAction\.(\w+)\.(\w+)/g).flatMap(([name = '', method = '']) =>
                new RegExp(`@RemoteAction\\s+(public|global) static [\\w<>., ]+ ${method}\\(`).test(classes.get(name) ?? '')
                    ? []
                    : [`${path}: ${name} has no @RemoteAction ${method}`]
            ),
            ...matches(text, /\{!\s*(\w+)\s*\}/g).flatMap(([property = '']) =>
                new RegExp(`\\bget${property}\\(|\\b${property}\\s*\\{`, 'i').test(code)
                    ? []
                    : [`${path}: ${controller} has no property ${property}`]
            )
        ];
    });
}

/** Each `URLFOR($Resource.x, …)` with every file name that stands in it. */
function resourceFiles(page: string): readonly (readonly string[])[] {
    return matches(page, /URLFOR\(\$Resource\.(\w+),(.*?)\)\}/g).flatMap(([resource = '', path = '']) =>
        matches(path, /'([\w-]+\.\w+)'/g).map(([file = '']) => [resource, file])
    );
}

function matches(text: string, pattern: RegExp): readonly (readonly string[])[] {
    return [...text.matchAll(pattern)].map((match) => match.slice(1));
}

function checkFieldLists(project: Project): readonly Problem[] {
    const objects = names(project, 'object');
    const layouts = metadataFiles(project, 'layout').flatMap(({ path, name, root }) => {
        const object = name.split('-')[0] ?? '';
        if (!objects.has(object)) return [`${path}: there is no object ${object}`];
        const shown = childrenOf(root, 'layoutSections')
            .flatMap((section) => childrenOf(section, 'layoutColumns'))
            .flatMap((column) => childrenOf(column, 'layoutItems'))
            .map((item) => textOf(item, 'field'));
        const own = fieldsOf(project, object).map((field) => field.name);
        return [
            ...unknown(shown, new Set([...own, ...STANDARD_FIELDS]), (field) => `${path}: there is no field ${field}`),
            ...unknown(own, new Set(shown), (field) => `${path}: nobody can fill in ${field}, because the layout does not show it`)
        ];
    });
    const lists = metadataFiles(project, 'listView').flatMap(({ path, root }) => {
        const object = /\/objects\/(\w+)\//.exec(path)?.[1] ?? '';
        const known = new Set([...fieldsOf(project, object).map((field) => field.name), ...STANDARD_COLUMNS]);
        return unknown(textsOf(root, 'columns'), known, (column) => `${path}: there is no column ${column}`);
    });
    const tabs = metadataFiles(project, 'tab').flatMap(({ path, name, root }) =>
        textOf(root, 'customObject') === 'true' && !objects.has(name) ? [`${path}: there is no object ${name}`] : []
    );
    return [...layouts, ...lists, ...tabs];
}

function checkCallCenters(project: Project): readonly Problem[] {
    const pages = names(project, 'page');
    return metadataFiles(project, 'callCenter').flatMap(({ path, root }) => {
        const page = /^\/apex\/(\w+)$/.exec(textOf(root, 'adapterUrl'))?.[1] ?? '';
        return pages.has(page) ? [] : [`${path}: adapterUrl leads to no Visualforce page of this project`];
    });
}

/** What LWC bundles import from the org by name; the LWC check knows labels and other bundles. */
function checkComponents(project: Project): readonly Problem[] {
    const classes = new Map(sources(project, 'classes', '.cls').map(([path, text]) => [baseName(path), text]));
    const channels = names(project, 'messageChannel');
    const resources = names(project, 'resource');
    return sources(project, 'lwc', '.ts').flatMap(([path, text]) => [
        ...matches(text, /@salesforce\/apex\/(\w+)\.(\w+)/g).flatMap(([name = '', method = '']) =>
            new RegExp(`@AuraEnabled[^;{]*\\b${method}\\(`).test(classes.get(name) ?? '')
                ? []
                : [`${path}: ${name} has no @AuraEnabled ${method}`]
        ),
        ...matches(text, /@salesforce\/messageChannel\/(\w+)__c/g).flatMap(([name = '']) =>
            channels.has(name) ? [] : [`${path}: there is no message channel ${name}`]
        ),
        ...matches(text, /@salesforce\/resourceUrl\/(\w+)/g).flatMap(([name = '']) =>
            resources.has(name) ? [] : [`${path}: there is no static resource ${name}`]
        )
    ]);
}
