import { html, nothing, type TemplateResult } from 'lit';
import type { PageState } from '../state';
import type { Actions } from './actions';
import { header } from './header';
import { listView } from './list-view';
import { modalView } from './modal';
import { recordView } from './record-view';
import { searchView } from './search-view';
import { utilityBar } from './utility-bar';

export function pageView(state: PageState, actions: Actions): TemplateResult {
    return html`${header(state, actions)}
        <main>${contentView(state, actions)}</main>
        ${utilityBar(state, actions)} ${state.modal ? modalView(state.modal, state, actions) : nothing}`;
}

function contentView(state: PageState, actions: Actions): TemplateResult {
    const { content } = state;
    switch (content.kind) {
        case 'loading':
            return html`<div class="slds-spinner slds-spinner_medium" role="status">
                <div class="slds-spinner__dot-a"></div>
                <div class="slds-spinner__dot-b"></div>
            </div>`;
        case 'list':
            return listView(content, state, actions);
        case 'record':
            return recordView(content, state, actions);
        case 'search':
            return searchView(content, state, actions);
        case 'message':
            return html`<article class="slds-card slds-p-around_large">
                <h1 class="slds-text-heading_medium">${content.message}</h1>
            </article>`;
    }
}
