import { html, type TemplateResult } from 'lit';
import type { PageState } from '../state';
import type { Actions } from './actions';
import { buttonIcon, utilityIcon } from './icon';
import { networkPane } from './network-pane';

/**
 * The utility bar. The softphone's frame loads with the page and lives as long as it, open or not: the item is set to start
 * automatically. `allow` hands the microphone on to the frame's origin.
 */
export function utilityBar(state: PageState, actions: Actions): TemplateResult {
    const { softphone, network, texts, org } = state;
    return html`<div class="slds-utility-bar_container" role="region" aria-label=${texts.utilityBar}>
        <ul class="slds-utility-bar">
            ${item(softphone.itemLabel, softphone.itemIcon, softphone.visible, actions.toggleSoftphone)}
            ${item(texts.telephoneNetwork, 'world', network.open, actions.toggleNetwork)}
        </ul>
        ${panel(
            {
                label: softphone.panelLabel,
                icon: softphone.panelIcon,
                open: softphone.visible,
                width: softphone.width,
                height: softphone.height,
                className: 'softphone-panel',
                minimize: actions.toggleSoftphone
            },
            html`<iframe title=${org.softphone.label} src=${org.softphone.url} allow="microphone; autoplay; speaker-selection"></iframe>`,
            state
        )}
        ${panel(
            {
                label: texts.telephoneNetwork,
                icon: 'world',
                open: network.open,
                width: 340,
                height: 480,
                className: 'network-panel',
                minimize: actions.toggleNetwork
            },
            networkPane(state, actions),
            state
        )}
    </div>`;
}

function item(label: string, icon: string, open: boolean, toggle: () => void): TemplateResult {
    return html`<li class="slds-utility-bar__item">
        <button
            class="slds-button slds-utility-bar__action ${open ? 'slds-is-active' : ''}"
            aria-pressed=${open ? 'true' : 'false'}
            @click=${toggle}
        >
            ${buttonIcon(icon, 'left')}<span class="slds-utility-bar__text">${label}</span>
        </button>
    </li>`;
}

interface Panel {
    readonly label: string;
    readonly icon: string;
    readonly open: boolean;
    readonly width: number;
    readonly height: number;
    readonly className: string;
    readonly minimize: () => void;
}

function panel(settings: Panel, body: TemplateResult, { texts }: PageState): TemplateResult {
    const { label, icon, open, width, height, className, minimize } = settings;
    return html`<div
        class="slds-utility-panel slds-grid slds-grid_vertical ${className} ${open ? 'slds-is-open' : ''}"
        role="dialog"
        aria-label=${label}
        style="width: ${width}px; height: ${height}px"
    >
        <div class="slds-utility-panel__header slds-grid slds-shrink-none">
            <div class="slds-media slds-media_center">
                <div class="slds-media__figure slds-m-right_x-small">${utilityIcon(icon)}</div>
                <div class="slds-media__body"><h2>${label}</h2></div>
            </div>
            <div class="slds-col_bump-left slds-shrink-none">
                <button class="slds-button slds-button_icon" aria-label=${texts.minimize} title=${texts.minimize} @click=${minimize}>
                    ${buttonIcon('minimize_window')}
                </button>
            </div>
        </div>
        <div class="slds-utility-panel__body">${body}</div>
    </div>`;
}
