import { fieldsOf, metadataFiles, unknown, type Check, type Problem, type Project } from './project';
import { childrenOf, textOf, type XmlElement } from './xml';

/** Everything that people read has a Japanese text, and no Japanese text is left over. */
export const checkTranslations: Check = (project) => [
    ...checkLabels(project),
    ...bothWays(
        'app',
        metadataFiles(project, 'app').map(({ name }) => name),
        japanese(project).flatMap((root) => childrenOf(root, 'customApplications').map((it) => textOf(it, 'name')))
    ),
    ...checkObjects(project)
];

function japanese(project: Project): readonly XmlElement[] {
    return metadataFiles(project, 'translation').map(({ root }) => root);
}

function bothWays(what: string, defined: readonly string[], translated: readonly string[]): readonly Problem[] {
    return [
        ...unknown(defined, new Set(translated), (name) => `The ${what} ${name} has no Japanese text`),
        ...unknown(translated, new Set(defined), (name) => `The ${what} ${name} has a Japanese text, but is not there`),
        ...translated
            .filter((name, index) => translated.indexOf(name) !== index)
            .map((name) => `The ${what} ${name} has two Japanese texts`)
    ];
}

/** Also that the texts of both languages have the same places for numbers and names, such as {0}. */
function checkLabels(project: Project): readonly Problem[] {
    const english = metadataFiles(project, 'labels').flatMap(({ root }) => childrenOf(root, 'labels'));
    const texts = japanese(project).flatMap((root) => childrenOf(root, 'customLabels'));
    const values = new Map(english.map((label) => [textOf(label, 'fullName'), textOf(label, 'value')]));
    const placesOf = (text: string) =>
        [...text.matchAll(/\{\d\}/g)]
            .map(([place]) => place)
            .sort()
            .join();
    return [
        ...bothWays(
            'label',
            english.map((it) => textOf(it, 'fullName')),
            texts.map((it) => textOf(it, 'name'))
        ),
        ...texts.flatMap((text) => {
            const [name, label] = [textOf(text, 'name'), textOf(text, 'label')];
            const value = values.get(name);
            if (label === '') return [`The label ${name} has an empty Japanese text`];
            return value === undefined || placesOf(value) === placesOf(label)
                ? []
                : [`The label ${name} has other places in Japanese: ${label}`];
        })
    ];
}

function checkObjects(project: Project): readonly Problem[] {
    const objects = metadataFiles(project, 'object');
    const translations = metadataFiles(project, 'objectTranslation');
    return [
        ...bothWays(
            'object',
            objects.map(({ name }) => name),
            translations.map(({ name }) => name.replace(/-ja$/, ''))
        ),
        ...objects.flatMap(({ name: object, root }) => {
            const translation = translations.find(({ name }) => name === `${object}-ja`);
            if (!translation) return [];
            const nameField = textOf(childrenOf(root, 'nameField')[0], 'label');
            return [
                ...(nameField !== '' && textOf(translation.root, 'nameFieldLabel') === ''
                    ? [`${translation.path}: nameFieldLabel is missing`]
                    : []),
                ...(childrenOf(translation.root, 'caseValues').length === 1
                    ? []
                    : [`${translation.path}: Japanese has one form of a noun`]),
                ...checkFields(project, object),
                ...checkSections(project, object, translation.root)
            ];
        })
    ];
}

function checkFields(project: Project, object: string): readonly Problem[] {
    const fields = fieldsOf(project, object);
    const translations = metadataFiles(project, 'fieldTranslation').filter(({ path }) => path.includes(`/${object}-ja/`));
    return [
        ...bothWays(
            `field ${object}.`,
            fields.map(({ name }) => name),
            translations.map(({ name }) => name)
        ),
        ...translations.flatMap(({ path, name, root }) => {
            const help = textOf(fields.find((field) => field.name === name)?.root, 'inlineHelpText');
            return [
                ...(textOf(root, 'name') === name ? [] : [`${path}: name is not that of the file`]),
                ...((help === '') === (textOf(root, 'help') === '') ? [] : [`${path}: has help in one language only`])
            ];
        })
    ];
}

function checkSections(project: Project, object: string, translation: XmlElement): readonly Problem[] {
    return metadataFiles(project, 'layout')
        .filter(({ name }) => name.startsWith(`${object}-`))
        .flatMap(({ name, root }) => {
            const layout = childrenOf(translation, 'layouts').find((it) => `${object}-${textOf(it, 'layout')}` === name);
            return bothWays(
                `section of ${name}`,
                childrenOf(root, 'layoutSections')
                    .filter((section) => textOf(section, 'customLabel') === 'true')
                    .map((section) => textOf(section, 'label')),
                childrenOf(layout, 'sections').map((section) => textOf(section, 'section'))
            );
        });
}
