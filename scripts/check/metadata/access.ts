import { fieldsOf, metadataFiles, sources, baseName, type Check, type Problem, type Project } from './project';
import { childrenOf, textOf, type XmlElement } from './xml';

/** Least rights: what the permission sets give, and what they must not. */
const AGENT = 'Denwa_Agent';
const ADMIN = 'Denwa_Admin';
/** Holds nothing but a lock: see DenwaCallLog. */
const NOBODYS = 'Denwa_Agent__c';
const WRITING = ['allowCreate', 'allowDelete', 'allowEdit', 'viewAllRecords', 'modifyAllRecords'];

export const checkAccess: Check = (project) => {
    const sets = metadataFiles(project, 'permissionset');
    const agent = sets.find(({ name }) => name === AGENT)?.root;
    const admin = sets.find(({ name }) => name === ADMIN)?.root;
    return [
        ...sets.flatMap(({ path, root }) => checkEach(project, path, root)),
        ...(agent ? checkAgent(project, agent) : [`There is no permission set ${AGENT}`]),
        ...(admin ? checkAdmin(project, admin) : [`There is no permission set ${ADMIN}`]),
        ...checkSharing(project)
    ];
};

function checkEach(project: Project, path: string, root: XmlElement): readonly Problem[] {
    const tests = new Set(
        sources(project, 'classes', '.cls')
            .filter(([, text]) => /^@IsTest/im.test(text))
            .map(([file]) => baseName(file))
    );
    return [
        ...childrenOf(root, 'userPermissions').map((it) => `${path}: gives the user permission ${textOf(it, 'name')}: profiles give these`),
        ...childrenOf(root, 'classAccesses')
            .map((it) => textOf(it, 'apexClass'))
            .filter((name) => tests.has(name))
            .map((name) => `${path}: nobody needs the test class ${name}`),
        ...childrenOf(root, 'objectPermissions')
            .filter((it) => textOf(it, 'object') === NOBODYS)
            .map(() => `${path}: gives rights on ${NOBODYS}, which nobody may have`),
        ...repeated(root, 'fieldPermissions', 'field').map((name) => `${path}: ${name} stands here twice`),
        ...repeated(root, 'objectPermissions', 'object').map((name) => `${path}: ${name} stands here twice`)
    ];
}

function repeated(root: XmlElement, list: string, key: string): readonly string[] {
    const all = childrenOf(root, list).map((entry) => textOf(entry, key));
    return all.filter((name, index) => all.indexOf(name) !== index);
}

/** An agent reads accounts, and the sharing of the object leaves only the own one. */
function checkAgent(project: Project, agent: XmlElement): readonly Problem[] {
    const granted = (list: string, key: string) => new Set(childrenOf(agent, list).map((it) => textOf(it, key)));
    const pages = granted('pageAccesses', 'apexPage');
    const classes = granted('classAccesses', 'apexClass');
    const apps = granted('applicationVisibilities', 'application');
    const controllers = sources(project, 'pages', '.page').flatMap(([path, text]) => {
        const name = baseName(path);
        const controller = /\bcontroller="(\w+)"/.exec(text)?.[1];
        return [
            ...(pages.has(name) ? [] : [`${AGENT}: agents may not open the page ${name}`]),
            ...(controller === undefined || classes.has(controller)
                ? []
                : [`${AGENT}: agents may not use the page's controller ${controller}`])
        ];
    });
    return [
        ...controllers,
        ...metadataFiles(project, 'app').flatMap(({ name }) => (apps.has(name) ? [] : [`${AGENT}: agents do not see the app ${name}`])),
        ...childrenOf(agent, 'objectPermissions').flatMap((it) =>
            WRITING.filter((right) => textOf(it, right) !== 'false').map(
                (right) => `${AGENT}: ${right} on ${textOf(it, 'object')} is too much`
            )
        ),
        ...childrenOf(agent, 'fieldPermissions')
            .filter((it) => textOf(it, 'editable') !== 'false')
            .map((it) => `${AGENT}: agents may not change ${textOf(it, 'field')}`),
        ...childrenOf(agent, 'tabSettings').map((it) => `${AGENT}: agents need no tab ${textOf(it, 'tab')}`)
    ];
}

/** Who manages accounts can fill in each of their fields and finds them on their tab. */
function checkAdmin(project: Project, admin: XmlElement): readonly Problem[] {
    const editable = new Set(
        childrenOf(admin, 'fieldPermissions')
            .filter((it) => textOf(it, 'editable') === 'true')
            .map((it) => textOf(it, 'field'))
    );
    const visible = new Set(childrenOf(admin, 'tabSettings').map((it) => textOf(it, 'tab')));
    return metadataFiles(project, 'tab').flatMap(({ name }) => [
        ...(visible.has(name) ? [] : [`${ADMIN}: administrators do not see the tab ${name}`]),
        ...fieldsOf(project, name)
            .filter((field) => textOf(field.root, 'required') !== 'true' && !editable.has(`${name}.${field.name}`))
            .map((field) => `${ADMIN}: administrators may not fill in ${name}.${field.name}`)
    ]);
}

function checkSharing(project: Project): readonly Problem[] {
    return metadataFiles(project, 'object').flatMap(({ path, name, root }) => [
        ...['sharingModel', 'externalSharingModel'].flatMap((model) =>
            hasNoRecords(name, root) || textOf(root, model) === 'Private' ? [] : [`${path}: ${model} is not Private`]
        ),
        ...fieldsOf(project, name)
            .filter((field) => /password|secret|ha1|token/i.test(field.name) && textOf(field.root, 'type') !== 'EncryptedText')
            .map((field) => `${field.path}: a secret is not encrypted`)
    ]);
}

/** Custom metadata types and custom settings know no sharing. */
function hasNoRecords(name: string, root: XmlElement): boolean {
    return name.endsWith('__mdt') || textOf(root, 'customSettingsType') !== '';
}
