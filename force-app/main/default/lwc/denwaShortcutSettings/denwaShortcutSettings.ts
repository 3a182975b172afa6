import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { keyComboOf } from 'c/denwaKeyCombo';
import { format } from 'c/denwaText';
import answer from '@salesforce/label/c.Denwa_Answer';
import clear from '@salesforce/label/c.Denwa_Shortcut_Clear';
import hangUp from '@salesforce/label/c.Denwa_Hang_Up';
import heading from '@salesforce/label/c.Denwa_Settings_Shortcuts';
import hint from '@salesforce/label/c.Denwa_Shortcut_Hint';
import hold from '@salesforce/label/c.Denwa_Hold';
import mute from '@salesforce/label/c.Denwa_Mute';
import none from '@salesforce/label/c.Denwa_Shortcut_None';
import taken from '@salesforce/label/c.Denwa_Shortcut_Taken';
import type { Preferences, ShortcutAction } from '../../../../../src/telephony/preferences';

const LABELS: Readonly<Record<ShortcutAction, string>> = { answer, 'hang-up': hangUp, hold, mute };
const ACTIONS = Object.keys(LABELS) as readonly ShortcutAction[];

interface Field {
    readonly action: ShortcutAction;
    readonly label: string;
    readonly keys: string;
    readonly isEmpty: boolean;
    readonly clear: string;
}

/** The keys that act from anywhere in the panel, or in Salesforce. A field takes the keys that are pressed in it. */
export default class DenwaShortcutSettings extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { heading, hint, none };
    @api preferences!: Preferences;
    problem = '';

    get fields(): readonly Field[] {
        const { shortcuts } = this.preferences;
        return ACTIONS.map((action) => ({
            action,
            label: LABELS[action],
            keys: shortcuts[action],
            isEmpty: shortcuts[action] === '',
            clear: format(clear, LABELS[action])
        }));
    }

    handleKeyDown(event: KeyboardEvent): void {
        const keys = keyComboOf(event);
        // Tab and Escape go on doing what they always do.
        if (keys === null) return;
        event.preventDefault();
        // Otherwise the keys would act as well as be recorded.
        event.stopPropagation();
        const action = actionOf(event);
        const holder = ACTIONS.find((other) => other !== action && this.preferences.shortcuts[other] === keys);
        this.problem = holder === undefined ? '' : format(taken, keys, LABELS[holder]);
        if (holder === undefined) this.change(action, keys);
    }

    handleClear(event: Event): void {
        this.problem = '';
        this.change(actionOf(event), '');
    }

    private change(action: ShortcutAction, keys: string): void {
        send(this, { type: 'set-preferences', preferences: { shortcuts: { ...this.preferences.shortcuts, [action]: keys } } });
    }
}

function actionOf(event: Event): ShortcutAction {
    return (event.currentTarget as HTMLElement).dataset.action as ShortcutAction;
}
