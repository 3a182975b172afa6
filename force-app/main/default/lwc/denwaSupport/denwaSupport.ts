import { LightningElement, api } from 'lwc';
import { send } from 'c/denwaCommand';
import { versionFacts, versionText, type VersionFact } from 'c/denwaVersionText';
import bundle from '@salesforce/label/c.Denwa_Support_Bundle_Save';
import checkList from '@salesforce/label/c.Denwa_Check_List';
import copy from '@salesforce/label/c.Denwa_Copy';
import heading from '@salesforce/label/c.Denwa_Settings_Support';
import log from '@salesforce/label/c.Denwa_Log_File_Save';
import mask from '@salesforce/label/c.Denwa_Log_File_Mask';
import version from '@salesforce/label/c.Denwa_Version_Information';
import type { SoftphoneSnapshot } from '../../../../../src/telephony/snapshot';

/**
 * What helps whoever is asked for help: the check list, the log, the file for a support case and the version.
 * @fires checklist
 */
export default class DenwaSupport extends LightningElement {
    static override renderMode = 'light' as const;
    readonly label = { bundle, checkList, copy, heading, log, mask, version };
    @api snapshot!: SoftphoneSnapshot;
    masked = true;

    get facts(): readonly VersionFact[] {
        return versionFacts(this.snapshot);
    }

    handleCheckList(): void {
        this.dispatchEvent(new CustomEvent('checklist', { bubbles: true }));
    }

    handleMask(event: Event): void {
        this.masked = (event.target as HTMLInputElement).checked;
    }

    handleLog(): void {
        send(this, { type: 'download-log', maskNumbers: this.masked });
    }

    handleBundle(): void {
        send(this, { type: 'download-bundle', maskNumbers: this.masked });
    }

    handleCopy(): void {
        send(this, { type: 'copy-text', text: versionText(this.facts) });
    }
}
