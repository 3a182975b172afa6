import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import blockedByPage from '@salesforce/label/c.Denwa_Microphone_Blocked_By_Page';
import deviceBusy from '@salesforce/label/c.Denwa_Microphone_Device_Busy';
import insecureContext from '@salesforce/label/c.Denwa_Microphone_Insecure_Context';
import microphoneTitle from '@salesforce/label/c.Denwa_Microphone_Title';
import noDevice from '@salesforce/label/c.Denwa_Microphone_No_Device';
import permissionDenied from '@salesforce/label/c.Denwa_Microphone_Permission_Denied';
import soundEnable from '@salesforce/label/c.Denwa_Sound_Enable';
import soundHelp from '@salesforce/label/c.Denwa_Sound_Help';
import soundTitle from '@salesforce/label/c.Denwa_Sound_Title';
import tryAgain from '@salesforce/label/c.Denwa_Try_Again';
import type { AudioState, MicrophoneProblem } from '../../../../../src/telephony/audio';

interface Help {
    readonly icon: string;
    readonly title: string;
    readonly text: string;
    /** Undefined where only an administrator can help. */
    readonly action: string | undefined;
}

const microphoneHelp: Record<MicrophoneProblem, Pick<Help, 'text' | 'action'>> = {
    'permission-denied': { text: permissionDenied, action: tryAgain },
    'blocked-by-page': { text: blockedByPage, action: undefined },
    'no-device': { text: noDevice, action: tryAgain },
    'device-busy': { text: deviceBusy, action: tryAgain },
    'insecure-context': { text: insecureContext, action: undefined }
};

/** What to do when the microphone or the sound does not work. Its command comes from a press, for which the browser waits before it plays. */
export default class DenwaMicrophoneHelp extends LightningElement {
    @api audio!: AudioState;

    get help(): Help | undefined {
        const { microphone, playable } = this.audio;
        if (microphone.status === 'unusable') {
            return { icon: 'utility:muted', title: microphoneTitle, ...microphoneHelp[microphone.problem] };
        }
        return playable ? undefined : { icon: 'utility:volume_off', title: soundTitle, text: soundHelp, action: soundEnable };
    }

    handlePrepare(): void {
        send(this, { type: 'prepare-audio' });
    }
}
