import { defaultCallSettings, type CallSettings, type NotifiedNumber } from '../telephony/call-settings';
import type { ShortcutAction } from '../telephony/preferences';
import { KEYS } from '../telephony/read-preferences';
import { NONE, type Items } from './items';
import { readStatuses } from './status-settings';

export type PanelSettings = Pick<
    CallSettings,
    'statuses' | 'signOutSignal' | 'notifiedNumbers' | 'echoExtension' | 'agentAutoAnswer' | 'shortcuts'
>;

/** `0120123456/*81 サポート`. No number that others can call is shorter. */
const NOTIFIED_NUMBER = /^(\+?[\d-]{6,24})(?:\/([\d*#]{1,16}))?(?:\s+(.{1,40}))?$/;
const MODIFIERS = ['Ctrl', 'Alt', 'Shift', 'Meta'] as const;
const SHORTCUT_ITEMS: readonly (readonly [ShortcutAction, string])[] = [
    ['answer', 'denwaShortcutAnswer'],
    ['hang-up', 'denwaShortcutHangUp'],
    ['hold', 'denwaShortcutHold'],
    ['mute', 'denwaShortcutMute']
];

/** Reads what agents may choose in the panel. */
export function readPanelSettings(items: Items): PanelSettings {
    return {
        ...readStatuses(items),
        notifiedNumbers: items.entries('denwaNotifiedNumbers', 'notified-numbers', readNotifiedNumber),
        echoExtension: items.extensionOrNone('denwaEchoExtension', defaultCallSettings.echoExtension),
        agentAutoAnswer: items.yesOrNo('denwaAgentAutoAnswer', defaultCallSettings.agentAutoAnswer),
        shortcuts: readShortcuts(items)
    };
}

/** A number is there once: by it the agent's choice is remembered. */
function readNotifiedNumber(text: string, earlier: readonly NotifiedNumber[]): NotifiedNumber | undefined {
    const [, written = '', prefix = null, label = ''] = NOTIFIED_NUMBER.exec(text) ?? [];
    const number = written.replaceAll('-', '');
    return number === '' || earlier.some((other) => other.number === number) ? undefined : { number, label, prefix };
}

/** Keys that an action above has already are nobody else's, not even as a default. */
function readShortcuts(items: Items): PanelSettings['shortcuts'] {
    const shortcuts = { ...defaultCallSettings.shortcuts };
    const taken = new Set<string>();
    for (const [action, name] of SHORTCUT_ITEMS) {
        const byDefault = taken.has(shortcuts[action]) ? '' : shortcuts[action];
        const keys = items.read(name, byDefault, { form: 'keys', orNone: true }, (text) => {
            const read = text === NONE ? '' : readKeys(text);
            return read === undefined || taken.has(read) ? undefined : read;
        });
        shortcuts[action] = keys;
        if (keys !== '') taken.add(keys);
    }
    return shortcuts;
}

/** The keys as c/denwaKeyCombo names them, in whatever order and case they are written. */
function readKeys(text: string): string | undefined {
    const parts = text.split('+').map((part) => part.trim());
    const key = parts.pop()?.toUpperCase() ?? '';
    const modifiers = MODIFIERS.filter((modifier) => parts.some((part) => part.toLowerCase() === modifier.toLowerCase()));
    const keys = [...modifiers, key].join('+');
    return modifiers.length === parts.length && KEYS.test(keys) ? keys : undefined;
}
