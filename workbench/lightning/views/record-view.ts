import { html, nothing, type TemplateResult } from 'lit';
import { isPerson, textOf, type OrgRecord } from '../../shared/records';
import { fieldsOf, findField, schemas } from '../../shared/schema';
import type { Content, PageState } from '../state';
import type { Actions } from './actions';
import { activityTimeline } from './activity-timeline';
import { fieldValue, nameOf } from './field-value';
import { buttonIcon, objectIcon } from './icon';
import { recordTable } from './record-table';

/** A record: highlights, details, related records and what happened with it. */
export function recordView({ page }: Extract<Content, { kind: 'record' }>, state: PageState, actions: Actions): TemplateResult {
    const { record, names, related } = page;
    const { texts } = state;
    return html`<div class="record-view">
        ${highlights(record, names, state, actions)}
        <div class="record-columns">
            <div>
                <article class="slds-card" aria-label=${texts.details}>
                    <div class="slds-card__header"><h2 class="slds-card__header-title">${texts.details}</h2></div>
                    <div class="slds-card__body slds-card__body_inner">${details(record, names, state, actions)}</div>
                </article>
                ${related.map(
                    ({ objectType, records }) =>
                        html`<article class="slds-card" aria-label=${schemas[objectType].pluralLabel[state.org.user.language]}>
                            <div class="slds-card__header slds-media slds-media_center">
                                <div class="slds-media__figure">${objectIcon(schemas[objectType].icon, 'small')}</div>
                                <h2 class="slds-media__body slds-card__header-title">
                                    ${schemas[objectType].pluralLabel[state.org.user.language]} (${records.length})
                                </h2>
                            </div>
                            ${records.length > 0 ? recordTable(objectType, records, names, state, actions) : nothing}
                        </article>`
                )}
            </div>
            ${activityTimeline(page, state, actions)}
        </div>
    </div>`;
}

function highlights(record: OrgRecord, names: Readonly<Record<string, string>>, state: PageState, actions: Actions): TemplateResult {
    const { objectType, id: recordId } = record;
    const schema = schemas[objectType];
    const { language } = state.org.user;
    return html`<div class="slds-page-header slds-page-header_record-home">
        <div class="slds-page-header__row">
            <div class="slds-page-header__col-title">
                <div class="slds-media">
                    <div class="slds-media__figure">${objectIcon(schema.icon)}</div>
                    <div class="slds-media__body">
                        <p class="slds-page-header__name-meta">${schema.label[language]}</p>
                        <h1 class="slds-page-header__title slds-truncate">${nameOf(record)}</h1>
                    </div>
                </div>
            </div>
            <div class="slds-page-header__col-actions">
                <button class="slds-button slds-button_neutral" @click=${() => actions.navigate({ page: 'edit', objectType, recordId })}>
                    ${state.texts.edit}
                </button>
                <button class="slds-button slds-button_neutral" @click=${actions.refresh}>
                    ${buttonIcon('refresh', 'left')}${state.texts.refresh}
                </button>
            </div>
        </div>
        <dl class="slds-page-header__row slds-page-header__detail-row">
            ${schema.highlightFields.map(
                (name) =>
                    html`<div class="slds-page-header__detail-block">
                        <dt class="slds-text-title slds-truncate">${findField(record.objectType, name)?.label[language]}</dt>
                        <dd class="slds-truncate">${fieldValue(record, name, names, state, actions)}</dd>
                    </div>`
            )}
        </dl>
    </div>`;
}

function details(record: OrgRecord, names: Readonly<Record<string, string>>, state: PageState, actions: Actions): TemplateResult {
    const { language } = state.org.user;
    return html`<dl class="record-details">
        ${fieldsOf(record.objectType, isPerson(record)).map(
            (field) =>
                html`<div class="slds-form-element slds-form-element_readonly">
                    <dt class="slds-form-element__label">${field.label[language]}</dt>
                    <dd class="slds-form-element__control">
                        <div class="slds-form-element__static" data-field=${field.name}>
                            ${textOf(record, field.name) === '' ? html`&nbsp;` : fieldValue(record, field.name, names, state, actions)}
                        </div>
                    </dd>
                </div>`
        )}
    </dl>`;
}
