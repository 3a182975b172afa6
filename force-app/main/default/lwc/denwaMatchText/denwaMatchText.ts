import { ownName } from 'c/denwaRecordText';
import { format } from 'c/denwaText';
import activity from '@salesforce/label/c.Denwa_Match_Activity';
import assistant from '@salesforce/label/c.Denwa_Field_Assistant';
import evidence from '@salesforce/label/c.Denwa_Match_Evidence';
import exact from '@salesforce/label/c.Denwa_Match_Same';
import home from '@salesforce/label/c.Denwa_Field_Home';
import maybe from '@salesforce/label/c.Denwa_Match_Maybe';
import mobile from '@salesforce/label/c.Denwa_Field_Mobile';
import openCasesLabel from '@salesforce/label/c.Denwa_Match_Open_Cases';
import other from '@salesforce/label/c.Denwa_Field_Other';
import phone from '@salesforce/label/c.Denwa_Field_Phone';
import type { RecordMatch } from '../../../../../src/telephony/record';

const fields: Readonly<Record<string, string>> = {
    Phone: phone,
    MobilePhone: mobile,
    HomePhone: home,
    OtherPhone: other,
    AssistantPhone: assistant
};

/** What speaks for a match: where it holds which number, and how sure that is. */
export function evidenceText({ certainty, field, phone: number }: RecordMatch): string {
    // The fields of a person account are those of its contact, with a prefix (PersonMobilePhone).
    const name = fields[field.replace(/^Person/, '')] ?? ownName(field);
    return format(evidence, name, number, certainty === 'same' ? exact : maybe);
}

/** What has been going on with a match; empty when nothing has. */
export function activityText({ lastActivity, openCases }: RecordMatch, dates: Intl.DateTimeFormat): string {
    const day = lastActivity === null ? NaN : Date.parse(lastActivity);
    return [
        ...(Number.isNaN(day) ? [] : [format(activity, dates.format(day))]),
        ...(openCases > 0 ? [format(openCasesLabel, openCases)] : [])
    ].join(' · ');
}
