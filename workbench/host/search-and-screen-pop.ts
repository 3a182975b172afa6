import { CALL_TYPE, type CallType } from '../shared/open-cti';
import { isPerson, recordName, type OrgRecord } from '../shared/records';
import type { Arguments } from './arguments';
import type { MatchKind, OrgPage, ScreenPop, SoftphoneLayoutSection } from './org-page';
import { MIN_SEARCH_LENGTH, readDefaults, readFlowArguments } from './screen-pop';

/**
 * Searches the objects of the softphone layout and pops what the layout says. Returns the found records by id, and with `deferred` the pop
 * itself as `SCREEN_POP_DATA`, to be handed to `screenPop` later.
 */
export async function searchAndScreenPop(args: Arguments, page: OrgPage): Promise<Readonly<Record<string, unknown>>> {
    const searchText = args.text('searchParams', MIN_SEARCH_LENGTH);
    const callType = args.oneOf<CallType>('callType', Object.values(CALL_TYPE));
    const deferred = args.has('deferred') && args.boolean('deferred');
    const section = layoutSection(page, callType);
    const found = await page.search(searchText, Object.keys(section.objects));
    const pop = popFor(section, found, searchText, args);
    const result = Object.fromEntries(found.map((record) => [record.id, resultOf(record, section)]));
    if (deferred) {
        return pop ? { ...result, SCREEN_POP_DATA: toScreenPopArguments(pop) } : result;
    }
    if (pop) {
        await page.screenPop(pop);
    }
    return result;
}

function layoutSection(page: OrgPage, callType: CallType): SoftphoneLayoutSection {
    const layout = page.softphoneLayout();
    switch (callType) {
        case 'inbound':
            return layout.Inbound;
        case 'outbound':
            return layout.Outbound;
        case 'internal':
            return layout.Internal;
    }
}

function popFor(section: SoftphoneLayoutSection, found: readonly OrgRecord[], searchText: string, args: Arguments): ScreenPop | undefined {
    const kind: MatchKind = found.length === 0 ? 'NoMatch' : found.length === 1 ? 'SingleMatch' : 'MultipleMatches';
    const rule = section.screenPopSettings[kind];
    const [first] = found;
    switch (rule?.screenPopType) {
        case undefined:
        case 'DoNotPop':
            return undefined;
        case 'PopToSearch':
            return { type: 'search', searchString: searchText };
        case 'PopToEntity':
            return first && kind === 'SingleMatch'
                ? { type: 'sobject', recordId: first.id }
                : { type: 'newRecord', entityName: rule.screenPopData ?? 'Contact', defaultFieldValues: readDefaults(args) };
        case 'PopToVisualforce':
            return { type: 'url', url: `/apex/${rule.screenPopData ?? ''}?${queryOf(args.raw('queryParams'))}` };
        case 'PopToFlow':
            return { type: 'flow', flowDevName: rule.screenPopData ?? '', flowArgs: flowArguments(args) };
    }
}

function flowArguments(args: Arguments): ReturnType<typeof readFlowArguments> {
    return args.has('params') && args.nested('params').has('FLOW') ? readFlowArguments(args.nested('params').nested('FLOW')) : [];
}

/** Text is taken as it is; an object becomes a query string. */
function queryOf(queryParams: unknown): string {
    if (typeof queryParams === 'object' && queryParams !== null) {
        return new URLSearchParams(Object.entries(queryParams).map(([name, value]) => [name, String(value)])).toString();
    }
    return typeof queryParams === 'string' ? queryParams : '';
}

function resultOf(record: OrgRecord, section: SoftphoneLayoutSection): Readonly<Record<string, unknown>> {
    const shown = section.objects[record.objectType] ?? [];
    return {
        Id: record.id,
        Name: recordName(record),
        RecordType: record.objectType,
        LastModifiedDate: record.fields['LastModifiedDate'],
        ...(isPerson(record) && { IsPersonAccount: true, PersonContactId: record.fields['PersonContactId'] }),
        ...Object.fromEntries(shown.map(({ apiName }) => [apiName, record.fields[apiName] ?? null]))
    };
}

function toScreenPopArguments({ type, ...params }: ScreenPop): Readonly<Record<string, unknown>> {
    return { type, params };
}
