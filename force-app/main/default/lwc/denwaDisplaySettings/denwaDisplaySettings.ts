import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { showSelected } from 'c/denwaSelect';
import { percent } from 'c/denwaText';
import heading from '@salesforce/label/c.Denwa_Settings_Display';
import language from '@salesforce/label/c.Denwa_Language';
import languageLater from '@salesforce/label/c.Denwa_Language_Later';
import languageOrg from '@salesforce/label/c.Denwa_Language_Org';
import theme from '@salesforce/label/c.Denwa_Theme';
import themeAuto from '@salesforce/label/c.Denwa_Theme_Auto';
import themeDark from '@salesforce/label/c.Denwa_Theme_Dark';
import themeLight from '@salesforce/label/c.Denwa_Theme_Light';
import zoom from '@salesforce/label/c.Denwa_Zoom';
import type { Preferences } from '../../../../../src/telephony/preferences';

const ZOOMS = [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200] as const;
/** No choice of the agent's own. */
const AUTO = '';

type Name = 'zoom' | 'theme' | 'language';

interface Choice {
    readonly name: Name;
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
}

/** How the panel looks, and in which language it speaks. */
export default class DenwaDisplaySettings extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { heading, languageLater };
    @api preferences!: Preferences;

    get choices(): readonly Choice[] {
        const { zoom: zoomed, theme: themed, language: spoken } = this.preferences;
        const zooms = ZOOMS.map((value) => ({ value: String(value), text: percent(value) }));
        return [
            choiceOf('zoom', zoom, zooms, String(zoomed)),
            choiceOf(
                'theme',
                theme,
                [
                    { value: AUTO, text: themeAuto },
                    { value: 'light', text: themeLight },
                    { value: 'dark', text: themeDark }
                ],
                themed ?? AUTO
            ),
            choiceOf(
                'language',
                language,
                [
                    { value: AUTO, text: languageOrg },
                    // Each in its own words, for whoever cannot read the others.
                    { value: 'ja', text: '日本語' },
                    { value: 'en', text: 'English' }
                ],
                spoken ?? AUTO
            )
        ];
    }

    get isLanguageToCome(): boolean {
        const { language: spoken } = this.preferences;
        return spoken !== null && spoken !== document.documentElement.lang;
    }

    override renderedCallback(): void {
        showSelected(this);
    }

    handleChange(event: Event): void {
        const { value, dataset } = event.target as HTMLSelectElement;
        send(this, { type: 'set-preferences', preferences: preferenceOf(dataset.name as Name, value) });
    }
}

function preferenceOf(name: Name, value: string): Partial<Preferences> {
    switch (name) {
        case 'zoom':
            return { zoom: Number(value) };
        case 'theme':
            return { theme: value === 'light' || value === 'dark' ? value : null };
        default:
            return { language: value === 'ja' || value === 'en' ? value : null };
    }
}

function choiceOf(name: Name, label: string, options: readonly { value: string; text: string }[], chosen: string): Choice {
    return { name, label, options: options.map((option) => ({ ...option, selected: option.value === chosen })) };
}
