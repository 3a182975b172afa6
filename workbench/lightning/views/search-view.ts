import { html, type TemplateResult } from 'lit';
import { schemas, tabObjects } from '../../shared/schema';
import type { Content, PageState } from '../state';
import type { Actions } from './actions';
import { objectIcon } from './icon';
import { recordTable } from './record-table';

/** The results of a global search, object by object. */
export function searchView({ text, list }: Extract<Content, { kind: 'search' }>, state: PageState, actions: Actions): TemplateResult {
    const { texts, org } = state;
    const groups = tabObjects
        .map((objectType) => ({ objectType, records: list.records.filter((record) => record.objectType === objectType) }))
        .filter(({ records }) => records.length > 0);
    return html`<section class="search-view" aria-label=${texts.resultsFor(text)}>
        <h1 class="slds-text-heading_medium slds-p-around_medium">${texts.resultsFor(text)}</h1>
        ${groups.length === 0 ? html`<p class="slds-p-horizontal_medium">${texts.noResults}</p>` : ''}
        ${groups.map(({ objectType, records }) => {
            const schema = schemas[objectType];
            return html`<article class="slds-card">
                <div class="slds-card__header slds-media slds-media_center">
                    <div class="slds-media__figure">${objectIcon(schema.icon, 'small')}</div>
                    <h2 class="slds-media__body slds-card__header-title">${schema.pluralLabel[org.user.language]} (${records.length})</h2>
                </div>
                ${recordTable(objectType, records, list.names, state, actions)}
            </article>`;
        })}
    </section>`;
}
