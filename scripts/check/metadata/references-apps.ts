import { metadataFiles, names, unknown, type Problem, type Project } from './project';
import { childrenOf, textOf, textsOf, type XmlElement } from './xml';

/** Tabs of objects that every edition with Open CTI has. */
const STANDARD_TABS = ['home', 'Contact', 'Account', 'Lead', 'Case', 'Task', 'Opportunity', 'report', 'Dashboard'].map(
    (name) => `standard-${name}`
);
/** Components of the platform that an utility bar of this project may hold. */
const PLATFORM_COMPONENTS = ['opencti:softPhone'];
/** Targets of the LWC Developer Guide's "XML Configuration File Elements" that this project uses. */
const TARGETS = ['lightning__UtilityBar', 'lightning__AppPage', 'lightning__RecordPage', 'lightning__HomePage'];
const TEMPLATE = 'one:utilityBarTemplateDesktop';

export function checkApplications(project: Project): readonly Problem[] {
    const bars = new Set(
        metadataFiles(project, 'flexipage')
            .filter(({ root }) => textOf(root, 'type') === 'UtilityBar')
            .map(({ name }) => name)
    );
    const knownTabs = new Set([...STANDARD_TABS, ...names(project, 'tab')]);
    return metadataFiles(project, 'app').flatMap(({ path, root }) => {
        const tabs = textsOf(root, 'tabs');
        const mapped = childrenOf(root, 'workspaceConfig').flatMap((config) =>
            childrenOf(config, 'mappings').map((it) => textOf(it, 'tab'))
        );
        const console = textOf(root, 'navType') === 'Console';
        return [
            ...unknown([textOf(root, 'utilityBar')], bars, (name) => `${path}: there is no utility bar ${name}`),
            ...unknown(tabs, knownTabs, (tab) => `${path}: there is no tab ${tab}`),
            ...unknown(mapped, new Set(tabs), (tab) => `${path}: workspaceConfig names ${tab}, which is no tab of the app`),
            ...(console ? unknown(tabs, new Set(mapped), (tab) => `${path}: workspaceConfig says nothing of the tab ${tab}`) : [])
        ];
    });
}

export function checkFlexiPages(project: Project): readonly Problem[] {
    const bundles = metadataFiles(project, 'js');
    const exposed = new Set(
        bundles
            .filter(({ root }) => textOf(root, 'isExposed') === 'true' && targetsOf(root).includes('lightning__UtilityBar'))
            .map(({ name }) => name)
    );
    const usedBars = new Set(metadataFiles(project, 'app').map(({ root }) => textOf(root, 'utilityBar')));
    return [
        ...metadataFiles(project, 'flexipage').flatMap(({ path, name, root }) => [
            ...unknown(
                itemsOf(root).map((item) => textOf(item, 'componentName')),
                new Set([...PLATFORM_COMPONENTS, ...exposed]),
                (component) => `${path}: ${component} is no component that a utility bar may hold`
            ),
            ...(textsOf(childrenOf(root, 'template')[0], 'name').includes(TEMPLATE) ? [] : [`${path}: the template is not ${TEMPLATE}`]),
            ...(usedBars.has(name) ? [] : [`${path}: no app has this utility bar`])
        ]),
        ...bundles.flatMap(({ path, root }) => checkTargets(path, root))
    ];
}

/** The components in all regions of a page. */
export function itemsOf(page: XmlElement): readonly XmlElement[] {
    return childrenOf(page, 'flexiPageRegions')
        .flatMap((region) => childrenOf(region, 'itemInstances'))
        .flatMap((item) => childrenOf(item, 'componentInstance'));
}

function targetsOf(bundle: XmlElement): readonly string[] {
    return childrenOf(bundle, 'targets').flatMap((targets) => textsOf(targets, 'target'));
}

function checkTargets(path: string, bundle: XmlElement): readonly Problem[] {
    const targets = targetsOf(bundle);
    const exposed = textOf(bundle, 'isExposed') === 'true';
    return [
        ...unknown(targets, new Set(TARGETS), (target) => `${path}: ${target} is no target`),
        ...(exposed && targets.length === 0 ? [`${path}: is exposed, but to nothing: it has no target`] : []),
        ...(!exposed && targets.length > 0 ? [`${path}: has targets, but isExposed is not true`] : []),
        ...(exposed && textOf(bundle, 'masterLabel') === '' ? [`${path}: App Builder shows masterLabel, which is missing`] : [])
    ];
}
