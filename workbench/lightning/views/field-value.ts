import { html, nothing, type TemplateResult } from 'lit';
import { recordName, textOf, type OrgRecord } from '../../shared/records';
import { findField, nameField, type Language } from '../../shared/schema';
import { formatRoute, recordRoute, type Route } from '../routes';
import type { PageState } from '../state';
import type { Actions } from './actions';
import { utilityIcon } from './icon';

type Shown = TemplateResult | string | typeof nothing;

/** One field of a record as Lightning shows it: a link for a reference, a phone number that can be clicked, plain text otherwise. */
export function fieldValue(
    record: OrgRecord,
    fieldName: string,
    names: Readonly<Record<string, string>>,
    state: PageState,
    actions: Actions
): Shown {
    const field = findField(record.objectType, fieldName);
    const text = textOf(record, fieldName);
    if (!field || text === '') {
        return nothing;
    }
    if (fieldName === nameField(record.objectType)) {
        return recordLink(record.id, text, actions);
    }
    switch (field.type) {
        case 'phone':
            return phoneNumber(text, record, state, actions);
        case 'reference':
            return recordLink(text, names[text] ?? text, actions);
        case 'email':
            return html`<a href="mailto:${text}">${text}</a>`;
        case 'date':
        case 'dateTime':
            return formatDate(text, state.org.user.language);
        case 'boolean':
            return text === 'true' ? '✓' : nothing;
        case 'picklist':
            return field.valueLabels?.[text]?.[state.org.user.language] ?? text;
        case 'text':
        case 'longText':
        case 'number':
            return text;
    }
}

/** A phone number: clickable while the softphone has enabled click-to-dial, plain text otherwise. */
function phoneNumber(number: string, record: OrgRecord, { clickToDialEnabled, texts }: PageState, actions: Actions): TemplateResult {
    return clickToDialEnabled
        ? html`<button
              class="slds-button phone-number"
              aria-label=${texts.call(number)}
              title=${texts.call(number)}
              @click=${() => actions.dial(number, record)}
          >
              ${utilityIcon('call', 'xx-small')}<span>${number}</span>
          </button>`
        : html`<span>${number}</span>`;
}

/** A link to a record; text alone for one that has no page, such as a user. */
export function recordLink(recordId: string, name: string, actions: Actions): TemplateResult | string {
    const route = recordRoute(recordId);
    return route ? routeLink(route, name, actions) : name;
}

export function routeLink(route: Route, content: TemplateResult | string, actions: Actions, className = ''): TemplateResult {
    return html`<a
        class=${className}
        href=${formatRoute(route)}
        @click=${(event: MouseEvent) => {
            // A new browser tab stays possible.
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
                event.preventDefault();
                actions.navigate(route);
            }
        }}
        >${content}</a
    >`;
}

export function nameOf(record: OrgRecord): string {
    return recordName(record) || record.id;
}

export function formatDate(text: string, language: Language): string {
    const locale = language.replace('_', '-');
    const date = new Date(text);
    return text.includes('T')
        ? date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
        : date.toLocaleDateString(locale, { dateStyle: 'medium' });
}

/** Seconds as `3:05` or `1:02:05`. */
export function formatDuration(seconds: number): string {
    const two = (value: number): string => String(value).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
