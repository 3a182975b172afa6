import { format } from 'c/denwaText';
import named from '@salesforce/label/c.Denwa_With_Shortcut';

/** What a button does, and the keys that do the same. `shortcut`: as the agent's preferences have it; empty: none. */
export function withShortcut(text: string, shortcut: string): string {
    return shortcut === '' ? text : format(named, text, shortcut);
}

/** For `aria-keyshortcuts`, which spells modifiers out (WAI-ARIA 1.2, aria-keyshortcuts). */
export function keyShortcuts(shortcut: string): string | undefined {
    return shortcut === '' ? undefined : shortcut.replace('Ctrl', 'Control');
}
