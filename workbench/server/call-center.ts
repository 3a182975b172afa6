import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** A call center definition: its flat settings map as `getCallCenterSettings` returns it, and what the container needs from it. */
export interface CallCenter {
    readonly settings: Readonly<Record<string, string>>;
    readonly adapterUrl: string;
    /** Pixels. */
    readonly width: number;
    readonly height: number;
    readonly displayName: string;
}

interface Item {
    readonly name: string;
    readonly label: string;
    readonly value: string;
}

interface Definition {
    readonly adapterUrl?: string;
    readonly displayName?: string;
    readonly displayNameLabel?: string;
    readonly internalNameLabel?: string;
    readonly sections?: readonly { readonly name: string; readonly label: string; readonly items?: readonly Item[] }[];
}

const GENERAL = '/reqGeneralInfo';

/** Reads a `.callCenter-meta.xml` file (metadata type CallCenter). Throws an error that names the file and the setting when it cannot be used. */
export async function readCallCenter(file: string, overrides: Readonly<Record<string, string>>): Promise<CallCenter> {
    return parseCallCenter(await readFile(file, 'utf8'), basename(file), overrides);
}

export function parseCallCenter(xml: string, fileName: string, overrides: Readonly<Record<string, string>> = {}): CallCenter {
    const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'sections' || name === 'items' });
    const document = parser.parse(xml) as { readonly CallCenter?: Definition };
    const definition = document.CallCenter;
    if (!definition) {
        throw new Error(`${fileName} is not a call center definition: its root is not CallCenter.`);
    }
    const settings = flatten(definition, fileName.split('.')[0] ?? fileName);
    for (const key of Object.keys(overrides)) {
        if (!Object.hasOwn(settings, key)) {
            throw new Error(`${fileName} has no setting ${key} to override.`);
        }
    }
    const effective = { ...settings, ...overrides };
    const adapterUrl = effective[`${GENERAL}/reqAdapterUrl`];
    if (!adapterUrl) {
        throw new Error(`${fileName} has no reqAdapterUrl.`);
    }
    return {
        settings: effective,
        adapterUrl,
        width: pixels(effective, 'reqSoftphoneWidth', fileName),
        height: pixels(effective, 'reqSoftphoneHeight', fileName),
        displayName: definition.displayName ?? fileName
    };
}

function flatten(definition: Definition, internalName: string): Record<string, string> {
    const settings: Record<string, string> = {
        '/displayNameLabel': definition.displayNameLabel ?? 'Display Name',
        '/internalNameLabel': definition.internalNameLabel ?? 'Internal Name',
        [`${GENERAL}/reqInternalName`]: internalName,
        [`${GENERAL}/reqDisplayName`]: definition.displayName ?? internalName,
        ...(definition.adapterUrl && { [`${GENERAL}/reqAdapterUrl`]: definition.adapterUrl })
    };
    for (const section of definition.sections ?? []) {
        settings[`/${section.name}/label`] = section.label;
        for (const [index, item] of (section.items ?? []).entries()) {
            const key = `/${section.name}/${item.name}`;
            settings[key] = item.value ?? '';
            settings[`${key}/label`] = item.label;
            settings[`${key}/sortOrder`] = String(index);
        }
    }
    return settings;
}

function pixels(settings: Readonly<Record<string, string>>, name: string, fileName: string): number {
    const value = Number(settings[`${GENERAL}/${name}`]);
    if (!Number.isInteger(value) || value <= 0) {
        throw new Error(`${fileName}: ${name} must be a number of pixels.`);
    }
    return value;
}
