import { html, type TemplateResult } from 'lit';
import type { OrgRecord } from '../../shared/records';
import { findField, schemas, type ObjectName } from '../../shared/schema';
import type { PageState } from '../state';
import type { Actions } from './actions';
import { fieldValue } from './field-value';

/** Records of one object in a table. */
export function recordTable(
    objectType: ObjectName,
    records: readonly OrgRecord[],
    names: Readonly<Record<string, string>>,
    state: PageState,
    actions: Actions
): TemplateResult {
    const { listFields, pluralLabel } = schemas[objectType];
    const { language } = state.org.user;
    return html`<table
        class="slds-table slds-table_cell-buffer slds-table_bordered slds-table_fixed-layout"
        aria-label=${pluralLabel[language]}
    >
        <thead>
            <tr class="slds-line-height_reset">
                ${listFields.map((name) => html`<th scope="col"><div class="slds-truncate">${findField(objectType, name)?.label[language]}</div></th>`)}
            </tr>
        </thead>
        <tbody>
            ${records.map(
                (record) =>
                    html`<tr class="slds-hint-parent">
                        ${listFields.map((name) => html`<td><div class="slds-truncate">${fieldValue(record, name, names, state, actions)}</div></td>`)}
                    </tr>`
            )}
        </tbody>
    </table>`;
}
