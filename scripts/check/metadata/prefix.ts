import { baseName, metadataFiles, type Check } from './project';
import { childrenOf, textOf } from './xml';

/** An unmanaged package has no namespace: every name begins with Denwa, or it could be taken in somebody's org. */
const PREFIX = /^denwa/i;
/** Names that the platform gives. */
const PLATFORM_NAMES = ['CustomLabels', 'ja'];
/** Have the name of what they belong to in their path. */
const PARTS = ['fields', 'listViews'];

export const checkPrefix: Check = (project) => [
    ...[...project.files.keys()].flatMap((path) => {
        const [folder = '', ...parts] = path.startsWith('force-app/main/default/') ? path.split('/').slice(3) : [];
        if (folder === '') return [];
        const component = parts[0] ?? '';
        const name = baseName(component);
        return PREFIX.test(name) || PLATFORM_NAMES.includes(name) ? [] : [`${path}: ${name} does not begin with Denwa`];
    }),
    ...metadataFiles(project, 'labels').flatMap(({ path, root }) =>
        childrenOf(root, 'labels')
            .map((label) => textOf(label, 'fullName'))
            .filter((name) => !name.startsWith('Denwa_'))
            .map((name) => `${path}: the label ${name} does not begin with Denwa_`)
    ),
    ...metadataFiles(project, 'listView')
        .filter(({ name }) => !PREFIX.test(name))
        .map(({ path }) => `${path}: the list view does not begin with Denwa`),
    ...[...project.files.keys()]
        .filter((path) => path.includes('/objects/') && path.endsWith('-meta.xml'))
        .flatMap((path) => {
            const part = path.split('/').at(-2) ?? '';
            const own = path.split('/').at(-2) === baseName(path);
            return own || PARTS.includes(part) ? [] : [`${path}: ${part} is no folder that this project has`];
        })
];
