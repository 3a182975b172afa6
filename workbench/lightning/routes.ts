import type { DefaultFieldValues } from '../shared/org-api';
import { isObjectName, objectOfId, type ObjectName } from '../shared/schema';

/** The pages of the app, by URL. */
export type Route =
    | { readonly page: 'list'; readonly objectType: ObjectName }
    | { readonly page: 'record'; readonly objectType: ObjectName; readonly recordId: string }
    /** The form that changes a record, which opens over its page. */
    | { readonly page: 'edit'; readonly objectType: ObjectName; readonly recordId: string }
    /** The new-record form, which opens over the page before it. */
    | { readonly page: 'new'; readonly objectType: ObjectName; readonly defaults: DefaultFieldValues }
    | { readonly page: 'search'; readonly text: string };

export const homeRoute: Route = { page: 'list', objectType: 'Contact' };

/** The route of a path with its query string, or undefined when the app has no such page. */
export function parseRoute(path: string): Route | undefined {
    const url = new URL(path, 'https://org.invalid');
    const [root, kind, second = '', third, fourth] = url.pathname.split('/').filter(Boolean);
    if (root !== 'lightning') {
        return recordRoute(root ?? '');
    }
    switch (kind) {
        case 'o':
            return isObjectName(second) ? objectRoute(second, third, url.searchParams) : undefined;
        case 'r':
            // The object may be left out.
            return recordPageRoute(...(second.length >= 15 ? ([second, third] as const) : ([third, fourth] as const)));
        case 'search':
            return { page: 'search', text: url.searchParams.get('text') ?? '' };
        default:
            return undefined;
    }
}

function recordPageRoute(recordId = '', action = 'view'): Route | undefined {
    const route = recordRoute(recordId);
    switch (action) {
        case 'view':
            return route;
        case 'edit':
            return route && { ...route, page: 'edit' };
        default:
            return undefined;
    }
}

function objectRoute(objectType: ObjectName, action: string | undefined, query: URLSearchParams): Route | undefined {
    switch (action) {
        case undefined:
        case 'home':
        case 'list':
            return { page: 'list', objectType };
        case 'new':
            return { page: 'new', objectType, defaults: parseDefaults(query.get('defaultFieldValues') ?? '') };
        default:
            return undefined;
    }
}

export function recordRoute(recordId: string): Extract<Route, { page: 'record' }> | undefined {
    const objectType = objectOfId(recordId);
    return objectType && /^\w{15}(?:\w{3})?$/.test(recordId) ? { page: 'record', objectType, recordId } : undefined;
}

export function formatRoute(route: Route): string {
    switch (route.page) {
        case 'list':
            return `/lightning/o/${route.objectType}/list`;
        case 'record':
            return `/lightning/r/${route.objectType}/${route.recordId}/view`;
        case 'edit':
            return `/lightning/r/${route.objectType}/${route.recordId}/edit`;
        case 'new':
            return `/lightning/o/${route.objectType}/new${formatDefaults(route.defaults)}`;
        case 'search':
            return `/lightning/search?${new URLSearchParams({ text: route.text }).toString()}`;
    }
}

/** `Phone=03%2D…,LastName=…`, each value encoded once more. Source: Lightning "encodeDefaultFieldValues". */
function parseDefaults(encoded: string): DefaultFieldValues {
    return Object.fromEntries(
        encoded
            .split(',')
            .map((pair) => pair.split('='))
            .flatMap(([name, value]) => (name && value !== undefined ? [[name, decodeURIComponent(value)] as const] : []))
    );
}

function formatDefaults(defaults: DefaultFieldValues): string {
    const encoded = Object.entries(defaults).map(([name, value]) => `${name}=${encodeURIComponent(String(value ?? ''))}`);
    return encoded.length > 0 ? `?${new URLSearchParams({ defaultFieldValues: encoded.join(',') }).toString()}` : '';
}
