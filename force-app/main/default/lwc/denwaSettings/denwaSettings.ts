import { LightningElement, api } from 'lwc';
import { isRegistered } from 'c/denwaPanelFacts';
import dismiss from '@salesforce/label/c.Denwa_Dismiss';
import settings from '@salesforce/label/c.Denwa_Settings';
import type { SettingProblem } from '../../../../../src/telephony/setting-problem';
import type { SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

/**
 * What an agent decides for this phone in this browser. Everything counts at once.
 * @fires close
 * @fires checklist to see the check list
 */
export default class DenwaSettings extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { dismiss, settings };
    @api snapshot!: SoftphoneSnapshot;

    get settingProblems(): readonly SettingProblem[] {
        return this.snapshot.about.settingProblems;
    }

    get registered(): boolean {
        return isRegistered(this.snapshot);
    }

    @api
    focus(): void {
        this.querySelector<HTMLElement>('.settings')?.focus();
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
