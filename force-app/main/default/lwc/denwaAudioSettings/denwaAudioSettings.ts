import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { whyNotDial } from 'c/denwaDialText';
import { percent } from 'c/denwaText';
import echo from '@salesforce/label/c.Denwa_Echo_Call';
import echoHint from '@salesforce/label/c.Denwa_Echo_Call_Hint';
import heading from '@salesforce/label/c.Denwa_Settings_Audio';
import level from '@salesforce/label/c.Denwa_Microphone_Level';
import microphone from '@salesforce/label/c.Denwa_Device_Microphone';
import outputsFixed from '@salesforce/label/c.Denwa_Outputs_Fixed';
import ringer from '@salesforce/label/c.Denwa_Device_Ringer';
import ringVolume from '@salesforce/label/c.Denwa_Ring_Volume';
import speaker from '@salesforce/label/c.Denwa_Device_Speaker';
import testing from '@salesforce/label/c.Denwa_Test_Sounding';
import testRing from '@salesforce/label/c.Denwa_Test_Ring';
import testTone from '@salesforce/label/c.Denwa_Test_Tone';
import type { AudioState } from '../../../../../src/telephony/audio';
import type { Preferences } from '../../../../../src/telephony/preferences';

type Device = 'microphone' | 'speaker' | 'ringer';

/** Which devices the phone uses, how loud it rings, and trying them out. */
export default class DenwaAudioSettings extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { echo, echoHint, heading, level, microphone, outputsFixed, ringer, ringVolume, speaker };
    @api audio!: AudioState;
    @api preferences!: Preferences;
    /** Whether there is a number that plays back what it hears. */
    @api echoCall = false;
    @api canDial = false;
    @api registered = false;

    get speakerTest(): string {
        return this.audio.testing === 'speaker' ? testing : testTone;
    }

    get ringerTest(): string {
        return this.audio.testing === 'ringer' ? testing : testRing;
    }

    get volumeText(): string {
        return percent(this.preferences.ringVolume);
    }

    get cannotDial(): 'true' | 'false' {
        return this.canDial ? 'false' : 'true';
    }

    get dialHint(): string | undefined {
        return whyNotDial(this.canDial, this.registered);
    }

    handleDevice(event: CustomEvent<{ readonly id: string | null }>): void {
        const device = (event.currentTarget as HTMLElement).dataset.device as Device;
        send(this, { type: 'set-preferences', preferences: { [device]: event.detail.id } });
    }

    handleVolume(event: Event): void {
        send(this, { type: 'set-preferences', preferences: { ringVolume: Number((event.target as HTMLInputElement).value) } });
    }

    handleTest(event: Event): void {
        const output = (event.currentTarget as HTMLElement).dataset.output as 'speaker' | 'ringer';
        send(this, { type: 'test-sound', output });
    }

    handleEcho(): void {
        if (this.canDial) send(this, { type: 'echo-call' });
    }
}
