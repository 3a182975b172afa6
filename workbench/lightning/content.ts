import { recordName } from '../shared/records';
import { OrgError, type OrgClient } from './org-client';
import type { Route } from './routes';
import type { Content, PageState } from './state';

/** A route that fills the page; the others open a form over it. */
export type PageRoute = Exclude<Route, { page: 'new' | 'edit' }>;

/** What a page shows. A list keeps the filter that the person has set. */
export async function fetchContent(route: PageRoute, client: OrgClient, { content, texts }: PageState): Promise<Content> {
    try {
        switch (route.page) {
            case 'list': {
                const filter = content.kind === 'list' && content.objectType === route.objectType ? content.filter : '';
                return { kind: 'list', objectType: route.objectType, list: await client.list(route.objectType), filter };
            }
            case 'record':
                return { kind: 'record', page: await client.record(route.recordId) };
            case 'search':
                return { kind: 'search', text: route.text, list: await client.search(route.text) };
        }
    } catch (error) {
        const missing = error instanceof OrgError && error.status === 404;
        return { kind: 'message', message: missing ? texts.notFound : `${texts.failed} (${String(error)})` };
    }
}

/** A record that is shown has a tab. */
export function tabsWith(tabs: PageState['tabs'], content: Content): PageState['tabs'] {
    if (content.kind !== 'record') {
        return tabs;
    }
    const { record } = content.page;
    const tab = { recordId: record.id, objectType: record.objectType, name: recordName(record) };
    return tabs.some(({ recordId }) => recordId === record.id)
        ? tabs.map((known) => (known.recordId === record.id ? tab : known))
        : [...tabs, tab];
}
