import { itemsOf } from './references-apps';
import { metadataFiles, type Check, type MetadataFile, type Problem } from './project';
import { childrenOf, textOf, type XmlElement } from './xml';

/** What the types of a FlexiPage cannot see: each property of an item is a name, a kind and a text. */
const DECORATORS: Readonly<Record<string, RegExp>> = {
    eager: /^(true|false)$/,
    height: /^\d+$/,
    icon: /^[a-z_]+$/,
    label: /^.{1,80}$/,
    scrollable: /^(true|false)$/,
    width: /^\d+$/
};
const SOFTPHONE = 'opencti:softPhone';

export const checkUtilityBars: Check = (project) => [
    ...metadataFiles(project, 'flexipage').flatMap((bar) => [
        ...itemsOf(bar.root).flatMap((item) => checkDecorators(bar.path, item)),
        ...checkSoftphone(bar, callCenterSize(project))
    ])
];

function propertiesOf(item: XmlElement): ReadonlyMap<string, string> {
    return new Map(
        childrenOf(item, 'componentInstanceProperties').map((property) => [textOf(property, 'name'), textOf(property, 'value')])
    );
}

function checkDecorators(path: string, item: XmlElement): readonly Problem[] {
    const component = textOf(item, 'componentName');
    const properties = propertiesOf(item);
    return [
        ...Object.entries(DECORATORS).flatMap(([name, allowed]) => {
            const value = properties.get(name);
            if (value === undefined) return [`${path}: ${component} has no ${name}`];
            return allowed.test(value) ? [] : [`${path}: ${component} cannot have the ${name} '${value}'`];
        }),
        ...childrenOf(item, 'componentInstanceProperties')
            .filter((property) => Object.hasOwn(DECORATORS, textOf(property, 'name')) && textOf(property, 'type') !== 'decorator')
            .map((property) => `${path}: ${component}: ${textOf(property, 'name')} is not of the type decorator`),
        ...(textOf(item, 'identifier') === '' ? [`${path}: ${component} has no identifier`] : [])
    ];
}

/** Width and height of the softphone as the call center has them. */
function callCenterSize(project: Parameters<Check>[0]): ReadonlyMap<string, string> {
    const items = metadataFiles(project, 'callCenter')
        .flatMap(({ root }) => childrenOf(root, 'sections'))
        .flatMap((section) => childrenOf(section, 'items'));
    const value = (name: string) =>
        textOf(
            items.find((item) => textOf(item, 'name') === name),
            'value'
        );
    return new Map([
        ['width', value('reqSoftphoneWidth')],
        ['height', value('reqSoftphoneHeight')]
    ]);
}

/** Without `eager` nobody can be called until the agent has opened the panel. */
function checkSoftphone({ path, root }: MetadataFile, size: ReadonlyMap<string, string>): readonly Problem[] {
    const phones = itemsOf(root).filter((item) => textOf(item, 'componentName') === SOFTPHONE);
    if (phones.length !== 1 || !phones[0]) return [`${path}: holds ${phones.length} softphones instead of one`];
    const properties = propertiesOf(phones[0]);
    return [
        ...(properties.get('eager') === 'true' ? [] : [`${path}: the softphone does not start automatically (eager)`]),
        ...[...size].flatMap(([name, value]) =>
            properties.get(name) === value ? [] : [`${path}: the softphone's ${name} is not the ${value} of the call center`]
        )
    ];
}
