import { svg, html, type TemplateResult } from 'lit';

const symbol = (sprite: 'utility' | 'standard', name: string): TemplateResult =>
    svg`<use href=${`/slds/icons/${sprite}-sprite/svg/symbols.svg#${name}`}></use>`;

/** An SLDS utility icon inside of a button. */
export function buttonIcon(name: string, position: 'alone' | 'left' = 'alone'): TemplateResult {
    return html`<svg class="slds-button__icon ${position === 'left' ? 'slds-button__icon_left' : ''}" aria-hidden="true">
        ${symbol('utility', name)}
    </svg>`;
}

export function utilityIcon(name: string, size: 'xx-small' | 'x-small' | 'small' = 'x-small'): TemplateResult {
    return html`<svg class="slds-icon slds-icon_${size} slds-icon-text-default" aria-hidden="true">${symbol('utility', name)}</svg>`;
}

/** The coloured square of an object. */
export function objectIcon(name: string, size: 'small' | 'medium' = 'medium'): TemplateResult {
    return html`<span class="slds-icon_container slds-icon-standard-${name.replaceAll('_', '-')}">
        <svg class="slds-icon ${size === 'small' ? 'slds-icon_small' : ''}" aria-hidden="true">${symbol('standard', name)}</svg>
    </span>`;
}
