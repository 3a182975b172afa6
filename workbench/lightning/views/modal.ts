import { html, nothing, type TemplateResult } from 'lit';
import type { RecordErrorDetail } from '../../shared/org-api';
import { schemas, type Field } from '../../shared/schema';
import { formFields } from '../record-form';
import type { Modal, PageState, RecordForm } from '../state';
import type { Actions } from './actions';
import { buttonIcon } from './icon';

/** The dialog over the page. */
export function modalView(modal: Modal, state: PageState, actions: Actions): TemplateResult {
    switch (modal.kind) {
        case 'form':
            return recordForm(modal, state, actions);
        case 'flow':
            return flow(modal, state, actions);
    }
}

function recordForm(form: RecordForm, state: PageState, actions: Actions): TemplateResult {
    const { texts, org } = state;
    const label = schemas[form.objectType].label[org.user.language];
    const submit = (event: SubmitEvent): void => {
        event.preventDefault();
        actions.saveForm(valuesIn(event));
    };
    const body = html`<form id="record" novalidate @submit=${submit} @input=${(event: Event) => actions.typeInForm(valuesIn(event))}>
        ${errorSummary(form.error, state)}
        <div class="record-form">${formFields(form).map((field) => input(field, form, state))}</div>
    </form>`;
    const footer = html`<button class="slds-button slds-button_neutral" @click=${actions.closeModal}>${texts.cancel}</button>
        <button class="slds-button slds-button_brand" type="submit" form="record">${texts.save}</button>`;
    return dialog(form.recordId === null ? texts.newOf(label) : texts.editOf(label), body, footer, state, actions);
}

function valuesIn({ currentTarget }: Event): Readonly<Record<string, string>> {
    const data = new FormData(currentTarget as HTMLFormElement);
    return Object.fromEntries([...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}

function errorSummary(error: RecordErrorDetail | null, { texts }: PageState): TemplateResult | typeof nothing {
    const messages = error ? [...error.pageErrors, ...Object.values(error.fieldErrors).flat()].map(({ message }) => message) : [];
    return messages.length === 0
        ? nothing
        : html`<div class="slds-notify slds-notify_alert slds-alert_error slds-m-bottom_small" role="alert">
              ${texts.reviewErrors} ${messages.join(' ')}
          </div>`;
}

function input(field: Field, { objectType, values, error }: RecordForm, { texts, org }: PageState): TemplateResult {
    const id = `form-${objectType}-${field.name}`;
    const value = values[field.name] ?? '';
    const invalid = error?.fieldErrors[field.name] !== undefined;
    return html`<div class="slds-form-element ${invalid ? 'slds-has-error' : ''}">
        <label class="slds-form-element__label" for=${id}>
            ${field.required ? html`<abbr class="slds-required" title=${texts.required}>*</abbr>` : nothing}${field.label[org.user.language]}
        </label>
        <div class="slds-form-element__control">
            ${
                field.values
                    ? html`<div class="slds-select_container">
                          <select class="slds-select" id=${id} name=${field.name}>
                              <option value="">${texts.none}</option>
                              ${field.values.map(
                                  (option) =>
                                      html`<option value=${option} ?selected=${option === value}>
                                          ${field.valueLabels?.[option]?.[org.user.language] ?? option}
                                      </option>`
                              )}
                          </select>
                      </div>`
                    : html`<input
                          class="slds-input"
                          id=${id}
                          name=${field.name}
                          type=${field.type === 'phone' ? 'tel' : 'text'}
                          autocomplete="off"
                          aria-invalid=${invalid ? 'true' : 'false'}
                          .value=${value}
                      />`
            }
        </div>
    </div>`;
}

function flow({ name, args }: Extract<Modal, { kind: 'flow' }>, state: PageState, actions: Actions): TemplateResult {
    const body = html`<dl class="slds-dl_horizontal">
        ${args.map(
            (argument) =>
                html`<dt class="slds-dl_horizontal__label">${argument.name}</dt>
                    <dd class="slds-dl_horizontal__detail">${JSON.stringify(argument.value)}</dd>`
        )}
    </dl>`;
    const footer = html`<button class="slds-button slds-button_neutral" @click=${actions.closeModal}>${state.texts.close}</button>`;
    return dialog(`${state.texts.flow}: ${name}`, body, footer, state, actions);
}

function dialog(title: string, body: TemplateResult, footer: TemplateResult, { texts }: PageState, actions: Actions): TemplateResult {
    const onKey = (event: KeyboardEvent): void => {
        if (event.key === 'Escape') {
            actions.closeModal();
        }
    };
    return html`<section class="slds-modal slds-fade-in-open" role="dialog" aria-label=${title} @keydown=${onKey}>
            <div class="slds-modal__container">
                <button
                    class="slds-button slds-button_icon slds-modal__close"
                    aria-label=${texts.close}
                    title=${texts.close}
                    @click=${actions.closeModal}
                >
                    ${buttonIcon('close')}
                </button>
                <div class="slds-modal__header"><h1 class="slds-modal__title slds-hyphenate">${title}</h1></div>
                <div class="slds-modal__content slds-p-around_medium">${body}</div>
                <div class="slds-modal__footer">${footer}</div>
            </div>
        </section>
        <div class="slds-backdrop slds-backdrop_open"></div>`;
}
