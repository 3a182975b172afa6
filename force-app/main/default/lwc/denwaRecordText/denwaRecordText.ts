import { format } from 'c/denwaText';
import account from '@salesforce/label/c.Denwa_Record_Account';
import activity from '@salesforce/label/c.Denwa_Match_Activity';
import assistant from '@salesforce/label/c.Denwa_Field_Assistant';
import caseLabel from '@salesforce/label/c.Denwa_Record_Case';
import contact from '@salesforce/label/c.Denwa_Record_Contact';
import exact from '@salesforce/label/c.Denwa_Match_Same';
import home from '@salesforce/label/c.Denwa_Field_Home';
import lead from '@salesforce/label/c.Denwa_Record_Lead';
import maybe from '@salesforce/label/c.Denwa_Match_Maybe';
import mobile from '@salesforce/label/c.Denwa_Field_Mobile';
import named from '@salesforce/label/c.Denwa_Record_Named';
import openCasesLabel from '@salesforce/label/c.Denwa_Match_Open_Cases';
import opportunity from '@salesforce/label/c.Denwa_Record_Opportunity';
import other from '@salesforce/label/c.Denwa_Field_Other';
import personAccount from '@salesforce/label/c.Denwa_Record_Person_Account';
import phone from '@salesforce/label/c.Denwa_Field_Phone';
import type { RecordLink, RecordMatch } from '../../../../../src/telephony/record';

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

const fields: Readonly<Record<string, string>> = {
    Phone: phone,
    MobilePhone: mobile,
    HomePhone: home,
    OtherPhone: other,
    AssistantPhone: assistant
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

/** What speaks for a match: where it holds which number, and how sure that is. */
export function evidenceText({ certainty, field, phone: number }: RecordMatch): string {
    // The fields of a person account are those of its contact, with a prefix (PersonMobilePhone).
    const name = fields[field.replace(/^Person/, '')] ?? ownName(field);
    return `${name} ${number} · ${certainty === 'same' ? exact : maybe}`;
}

/** What has been going on with a match; empty when nothing has. */
export function activityText({ lastActivity, openCases }: RecordMatch, dates: Intl.DateTimeFormat): string {
    const day = lastActivity === null ? NaN : Date.parse(lastActivity);
    return [
        ...(Number.isNaN(day) ? [] : [format(activity, dates.format(day))]),
        ...(openCases > 0 ? [format(openCasesLabel, openCases)] : [])
    ].join(' · ');
}

function ownName(apiName: string): string {
    return apiName.replace(/__c$/, '').replaceAll('_', ' ');
}
