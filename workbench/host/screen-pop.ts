import { SCREENPOP_TYPE } from '../shared/open-cti';
import type { DefaultFieldValues } from '../shared/org-api';
import type { FieldValue } from '../shared/schema';
import { invalidParameter } from './api-failure';
import type { Arguments } from './arguments';
import type { FlowArgument, ScreenPop } from './org-page';

/** Global search needs this many characters. */
export const MIN_SEARCH_LENGTH = 3;

/** Reads the arguments of `screenPop`. */
export function readScreenPop(args: Arguments): ScreenPop {
    const type = args.oneOf('type', Object.values(SCREENPOP_TYPE));
    const params = args.nested('params');
    switch (type) {
        case 'sobject':
            return { type, recordId: params.text('recordId') };
        case 'url': {
            const url = params.text('url');
            // Only pages of the org can be popped, so no scheme and no other host.
            if (!/^\/(?!\/)/.test(url)) {
                throw invalidParameter('params.url', 'relative URL', url);
            }
            return { type, url };
        }
        case 'objecthome':
            return { type, scope: params.text('scope') };
        case 'list':
            return { type, listViewId: params.text('listViewId'), scope: params.text('scope') };
        case 'search':
            return { type, searchString: params.text('searchString', MIN_SEARCH_LENGTH) };
        case 'newRecord':
            return {
                type,
                entityName: params.text('entityName'),
                // Documented inside of params, and beside it since later versions.
                defaultFieldValues: { ...readDefaults(args), ...readDefaults(params) }
            };
        case 'flow':
            return { type, flowDevName: params.text('flowDevName'), flowArgs: readFlowArguments(params) };
    }
}

export function readDefaults(args: Arguments): DefaultFieldValues {
    if (!args.has('defaultFieldValues')) {
        return {};
    }
    const values = args.object('defaultFieldValues');
    return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, FieldValue] => typeof entry[1] !== 'object'));
}

export function readFlowArguments(args: Arguments): readonly FlowArgument[] {
    const given = args.raw('flowArgs') ?? [];
    if (!Array.isArray(given) || !given.every(isFlowArgument)) {
        throw invalidParameter('flowArgs', 'list of {name, type, value}', given);
    }
    return given;
}

function isFlowArgument(value: unknown): value is FlowArgument {
    return typeof (value as { name?: unknown } | null)?.name === 'string';
}
