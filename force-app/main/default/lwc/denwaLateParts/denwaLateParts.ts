import type { LightningElement } from 'lwc';

/** Screens that an agent opens, or that few agents see. */
type LateScreen = 'sign-in' | 'history' | 'settings' | 'check-list' | 'question' | 'log';
/** What opens in place of the buttons of a call. */
type LateSheet = 'keypad' | 'transfer' | 'records' | 'quality';
/** What stands above the screen or the buttons where there is something to say. */
type LateStrip = 'microphone-help' | 'parked-calls' | 'call-ending' | 'call-list' | 'transfer-state';

/** What comes in a script of its own. */
export type LatePartName = LateScreen | LateSheet | LateStrip;

/** Component classes of the parts that are loaded later than the panel; undefined while they are being loaded, or wait for it. */
export type LateParts = Readonly<Record<LatePartName, typeof LightningElement>> | 'failed' | undefined;

export function latePart(parts: LateParts, part: LatePartName | null): typeof LightningElement | undefined {
    return typeof parts === 'object' && part !== null ? parts[part] : undefined;
}
