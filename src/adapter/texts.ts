import { endingText } from 'c/denwaCallText';
import { format } from 'c/denwaText';
import inboundSubject from '@salesforce/label/c.Denwa_Log_Subject_Inbound';
import outboundSubject from '@salesforce/label/c.Denwa_Log_Subject_Outbound';
import withheldNumber from '@salesforce/label/c.Denwa_Log_Withheld_Number';
import phoneMissed from '@salesforce/label/c.Denwa_Phone_Missed';
import phoneRinging from '@salesforce/label/c.Denwa_Phone_Ringing';
import phoneIdle from '@salesforce/label/c.Denwa_Phone_Label';
import type { CallLogTexts } from '../crm/call-log';
import type { PhoneLabels } from '../crm/crm-bridge';
import { formatNumber } from '../phone-number/format-number';

/** What the call log says, in the words that the panel uses. */
export const callLogTexts: CallLogTexts = {
    subject: (direction, number) => format(direction === 'inbound' ? inboundSubject : outboundSubject, number || withheldNumber),
    result: endingText
};

/** What stands on the phone's button in the utility bar. */
export const phoneLabels: PhoneLabels = {
    idle: (missed) => (missed === 0 ? phoneIdle : format(phoneMissed, missed)),
    inbound: ({ remote }) =>
        format(phoneRinging, remote.displayName ?? (remote.number === null ? withheldNumber : formatNumber(remote.number)))
};
