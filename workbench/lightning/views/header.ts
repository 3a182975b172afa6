import { html, type TemplateResult } from 'lit';
import { schemas, tabObjects } from '../../shared/schema';
import type { PageState } from '../state';
import type { Actions } from './actions';
import { routeLink } from './field-value';
import { buttonIcon, objectIcon, utilityIcon } from './icon';

/** The global header with its search, and the bar with the app's object tabs and the open records. */
export function header(state: PageState, actions: Actions): TemplateResult {
    return html`<header class="slds-global-header_container">${globalHeader(state, actions)}</header>
        ${navigationBar(state, actions)}`;
}

function globalHeader({ org, texts, route }: PageState, actions: Actions): TemplateResult {
    const submit = (event: SubmitEvent): void => {
        event.preventDefault();
        const text = new FormData(event.currentTarget as HTMLFormElement).get('text');
        actions.search(typeof text === 'string' ? text : '');
    };
    return html`<div class="slds-global-header slds-grid slds-grid_align-spread">
        <div class="slds-global-header__item">${objectIcon('home')}</div>
        <div class="slds-global-header__item slds-global-header__item_search">
            <form role="search" @submit=${submit}>
                <div class="slds-form-element__control slds-input-has-icon slds-input-has-icon_left">
                    <span class="slds-icon_container slds-input__icon slds-input__icon_left">${utilityIcon('search')}</span>
                    <input
                        class="slds-input"
                        type="search"
                        name="text"
                        autocomplete="off"
                        aria-label=${texts.search}
                        placeholder=${texts.searchPlaceholder}
                        .value=${route.page === 'search' ? route.text : ''}
                    />
                </div>
            </form>
        </div>
        <div class="slds-global-header__item" role="group" aria-label=${texts.runningUser}>
            <span class="slds-avatar slds-avatar_circle slds-avatar_medium">
                <abbr class="slds-avatar__initials slds-icon-standard-user" aria-hidden="true">${org.user.name.slice(0, 1)}</abbr>
            </span>
            <span class="slds-m-left_x-small">${org.user.name}</span>
        </div>
    </div>`;
}

function navigationBar(state: PageState, actions: Actions): TemplateResult {
    const { route, tabs, texts, org } = state;
    const objectIsCurrent = (objectType: string): boolean =>
        (route.page === 'list' || route.page === 'new') && route.objectType === objectType;
    const recordIsCurrent = (recordId: string): boolean =>
        (route.page === 'record' || route.page === 'edit') && route.recordId === recordId;
    return html`<div class="slds-context-bar">
        <div class="slds-context-bar__primary">
            <div class="slds-context-bar__item slds-no-hover">
                <div class="slds-context-bar__icon-action" aria-hidden="true">
                    <span class="slds-icon-waffle_container slds-context-bar__button">
                        <span class="slds-icon-waffle"
                            >${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((dot) => html`<span class="slds-r${dot}"></span>`)}</span
                        >
                    </span>
                </div>
                <span class="slds-context-bar__label-action slds-context-bar__app-name">
                    <span class="slds-truncate">${texts.appName}</span>
                </span>
            </div>
        </div>
        <nav class="slds-context-bar__secondary" aria-label=${texts.objectTabs}>
            <ul class="slds-grid">
                ${tabObjects.map(
                    (objectType) =>
                        html`<li class="slds-context-bar__item ${objectIsCurrent(objectType) ? 'slds-is-active' : ''}">
                            ${routeLink(
                                { page: 'list', objectType },
                                schemas[objectType].pluralLabel[org.user.language],
                                actions,
                                'slds-context-bar__label-action'
                            )}
                        </li>`
                )}
            </ul>
        </nav>
        <nav class="slds-context-bar__secondary record-tabs" aria-label=${texts.recordTabs}>
            <ul class="slds-grid">
                ${tabs.map(
                    ({ recordId, objectType, name }) =>
                        html`<li
                            class="slds-context-bar__item slds-context-bar__item_tab ${recordIsCurrent(recordId) ? 'slds-is-active' : ''}"
                        >
                            ${routeLink(
                                { page: 'record', recordId, objectType },
                                html`${objectIcon(schemas[objectType].icon, 'small')}<span class="slds-truncate slds-m-left_x-small"
                                        >${name}</span
                                    >`,
                                actions,
                                'slds-context-bar__label-action'
                            )}
                            <button
                                class="slds-button slds-button_icon slds-button_icon-x-small"
                                title=${texts.closeTab(name)}
                                aria-label=${texts.closeTab(name)}
                                @click=${() => actions.closeTab(recordId)}
                            >
                                ${buttonIcon('close')}
                            </button>
                        </li>`
                )}
            </ul>
        </nav>
    </div>`;
}
