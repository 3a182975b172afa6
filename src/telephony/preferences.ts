/** What a key may do from anywhere in the phone's page, and from the page around it where that is installed. */
export type ShortcutAction = 'answer' | 'hang-up' | 'hold' | 'mute';

export type Language = 'ja' | 'en';

/** What the agent decides for this phone in this browser. Plain JSON: it is stored there. */
export interface Preferences {
    /** Percent of the panel's own size, from 50 to 200. */
    readonly zoom: number;
    /** Null: the org's. Counts from the next load of the page. */
    readonly language: Language | null;
    /** Null: as the page around the phone or the system has it. */
    readonly theme: 'light' | 'dark' | null;
    /** Ids of devices as the browser names them; null: what the system takes by default. */
    readonly microphone: string | null;
    readonly speaker: string | null;
    readonly ringer: string | null;
    /** From 0 to 100. */
    readonly ringVolume: number;
    /** Seconds after which a call answers itself while the agent is free; null: it waits for the agent. */
    readonly autoAnswerSeconds: number | null;
    /** Keys as `KeyboardEvent.key` names them with their modifiers before, such as `Ctrl+Alt+A`; empty: none. */
    readonly shortcuts: Readonly<Record<ShortcutAction, string>>;
    /** The number that outside calls present, out of those of the settings; null: as the PBX decides. */
    readonly notifiedNumber: string | null;
    readonly keypadShown: boolean;
    /** Whether the agent has been through the check list of the first run. */
    readonly welcomed: boolean;
}

export const defaultPreferences: Preferences = {
    zoom: 100,
    language: null,
    theme: null,
    microphone: null,
    speaker: null,
    ringer: null,
    ringVolume: 70,
    autoAnswerSeconds: null,
    shortcuts: { answer: 'Ctrl+Alt+A', 'hang-up': 'Ctrl+Alt+E', hold: 'Ctrl+Alt+H', mute: 'Ctrl+Alt+M' },
    notifiedNumber: null,
    keypadShown: true,
    welcomed: false
};

export interface PreferencesEvent {
    readonly type: 'preferences-changed';
    readonly change: Partial<Preferences>;
}

/** Whoever sends the event has made sure that the values are in their ranges. */
export function preferencesTransition(preferences: Preferences, { change }: PreferencesEvent): Preferences {
    const next = { ...preferences, ...change };
    return (Object.keys(change) as (keyof Preferences)[]).every((name) => preferences[name] === next[name]) ? preferences : next;
}
