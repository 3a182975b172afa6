import completeTransfer from '@salesforce/label/c.Denwa_Complete_Transfer';
import hold from '@salesforce/label/c.Denwa_Hold';
import keypad from '@salesforce/label/c.Denwa_Keypad';
import merge from '@salesforce/label/c.Denwa_Merge';
import mute from '@salesforce/label/c.Denwa_Mute';
import newCall from '@salesforce/label/c.Denwa_New_Call';
import park from '@salesforce/label/c.Denwa_Park';
import resume from '@salesforce/label/c.Denwa_Resume';
import swap from '@salesforce/label/c.Denwa_Swap';
import transfer from '@salesforce/label/c.Denwa_Transfer';
import unmute from '@salesforce/label/c.Denwa_Unmute';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

export type Action =
    'mute' | 'unmute' | 'hold' | 'resume' | 'keypad' | 'transfer' | 'park' | 'new-call' | 'complete-transfer' | 'swap' | 'merge';

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
}

type Look = 'plain' | 'on' | 'pair';

/** What the buttons depend on besides their call. */
export interface ControlOptions {
    readonly canDial: boolean;
    /** A consultation and its call go together: neither can be given away alone. */
    readonly consulting: boolean;
}

/** The buttons of a call. Those for two calls are there while there are two. */
export function controlsOf(call: CallSnapshot, { canDial, consulting }: ControlOptions): readonly Control[] {
    const { can, inConference, localHold, muted, partnerId } = call;
    const held = localHold === 'held' || localHold === 'resuming';
    return [
        muted ? control('unmute', unmute, 'utility:muted', can.mute, 'on') : control('mute', mute, 'utility:unmuted', can.mute),
        held ? control('resume', resume, 'utility:play', can.resume, 'on') : control('hold', hold, 'utility:pause', can.hold),
        control('keypad', keypad, 'utility:keypad', can.sendDigits),
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
}

function control(action: Action, text: string, icon: string, enabled: boolean, look: Look = 'plain'): Control {
    return {
        place: action === 'unmute' ? 'mute' : action === 'resume' ? 'hold' : action,
        action,
        text,
        icon,
        variant: look === 'on' ? 'inverse' : undefined,
        buttonClass: `slds-button control control_${look}`,
        disabled: enabled ? 'false' : 'true'
    };
}
