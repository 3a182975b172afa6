import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { paths } from './paths';

/** Custom Labels by name in both languages. */
export interface LabelCatalogue {
    readonly english: ReadonlyMap<string, string>;
    readonly japanese: ReadonlyMap<string, string>;
}

interface LabelFiles {
    readonly CustomLabels?: { readonly labels?: readonly { readonly fullName: string; readonly value: string }[] };
    readonly Translations?: { readonly customLabels?: readonly { readonly name: string; readonly label: string }[] };
}

export function readLabels(): LabelCatalogue {
    return {
        english: byName((parse(paths.labels).CustomLabels?.labels ?? []).map(({ fullName, value }) => [fullName, value])),
        japanese: byName((parse(paths.japanese).Translations?.customLabels ?? []).map(({ name, label }) => [name, label]))
    };
}

function parse(file: string): LabelFiles {
    const parser = new XMLParser({ isArray: (name) => name === 'labels' || name === 'customLabels', parseTagValue: false });
    return parser.parse(readFileSync(file, 'utf8'), true) as LabelFiles;
}

function byName(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
    const labels = new Map(entries);
    if (labels.size !== entries.length) throw new Error('A label is defined twice');
    return labels;
}
