import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { showSelected } from 'c/denwaSelect';
import { format } from 'c/denwaText';
import after from '@salesforce/label/c.Denwa_Auto_Answer_After';
import atOnce from '@salesforce/label/c.Denwa_Auto_Answer_At_Once';
import autoAnswer from '@salesforce/label/c.Denwa_Auto_Answer';
import heading from '@salesforce/label/c.Denwa_Settings_Inbound';
import off from '@salesforce/label/c.Denwa_Auto_Answer_Off';
import type { Preferences } from '../../../../../src/telephony/preferences';

const SECONDS = [null, 0, 3, 5, 10] as const;

/** What happens to inbound calls by itself. */
export default class DenwaInboundSettings extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { autoAnswer, heading };
    @api preferences!: Preferences;

    get options(): readonly { readonly value: string; readonly text: string; readonly selected: boolean }[] {
        const { autoAnswerSeconds } = this.preferences;
        return SECONDS.map((seconds) => ({ value: String(seconds), text: textOf(seconds), selected: seconds === autoAnswerSeconds }));
    }

    override renderedCallback(): void {
        showSelected(this);
    }

    handleChange(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        const autoAnswerSeconds = SECONDS.find((seconds) => String(seconds) === value) ?? null;
        send(this, { type: 'set-preferences', preferences: { autoAnswerSeconds } });
    }
}

function textOf(seconds: number | null): string {
    if (seconds === null) return off;
    return seconds === 0 ? atOnce : format(after, seconds);
}
