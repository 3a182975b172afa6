import { isDeepStrictEqual } from 'node:util';
import { NONE } from '../../src/adapter/items';
import { defaultSettings, readSettings } from '../../src/adapter/settings';
import type { SettingProblem, SettingTakes } from '../../src/telephony/setting-problem';
import { readCallCenter } from '../../workbench/server/call-center';
import { descriptions, type Description } from './descriptions';

/** One item of the call center definition: what the phone says of it, what the definition says, and what people should know. */
export interface Setting {
    readonly key: string;
    readonly name: string;
    readonly section: string;
    readonly label: string;
    readonly initial: string;
    readonly takes: SettingTakes;
    readonly description: Description;
}

/** The flat map of `getCallCenterSettings`. */
export type Definition = Readonly<Record<string, string>>;

/** The definition that is deployed. */
export async function shippedDefinition(): Promise<Definition> {
    return (await readCallCenter('force-app/main/default/callCenters/Denwa.callCenter-meta.xml', {})).settings;
}

/** No item takes it. */
const WRONG = '<'.repeat(300);

class WrongEverywhere extends Map<string, string> {
    override get(): string {
        return WRONG;
    }
}

/** What the phone reads: of a definition in which everything is wrong it tells every item, what that takes, and what stands in for it. */
function itemsRead() {
    return readSettings(new WrongEverywhere()).problems;
}

/** Every item, in the order of the definition, which has to agree with the phone (`faultsOf`). */
export function catalogue(definition: Definition): readonly Setting[] {
    const read = new Map(itemsRead().map((problem) => [problem.key, problem.takes]));
    return itemsOf(definition).map((key) => {
        const takes = read.get(key);
        const description = descriptions[key];
        if (!takes || !description) throw new Error(faultsOf(definition).join('\n'));
        const [, section = '', name = ''] = key.split('/');
        const sectionLabel = definition[`/${section}/label`] ?? '';
        return {
            key,
            name,
            section: sectionLabel,
            label: definition[`${key}/label`] ?? '',
            initial: definition[key] ?? '',
            takes,
            description
        };
    });
}

/** What the phone says of an item with this value; undefined: it takes it. */
export function problemOf(
    definition: Definition,
    { key, value }: { readonly key: string; readonly value: string }
): SettingProblem | undefined {
    return readSettings(new Map(Object.entries({ ...definition, [key]: value }))).problems.find((problem) => problem.key === key);
}

/** Where definition, phone and descriptions do not agree; empty where they do. */
export function faultsOf(definition: Definition): readonly string[] {
    const shipped = itemsOf(definition);
    const read = itemsRead();
    const { problems, settings } = readSettings(new Map(Object.entries(definition)));
    const labels = shipped.map((key) => definition[`${key}/label`] ?? '');
    return [
        ...missing(read, shipped).map((key) => `${key} is read by the phone, and not in the definition`),
        ...shipped
            .filter((key) => !read.some((item) => item.key === key))
            .map((key) => `${key} is in the definition, and nothing reads it`),
        ...missing(read, Object.keys(descriptions)).map((key) => `${key} has no description`),
        ...Object.keys(descriptions)
            .filter((key) => !read.some((item) => item.key === key))
            .map((key) => `${key} is described, and nothing reads it`),
        ...problems
            .filter(({ takes }) => takes.form !== 'address')
            .map(({ key, value }) => `${key} is ${value} in the definition, which the phone does not take`),
        ...read
            .filter(({ key, takes }) => takes.form === 'address' && shipped.includes(key) && definition[key] !== NONE)
            .map(({ key }) => `${key} stands for one PBX: only as ${NONE} does the panel ask for it`),
        ...read
            .filter(({ key, standIn }) => standIn !== null && shipped.includes(key) && definition[key] !== standIn)
            .map(({ key, standIn }) => `${key} is ${definition[key] ?? ''} in the definition, and ${standIn ?? ''} by default`),
        ...(isDeepStrictEqual(settings, defaultSettings) ? [] : ['The definition as a whole does not mean the defaults']),
        ...shipped.filter((_key, index) => labels[index] === '').map((key) => `${key} has no label`),
        ...shipped
            .filter((_key, index) => labels.indexOf(labels[index] ?? '') !== index)
            .map((key) => `${key} has the label of another item`)
    ];
}

function missing(read: ReturnType<typeof itemsRead>, keys: readonly string[]): readonly string[] {
    return read.map(({ key }) => key).filter((key) => !keys.includes(key));
}

/** Those of Denwa; section reqGeneralInfo is the platform's. */
function itemsOf(definition: Definition): readonly string[] {
    return Object.keys(definition).filter((key) => /^\/denwa\w+\/(?!label$)\w+$/.test(key));
}
