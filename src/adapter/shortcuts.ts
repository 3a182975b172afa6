import { mainCall } from 'c/denwaCallOrder';
import type { PhoneCommand } from '../telephony/command';
import type { ShortcutAction } from '../telephony/preferences';
import type { SoftphoneSnapshot } from '../telephony/snapshot';

const ACTIONS: readonly ShortcutAction[] = ['answer', 'hang-up', 'hold', 'mute'];

/** What keys (of `c/denwaKeyCombo`) ask of the phone now; null when they are no shortcut, or there is nothing that it could do. */
export function commandFor(keys: string, { calls, preferences }: Pick<SoftphoneSnapshot, 'calls' | 'preferences'>): PhoneCommand | null {
    const action = ACTIONS.find((candidate) => preferences.shortcuts[candidate] === keys);
    const main = mainCall(calls);
    switch (action) {
        case undefined:
            return null;
        case 'answer': {
            const longestRinging = calls.find(({ can }) => can.answer);
            return longestRinging ? { type: 'answer', callId: longestRinging.id } : null;
        }
        case 'hang-up':
            return main?.can.hangUp ? { type: 'hang-up', callId: main.id } : null;
        case 'hold':
            if (main?.can.hold) return { type: 'hold', callId: main.id };
            return main?.can.resume ? { type: 'resume', callId: main.id } : null;
        case 'mute':
            return main?.can.mute ? { type: 'mute', callId: main.id, muted: !main.muted } : null;
    }
}
