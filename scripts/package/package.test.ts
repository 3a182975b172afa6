import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import { parseCallCenter } from '../../workbench/server/call-center';
import { callCenterImport } from './call-center-import';
import { zip } from './zip';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('zip', () => {
    test('gives the same bytes in whatever order the files were found', () => {
        const one = zip(
            new Map([
                ['b/late.js', bytes('2')],
                ['a.js', bytes('1')]
            ])
        );
        const other = zip(
            new Map([
                ['a.js', bytes('1')],
                ['b/late.js', bytes('2')]
            ])
        );
        expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
        expect(Object.keys(unzipSync(one))).toEqual(['a.js', 'b/late.js']);
    });
});

interface Imported {
    readonly callCenter: {
        readonly section: readonly {
            readonly name: string;
            readonly sortOrder: string;
            readonly item: readonly {
                readonly name: string;
                readonly label: string;
                readonly sortOrder: string;
                readonly '#text': string;
            }[];
        }[];
    };
}

describe('callCenterImport', () => {
    const definition = readFileSync('force-app/main/default/callCenters/Denwa.callCenter-meta.xml', 'utf8');
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false });
    const { section } = (parser.parse(callCenterImport(definition, 'Denwa'), true) as Imported).callCenter;

    test('begins with the names that are no items in the Metadata API', () => {
        expect(section[0]?.name).toBe('reqGeneralInfo');
        expect(section[0]?.item.slice(0, 2).map((item) => [item.name, item['#text']])).toEqual([
            ['reqInternalName', 'Denwa'],
            ['reqDisplayName', 'Denwa']
        ]);
    });

    test('numbers sections and items in their order', () => {
        expect(section.map(({ sortOrder }) => Number(sortOrder))).toEqual(section.map((_section, index) => index));
        for (const { item } of section) {
            expect(item.map(({ sortOrder }) => Number(sortOrder))).toEqual(item.map((_item, index) => index));
        }
    });

    test('tells the phone the same settings as the deployed definition', () => {
        const { settings } = parseCallCenter(definition, 'Denwa.callCenter-meta.xml');
        for (const { name, item: items } of section) {
            for (const item of items) expect([item.name, item['#text']]).toEqual([item.name, settings[`/${name}/${item.name}`]]);
        }
    });

    test('keeps what XML would read as markup', () => {
        const hostile = definition.replace(
            /(<name>denwaPbxServer<\/name>\s*<value>)-(?=<)/,
            (_found, before: string) => `${before}wss://a.example/?a=1&amp;b=&lt;2`
        );
        expect(callCenterImport(hostile, 'Denwa')).toContain('>wss://a.example/?a=1&amp;b=&lt;2</item>');
    });
});
