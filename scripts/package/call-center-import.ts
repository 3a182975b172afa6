import { XMLBuilder, XMLParser } from 'fast-xml-parser';

interface Item {
    readonly name: string;
    readonly label: string;
    readonly value: string;
}

interface Section {
    readonly name: string;
    readonly label: string;
    readonly items: readonly Item[];
}

interface Definition {
    readonly displayName: string;
    readonly displayNameLabel: string;
    readonly internalNameLabel: string;
    readonly sections: readonly Section[];
}

/**
 * The file that Setup → Call Centers → Import takes, made from the Metadata API's form of the same definition. There the two names are
 * properties of the component; here they are the first items of the section `reqGeneralInfo` (Open CTI Developer Guide, Call Center
 * Definition Files).
 */
export function callCenterImport(metadataXml: string, internalName: string): string {
    const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'sections' || name === 'items' });
    const { CallCenter: definition } = parser.parse(metadataXml, true) as { readonly CallCenter: Definition };
    const names: readonly Item[] = [
        { name: 'reqInternalName', label: definition.internalNameLabel, value: internalName },
        { name: 'reqDisplayName', label: definition.displayNameLabel, value: definition.displayName }
    ];
    const section = definition.sections.map(({ name, label, items }, sortOrder) => ({
        '@sortOrder': sortOrder,
        '@name': name,
        '@label': label,
        item: [...(name === 'reqGeneralInfo' ? names : []), ...items].map((item, order) => ({
            '@sortOrder': order,
            '@name': item.name,
            '@label': item.label,
            '#text': item.value
        }))
    }));
    const builder = new XMLBuilder({ format: true, indentBy: '    ', ignoreAttributes: false, attributeNamePrefix: '@' });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ callCenter: { section } })}`;
}
