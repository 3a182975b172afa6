import { html, nothing, type TemplateResult } from 'lit';
import type { RecordPage } from '../../shared/org-api';
import { textOf, type OrgRecord } from '../../shared/records';
import type { PageState } from '../state';
import type { Actions } from './actions';
import { formatDate, formatDuration, nameOf, recordLink } from './field-value';
import { objectIcon } from './icon';

/** The tasks of a record, newest first. */
export function activityTimeline({ activities, names }: RecordPage, state: PageState, actions: Actions): TemplateResult {
    const { texts } = state;
    return html`<article class="slds-card activity-timeline" aria-label=${texts.activity}>
        <div class="slds-card__header"><h2 class="slds-card__header-title">${texts.activity}</h2></div>
        <div class="slds-card__body slds-card__body_inner">
            ${
                activities.length === 0
                    ? html`<p>${texts.noActivity}</p>`
                    : html`<ul class="slds-timeline" aria-label=${texts.activity}>
                          ${activities.map((task) => html`<li aria-label=${nameOf(task)}>${timelineItem(task, names, state, actions)}</li>`)}
                      </ul>`
            }
        </div>
    </article>`;
}

function timelineItem(task: OrgRecord, names: Readonly<Record<string, string>>, state: PageState, actions: Actions): TemplateResult {
    const { texts, org } = state;
    const isCall = textOf(task, 'CallType') !== '' || textOf(task, 'TaskSubtype') === 'Call';
    const duration = task.fields['CallDurationInSeconds'];
    const people = ['WhoId', 'WhatId'].map((field) => textOf(task, field)).filter((id) => id !== '');
    const detail = (label: string, name: string, value: string | TemplateResult): TemplateResult | typeof nothing =>
        value === ''
            ? nothing
            : html`<div>
                  <dt class="slds-text-color_weak">${label}</dt>
                  <dd data-field=${name}>${value}</dd>
              </div>`;
    return html`<div
        class="slds-timeline__item_expandable slds-is-open ${isCall ? 'slds-timeline__item_call' : 'slds-timeline__item_task'}"
    >
        <div class="slds-media">
            <div class="slds-media__figure">${objectIcon(isCall ? 'log_a_call' : 'task', 'small')}</div>
            <div class="slds-media__body">
                <div class="slds-grid slds-grid_align-spread slds-timeline__trigger">
                    <h3 class="slds-truncate">${recordLink(task.id, nameOf(task), actions)}</h3>
                    <p class="slds-timeline__date">${formatDate(textOf(task, 'CreatedDate'), org.user.language)}</p>
                </div>
                <p class="slds-m-horizontal_xx-small slds-m-bottom_x-small">
                    ${people.map((id) => html`<span class="slds-m-right_x-small">${recordLink(id, names[id] ?? id, actions)}</span>`)}
                </p>
                <dl class="slds-timeline__item_details slds-box slds-box_x-small">
                    ${detail(texts.direction, 'CallType', direction(task, state))}
                    ${detail(texts.duration, 'CallDurationInSeconds', typeof duration === 'number' ? formatDuration(duration) : '')}
                    ${detail(texts.result, 'CallDisposition', textOf(task, 'CallDisposition'))}
                    ${detail(texts.comments, 'Description', textOf(task, 'Description'))}
                    ${detail(texts.callId, 'CallObject', textOf(task, 'CallObject'))}
                </dl>
            </div>
        </div>
    </div>`;
}

function direction(task: OrgRecord, { texts }: PageState): string {
    const known: Readonly<Record<string, string>> = { Inbound: texts.inbound, Outbound: texts.outbound, Internal: texts.internal };
    return known[textOf(task, 'CallType')] ?? '';
}
