import { format } from 'c/denwaText';
import account from '@salesforce/label/c.Denwa_Record_Account';
import caseLabel from '@salesforce/label/c.Denwa_Record_Case';
import contact from '@salesforce/label/c.Denwa_Record_Contact';
import lead from '@salesforce/label/c.Denwa_Record_Lead';
import named from '@salesforce/label/c.Denwa_Record_Named';
import opportunity from '@salesforce/label/c.Denwa_Record_Opportunity';
import personAccount from '@salesforce/label/c.Denwa_Record_Person_Account';
import type { RecordLink } from '../../../../../src/telephony/record';

interface Look {
    readonly text: string;
    readonly icon: string;
}

const looks: Readonly<Record<string, Look>> = {
    Account: { text: account, icon: 'standard:account' },
    Case: { text: caseLabel, icon: 'standard:case' },
    Contact: { text: contact, icon: 'standard:contact' },
    Lead: { text: lead, icon: 'standard:lead' },
    Opportunity: { text: opportunity, icon: 'standard:opportunity' }
};

export function recordIcon({ objectType }: RecordLink): string {
    return looks[objectType]?.icon ?? 'standard:record';
}

/** The API name of an object of the org's own says more than no kind. */
export function recordKind({ contactId, objectType }: RecordLink): string {
    return contactId === undefined ? (looks[objectType]?.text ?? ownName(objectType)) : personAccount;
}

/** Kind and name. */
export function recordText(record: RecordLink): string {
    return format(named, recordKind(record), record.name);
}

/** What an API name says. */
export function ownName(apiName: string): string {
    return apiName.replace(/__c$/, '').replaceAll('_', ' ');
}
