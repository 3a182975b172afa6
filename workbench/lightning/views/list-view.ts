import { html, type TemplateResult } from 'lit';
import { schemas } from '../../shared/schema';
import type { Content, PageState } from '../state';
import type { Actions } from './actions';
import { textOf, type OrgRecord } from '../../shared/records';
import { objectIcon, utilityIcon } from './icon';
import { recordTable } from './record-table';

/** All records of one object, with a filter by text. */
export function listView(content: Extract<Content, { kind: 'list' }>, state: PageState, actions: Actions): TemplateResult {
    const { objectType, list, filter } = content;
    const { texts, org } = state;
    const schema = schemas[objectType];
    const wanted = filter.trim().toLowerCase();
    const shows = (record: OrgRecord): boolean =>
        schema.listFields.some((name) => (list.names[textOf(record, name)] ?? textOf(record, name)).toLowerCase().includes(wanted));
    const records = list.records.filter(shows);
    return html`<article class="slds-card list-view">
        <div class="slds-page-header slds-page-header_object-home">
            <div class="slds-page-header__row">
                <div class="slds-page-header__col-title">
                    <div class="slds-media">
                        <div class="slds-media__figure">${objectIcon(schema.icon)}</div>
                        <div class="slds-media__body">
                            <p class="slds-page-header__name-meta">${schema.pluralLabel[org.user.language]}</p>
                            <h1 class="slds-page-header__title">${texts.recentlyViewed}</h1>
                        </div>
                    </div>
                </div>
                <div class="slds-page-header__col-actions">
                    <button
                        class="slds-button slds-button_neutral"
                        @click=${() => actions.navigate({ page: 'new', objectType, defaults: {} })}
                    >
                        ${texts.newRecord}
                    </button>
                </div>
            </div>
            <div class="slds-page-header__row">
                <div class="slds-page-header__col-meta"><p class="slds-page-header__meta-text">${texts.items(records.length)}</p></div>
                <div class="slds-page-header__col-controls">
                    <div class="slds-form-element__control slds-input-has-icon slds-input-has-icon_left">
                        <span class="slds-icon_container slds-input__icon slds-input__icon_left">${utilityIcon('search')}</span>
                        <input
                            class="slds-input"
                            type="search"
                            aria-label=${texts.searchThisList}
                            placeholder=${texts.searchThisList}
                            .value=${filter}
                            @input=${(event: InputEvent) => actions.filterList((event.currentTarget as HTMLInputElement).value)}
                        />
                    </div>
                </div>
            </div>
        </div>
        <div class="table-scroller">${recordTable(objectType, records, list.names, state, actions)}</div>
    </article>`;
}
