import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import audioInterrupted from '@salesforce/label/c.Denwa_Audio_Interrupted';
import blockedByPage from '@salesforce/label/c.Denwa_Microphone_Blocked_By_Page';
import deviceBusy from '@salesforce/label/c.Denwa_Microphone_Device_Busy';
import insecureContext from '@salesforce/label/c.Denwa_Microphone_Insecure_Context';
import microphoneTitle from '@salesforce/label/c.Denwa_Microphone_Title';
import microphoneLost from '@salesforce/label/c.Denwa_Warning_Microphone_Lost';
import microphoneMuted from '@salesforce/label/c.Denwa_Warning_Microphone_Muted';
import microphoneSilent from '@salesforce/label/c.Denwa_Warning_Microphone_Silent';
import noDevice from '@salesforce/label/c.Denwa_Microphone_No_Device';
import notHeard from '@salesforce/label/c.Denwa_Warning_Not_Heard';
import notHearing from '@salesforce/label/c.Denwa_Warning_Not_Hearing';
import permissionDenied from '@salesforce/label/c.Denwa_Microphone_Permission_Denied';
import soundEnable from '@salesforce/label/c.Denwa_Sound_Enable';
import soundHelp from '@salesforce/label/c.Denwa_Sound_Help';
import soundTitle from '@salesforce/label/c.Denwa_Sound_Title';
import tryAgain from '@salesforce/label/c.Denwa_Try_Again';
import type { AudioState, MicrophoneProblem } from '../../../../../src/telephony/audio';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

interface Help {
    readonly icon: string;
    /** Undefined where the text says it all. */
    readonly title?: string;
    readonly text: string;
    /** Undefined where no press in the panel can help. */
    readonly action?: string | undefined;
}

const microphoneHelp: Record<MicrophoneProblem, Pick<Help, 'text' | 'action'>> = {
    'permission-denied': { text: permissionDenied, action: tryAgain },
    'blocked-by-page': { text: blockedByPage, action: undefined },
    'no-device': { text: noDevice, action: tryAgain },
    'device-busy': { text: deviceBusy, action: tryAgain },
    'insecure-context': { text: insecureContext, action: undefined }
};

/**
 * What to do when the microphone, the sound, or the audio of the call does not work: one thing at a time, what matters most first. Its command
 * comes from a press, for which the browser waits before it plays.
 */
export default class DenwaMicrophoneHelp extends LightningElement {
    static override renderMode = 'light' as const;
    @api audio!: AudioState;
    /** The call that the agent is occupied with. */
    @api call: CallSnapshot | undefined;

    get help(): Help | undefined {
        const { microphone, playable } = this.audio;
        if (microphone.status === 'unusable') {
            return { icon: 'utility:muted', title: microphoneTitle, ...microphoneHelp[microphone.problem] };
        }
        if (!playable) return { icon: 'utility:volume_off', title: soundTitle, text: soundHelp, action: soundEnable };
        return this.call?.phase === 'connected' ? callHelp(this.call, this.audio) : undefined;
    }

    handlePrepare(): void {
        send(this, { type: 'prepare-audio' });
    }
}

/** That the microphone is off explains why nobody hears the agent; that it is silent may be because the agent is. */
function callHelp({ localHold, media, muted, quality }: CallSnapshot, { input }: AudioState): Help | undefined {
    if (media === 'disconnected' || media === 'failed') return { icon: 'utility:warning', text: audioInterrupted };
    if (input === 'lost') return { icon: 'utility:muted', text: microphoneLost };
    if (input === 'muted-by-system') return { icon: 'utility:muted', text: microphoneMuted };
    if (quality?.problems.includes('not-hearing')) return { icon: 'utility:volume_off', text: notHearing };
    if (quality?.problems.includes('not-heard')) return { icon: 'utility:muted', text: notHeard };
    const isTalking = localHold === 'none' && !muted;
    return input === 'silent' && isTalking ? { icon: 'utility:muted', text: microphoneSilent } : undefined;
}
