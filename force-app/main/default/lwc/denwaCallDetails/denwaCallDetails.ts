import { LightningElement, api } from 'lwc';
import businessLabel from '@salesforce/label/c.Denwa_Business_Label';
import dialledNumber from '@salesforce/label/c.Denwa_Dialled_Number';
import queue from '@salesforce/label/c.Denwa_Queue';
import type { CallSnapshot } from '../../../../../src/telephony/snapshot';

interface Detail {
    readonly heading: string;
    readonly text: string;
}

/** What the PBX tells about an inbound call besides the caller; nothing where it tells nothing. */
export default class DenwaCallDetails extends LightningElement {
    static override renderMode = 'light' as const;
    @api call!: CallSnapshot;

    get details(): readonly Detail[] {
        const { details, dialledNumberText } = this.call;
        return [
            { heading: dialledNumber, text: dialledNumberText },
            { heading: businessLabel, text: details.businessLabel },
            { heading: queue, text: details.queue }
        ].filter((detail): detail is Detail => Boolean(detail.text));
    }
}
