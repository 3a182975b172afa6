import { LightningElement, api } from 'lwc';
import { showSelected } from 'c/denwaSelect';
import { format } from 'c/denwaText';
import notConnected from '@salesforce/label/c.Denwa_Device_Not_Connected';
import numbered from '@salesforce/label/c.Denwa_Device_Numbered';
import systemDefault from '@salesforce/label/c.Denwa_Device_System_Default';
import type { AudioDevice } from '../../../../../src/telephony/audio';

interface Option {
    readonly value: string;
    readonly text: string;
    readonly selected: boolean;
}

/** Not the id of a device. */
const SYSTEM_DEFAULT = '';

/**
 * Which device is used for something. What is chosen and not plugged in stays chosen, and says so.
 * @fires choose with `{ id }`; null: what the system takes by default
 */
export default class DenwaDeviceSelect extends LightningElement {
    static override renderMode = 'light' as const;
    @api label = '';
    @api devices: readonly AudioDevice[] = [];
    /** Id of a device; null: what the system takes by default. */
    @api chosen: string | null = null;

    get options(): readonly Option[] {
        const { chosen, devices } = this;
        const known = devices.map(({ id, label }, index) => ({ value: id, text: label || format(numbered, index + 1) }));
        const isMissing = chosen !== null && !devices.some(({ id }) => id === chosen);
        const all = [
            { value: SYSTEM_DEFAULT, text: systemDefault },
            ...known,
            ...(isMissing ? [{ value: chosen, text: notConnected }] : [])
        ];
        return all.map((option) => ({ ...option, selected: option.value === (chosen ?? SYSTEM_DEFAULT) }));
    }

    override renderedCallback(): void {
        showSelected(this);
    }

    handleChange(event: Event): void {
        event.stopPropagation();
        const { value } = event.target as HTMLSelectElement;
        this.dispatchEvent(new CustomEvent('choose', { detail: { id: value === SYSTEM_DEFAULT ? null : value } }));
    }
}
