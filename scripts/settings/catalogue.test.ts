import { beforeAll, describe, expect, it } from '@jest/globals';
import { badAddresses, badSettings } from './bad-settings';
import { catalogue, faultsOf, problemOf, shippedDefinition, type Definition } from './catalogue';
import { descriptions } from './descriptions';

let shipped: Definition;

beforeAll(async () => {
    shipped = await shippedDefinition();
});

const without = (key: string): Definition => Object.fromEntries(Object.entries(shipped).filter(([name]) => name !== key));

describe('the call center definition that is deployed', () => {
    it('has the items that the phone reads, with its defaults', () => {
        expect(faultsOf(shipped)).toEqual([]);
        expect(catalogue(shipped).map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(descriptions)));
    });

    it.each([
        [
            'loses an item',
            () => without('/denwaPbx/denwaPbxServer'),
            '/denwaPbx/denwaPbxServer is read by the phone, and not in the definition'
        ],
        [
            'has an item more',
            () => ({ ...shipped, '/denwaCalls/denwaVolume': '7' }),
            '/denwaCalls/denwaVolume is in the definition, and nothing reads it'
        ],
        [
            'has another default',
            () => ({ ...shipped, '/denwaCallLog/denwaWrapUpSeconds': '60' }),
            '/denwaCallLog/denwaWrapUpSeconds is 60 in the definition, and 30 by default'
        ],
        [
            'has a default that is wrong',
            () => ({ ...shipped, '/denwaPanel/denwaStatuses': 'away' }),
            '/denwaPanel/denwaStatuses is away in the definition, which the phone does not take'
        ],
        [
            'names a PBX that nobody has',
            () => ({ ...shipped, '/denwaPbx/denwaPbxServer': 'wss://pbx.example.com/ws' }),
            '/denwaPbx/denwaPbxServer stands for one PBX: only as - does the panel ask for it'
        ],
        [
            'has statuses',
            () => ({ ...shipped, '/denwaPanel/denwaStatuses': 'ready' }),
            'The definition as a whole does not mean the defaults'
        ],
        ['loses a label', () => without('/denwaPanel/denwaStatuses/label'), '/denwaPanel/denwaStatuses has no label'],
        [
            'has a label twice',
            () => ({ ...shipped, '/denwaPanel/denwaStatuses/label': shipped['/denwaPbx/denwaPbxDomain/label'] ?? '' }),
            '/denwaPanel/denwaStatuses has the label of another item'
        ]
    ])('is not let through when it %s', (_name, definition, fault) => {
        expect(faultsOf(definition())).toContain(fault);
    });
});

describe('the wrong values of the documentation', () => {
    it('are wrong, and of every item', () => {
        const bad = [...badAddresses, ...badSettings];
        expect(bad.filter((setting) => problemOf(shipped, setting) === undefined)).toEqual([]);
        expect(new Set(bad.map(({ key }) => key))).toEqual(new Set(Object.keys(descriptions)));
    });
});
