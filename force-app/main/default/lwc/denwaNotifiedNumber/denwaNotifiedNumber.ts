import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { showSelected } from 'c/denwaSelect';
import { format } from 'c/denwaText';
import byPbx from '@salesforce/label/c.Denwa_Notified_Number_By_Pbx';
import named from '@salesforce/label/c.Denwa_Notified_Number_Named';
import notifiedNumber from '@salesforce/label/c.Denwa_Notified_Number';
import type { PanelOptions } from '../../../../../src/telephony/snapshot';

/** Not a number. */
const BY_PBX = '';

/** The number that outside calls present. */
export default class DenwaNotifiedNumber extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { notifiedNumber };
    @api numbers: PanelOptions['notifiedNumbers'] = [];
    /** Null: as the PBX decides. */
    @api chosen: string | null = null;

    get options(): readonly { readonly value: string; readonly text: string; readonly selected: boolean }[] {
        const numbers = this.numbers.map(({ number, label, numberText }) => ({
            value: number,
            text: label === '' ? numberText : format(named, numberText, label)
        }));
        return [{ value: BY_PBX, text: byPbx }, ...numbers].map((option) => ({
            ...option,
            selected: option.value === (this.chosen ?? BY_PBX)
        }));
    }

    override renderedCallback(): void {
        showSelected(this);
    }

    handleChange(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        send(this, { type: 'set-preferences', preferences: { notifiedNumber: value === BY_PBX ? null : value } });
    }
}
