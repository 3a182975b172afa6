import { metadataFiles, type Check, type Problem } from './project';
import { childrenOf, textOf, type XmlElement } from './xml';

/**
 * Call center definitions (Open CTI Developer Guide, "Call Center Definition Files"; Metadata API, CallCenter): the names that the platform
 * wants, their ranges, and that the two places where the settings stand say the same.
 */
const GENERAL = 'reqGeneralInfo';
const REQUIRED: Readonly<Record<string, (value: string) => boolean>> = {
    reqAdapterUrl: (value) => /^(\/apex\/\w+|https:\/\/\S+)$/.test(value),
    reqUseApi: (value) => value === 'true',
    reqSoftphoneHeight: (value) => within(value, 240, 2560),
    reqSoftphoneWidth: (value) => within(value, 200, 1920),
    reqSalesforceCompatibilityMode: (value) => value === 'Lightning'
};
/** Properties of the component in the Metadata API; items only in the import form. */
const NEVER_ITEMS = ['reqInternalName', 'reqDisplayName'];
const OWN_NAME = /^denwa[A-Z]\w*$/;
const LONGEST_LABEL = 255;

function within(value: string, least: number, most: number): boolean {
    return /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
}

export const checkCallCenter: Check = (project) =>
    metadataFiles(project, 'callCenter').flatMap(({ path, name, root }) =>
        [...checkName(name), ...checkGeneral(root), ...checkOwn(root)].map((problem) => `${path}: ${problem}`)
    );

function checkName(name: string): readonly Problem[] {
    return /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name) ? [] : [`the internal name ${name} is not up to 40 letters and digits`];
}

function itemsOf(section: XmlElement | undefined): ReadonlyMap<string, string> {
    return new Map(childrenOf(section, 'items').map((item) => [textOf(item, 'name'), textOf(item, 'value')]));
}

function checkGeneral(root: XmlElement): readonly Problem[] {
    const items = itemsOf(childrenOf(root, 'sections').find((section) => textOf(section, 'name') === GENERAL));
    return [
        ...Object.entries(REQUIRED).flatMap(([name, allowed]) => {
            const value = items.get(name);
            if (value === undefined) return [`${GENERAL} has no ${name}`];
            return allowed(value) ? [] : [`${name} cannot be '${value}'`];
        }),
        ...NEVER_ITEMS.filter((name) => items.has(name)).map((name) => `${name} is no item in the Metadata API`),
        ...(items.get('reqAdapterUrl') === textOf(root, 'adapterUrl') ? [] : ['adapterUrl and reqAdapterUrl differ']),
        ...checkCustomSettings(textOf(root, 'customSettings'), items)
    ];
}

function checkCustomSettings(text: string, items: ReadonlyMap<string, string>): readonly Problem[] {
    let settings: Readonly<Record<string, unknown>>;
    try {
        settings = JSON.parse(text) as Readonly<Record<string, unknown>>;
    } catch {
        return ['customSettings is no JSON'];
    }
    const inItems = [...items.keys()].filter((name) => name !== 'reqAdapterUrl');
    return [
        ...Object.entries(settings).flatMap(([name, value]) =>
            value === items.get(name) ? [] : [`customSettings has ${name} '${String(value)}', the items '${items.get(name) ?? ''}'`]
        ),
        ...inItems.filter((name) => !Object.hasOwn(settings, name)).map((name) => `customSettings has no ${name}`)
    ];
}

/** Sections and items of one's own: getCallCenterSettings tells them apart by their names only. */
function checkOwn(root: XmlElement): readonly Problem[] {
    const sections = childrenOf(root, 'sections').filter((section) => textOf(section, 'name') !== GENERAL);
    const items = sections.flatMap((section) => childrenOf(section, 'items'));
    const all = [...sections, ...items];
    const names = all.map((element) => textOf(element, 'name'));
    return [
        ...names.filter((name) => !OWN_NAME.test(name)).map((name) => `${name} does not begin with denwa and a capital`),
        ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} stands here twice`),
        ...all.filter((element) => textOf(element, 'label') === '').map((element) => `${textOf(element, 'name')} has no label`),
        ...all
            .filter((element) => textOf(element, 'label').length > LONGEST_LABEL)
            .map((element) => `the label of ${textOf(element, 'name')} is longer than ${LONGEST_LABEL} characters`),
        // Setup keeps no item without a value: a dash stands for nothing.
        ...items.filter((item) => textOf(item, 'value') === '').map((item) => `${textOf(item, 'name')} has no value`)
    ];
}
