import { html, nothing, type TemplateResult } from 'lit';
import type { TelephoneNetworkInfo } from '../../shared/org-api';
import { phonesOf } from '../../shared/records';
import type { PageState } from '../state';
import type { Actions } from './actions';
import { nameOf } from './field-value';
import { buttonIcon } from './icon';

/** Plays the outside world: rings the agent as any caller, and lists numbers that answer. */
export function networkPane(state: PageState, actions: Actions): TemplateResult {
    const { org, texts } = state;
    if (!org.telephoneNetwork) {
        return html`<p class="slds-p-around_medium">${texts.networkAbsent}</p>`;
    }
    return html`<div class="slds-p-around_small">
        ${
            org.telephoneNetwork.extension === null
                ? html`<p>${texts.noExtension}</p>`
                : html`<p class="slds-m-bottom_small">${texts.networkIntro(org.telephoneNetwork.extension)}</p>
                      ${callerForm(state, actions)} ${callersOfRecord(state, actions)}
                      <p role="status" class="slds-m-vertical_small">${state.network.outcome}</p>`
        }
        ${outsideNumbers(org.telephoneNetwork, state)}
    </div>`;
}

function callerForm({ network, texts }: PageState, actions: Actions): TemplateResult {
    const submit = (event: SubmitEvent): void => {
        event.preventDefault();
        actions.ring(network.callerNumber, network.callerName);
    };
    const value = (event: InputEvent): string => (event.currentTarget as HTMLInputElement).value;
    return html`<form class="caller-form" @submit=${submit}>
        <div class="slds-form-element">
            <label class="slds-form-element__label" for="caller-number">${texts.callerNumber}</label>
            <input
                class="slds-input"
                id="caller-number"
                list="callers"
                autocomplete="off"
                required
                .value=${network.callerNumber}
                @input=${(event: InputEvent) => actions.editNetwork({ callerNumber: value(event) })}
            />
            <datalist id="callers">${network.callers.map(({ name, number }) => html`<option value=${number}>${name}</option>`)}</datalist>
        </div>
        <div class="slds-form-element">
            <label class="slds-form-element__label" for="caller-name">${texts.callerName}</label>
            <input
                class="slds-input"
                id="caller-name"
                autocomplete="off"
                .value=${network.callerName}
                @input=${(event: InputEvent) => actions.editNetwork({ callerName: value(event) })}
            />
        </div>
        <button class="slds-button slds-button_brand slds-m-top_small" type="submit">${buttonIcon('call', 'left')}${texts.ring}</button>
    </form>`;
}

/** The numbers of the record that is open, one button each. */
function callersOfRecord({ content, texts }: PageState, actions: Actions): TemplateResult | typeof nothing {
    const record = content.kind === 'record' ? content.page.record : undefined;
    const phones = record ? phonesOf(record) : [];
    return record && phones.length > 0
        ? html`<ul class="slds-m-top_small">
              ${phones.map(
                  ({ value }) =>
                      html`<li class="slds-m-bottom_xx-small">
                          <button class="slds-button slds-button_neutral" @click=${() => actions.ring(value, nameOf(record))}>
                              ${texts.ringAs(nameOf(record), value)}
                          </button>
                      </li>`
              )}
          </ul>`
        : nothing;
}

function outsideNumbers({ outsideNumbers: numbers }: TelephoneNetworkInfo, { texts }: PageState): TemplateResult | typeof nothing {
    return numbers.length === 0
        ? nothing
        : html`<h3 class="slds-text-title_bold slds-m-bottom_x-small">${texts.outsideNumbers}</h3>
              <dl class="outside-numbers">
                  ${numbers.map(
                      ({ number, description }) =>
                          html`<dt>${number}</dt>
                              <dd>${description}</dd>`
                  )}
              </dl>`;
}
