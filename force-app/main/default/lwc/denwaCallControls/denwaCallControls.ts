import { whyNotDial } from 'c/denwaDialText';
import { keyShortcuts, withShortcut } from 'c/denwaShortcutText';
import completeTransfer from '@salesforce/label/c.Denwa_Complete_Transfer';
import disabledHeld from '@salesforce/label/c.Denwa_Disabled_Held';
import disabledMoment from '@salesforce/label/c.Denwa_Disabled_Moment';
import disabledNoLog from '@salesforce/label/c.Denwa_Disabled_No_Log';
import disabledNotConnected from '@salesforce/label/c.Denwa_Disabled_Not_Connected';
import hold from '@salesforce/label/c.Denwa_Hold';
import keypad from '@salesforce/label/c.Denwa_Keypad';
import merge from '@salesforce/label/c.Denwa_Merge';
import mute from '@salesforce/label/c.Denwa_Mute';
import newCall from '@salesforce/label/c.Denwa_New_Call';
import notes from '@salesforce/label/c.Denwa_Notes';
import park from '@salesforce/label/c.Denwa_Park';
import resume from '@salesforce/label/c.Denwa_Resume';
import swap from '@salesforce/label/c.Denwa_Swap';
import transfer from '@salesforce/label/c.Denwa_Transfer';
import unmute from '@salesforce/label/c.Denwa_Unmute';
import type { Preferences } from '../../../../../src/telephony/preferences';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

export type Action =
    'mute' | 'unmute' | 'hold' | 'resume' | 'keypad' | 'notes' | 'transfer' | 'park' | 'new-call' | 'complete-transfer' | 'swap' | 'merge';

/** One button below a call. */
export interface Control {
    /** What keeps its place, and the focus, while the button turns into its opposite. */
    readonly place: Action;
    readonly action: Action;
    readonly text: string;
    readonly icon: string;
    readonly variant: 'inverse' | undefined;
    readonly buttonClass: string;
    /** For `aria-disabled`: a button that is disabled for a moment only must not lose the focus. */
    readonly disabled: 'true' | 'false';
    /** Why it is disabled, or the keys that do the same; undefined: neither. */
    readonly title: string | undefined;
    /** For `aria-keyshortcuts`. */
    readonly keys: string | undefined;
}

type Look = 'plain' | 'on' | 'pair';
/** Buttons in the row of a button: a class of its own, because rows of three and of four go together in one grid. */
type Row = 3 | 4;

/** What the buttons depend on besides their call. */
export interface ControlOptions {
    readonly canDial: boolean;
    /** Whether the line is ready; it may still be at something else. */
    readonly registered: boolean;
    /** Whether the call has a log that can be written in. */
    readonly canNote: boolean;
    /** A consultation and its call go together: neither can be given away alone. */
    readonly consulting: boolean;
    readonly shortcuts: Preferences['shortcuts'];
}

/** The buttons of a call. Those for two calls are there while there are two. */
export function controlsOf(
    call: CallSnapshot,
    { canDial, canNote, consulting, registered, shortcuts }: ControlOptions
): readonly Control[] {
    const { can, inConference, localHold, muted, partnerId } = call;
    const held = localHold === 'held' || localHold === 'resuming';
    const controls = [
        muted
            ? control('unmute', unmute, 'utility:muted', can.mute, 'on', 4, shortcuts.mute)
            : control('mute', mute, 'utility:unmuted', can.mute, 'plain', 4, shortcuts.mute),
        held
            ? control('resume', resume, 'utility:play', can.resume, 'on', 4, shortcuts.hold)
            : control('hold', hold, 'utility:pause', can.hold, 'plain', 4, shortcuts.hold),
        control('keypad', keypad, 'utility:keypad', can.sendDigits, 'plain', 4),
        control('notes', notes, 'utility:edit', canNote, 'plain', 4),
        ...(consulting || inConference
            ? []
            : [
                  control('transfer', transfer, 'utility:change_owner', can.transfer || can.consult),
                  control('park', park, 'utility:inbox', can.park),
                  control('new-call', newCall, 'utility:add', canDial)
              ]),
        ...(partnerId !== null
            ? [
                  control('complete-transfer', completeTransfer, 'utility:forward', can.completeTransfer, 'pair'),
                  control('swap', swap, 'utility:sort', can.swap, 'pair'),
                  control('merge', merge, 'utility:groups', can.merge, 'pair')
              ]
            : [])
    ];
    const whyNot = (action: Action): string => (action === 'new-call' && whyNotDial(canDial, registered)) || whyDisabled(action, call);
    return controls.map((each) => (each.disabled === 'true' ? { ...each, title: whyNot(each.action) } : each));
}

/** Why a button of the call is disabled. */
export function whyDisabled(action: Action, { localHold, phase }: CallSnapshot): string {
    if (action === 'notes') return disabledNoLog;
    if (phase !== 'connected' && phase !== 'ending') return disabledNotConnected;
    return action === 'keypad' && localHold === 'held' ? disabledHeld : disabledMoment;
}

function control(action: Action, text: string, icon: string, enabled: boolean, look: Look = 'plain', row: Row = 3, shortcut = ''): Control {
    return {
        place: action === 'unmute' ? 'mute' : action === 'resume' ? 'hold' : action,
        action,
        text,
        icon,
        variant: look === 'on' ? 'inverse' : undefined,
        buttonClass: `slds-button control control_${look} control_of-${row}`,
        disabled: enabled ? 'false' : 'true',
        title: shortcut === '' ? undefined : withShortcut(text, shortcut),
        keys: keyShortcuts(shortcut)
    };
}
