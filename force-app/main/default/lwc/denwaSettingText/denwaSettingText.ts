import { format } from 'c/denwaText';
import address from '@salesforce/label/c.Denwa_Takes_Address';
import countryCode from '@salesforce/label/c.Denwa_Takes_Country_Code';
import domain from '@salesforce/label/c.Denwa_Takes_Domain';
import extension from '@salesforce/label/c.Denwa_Takes_Extension';
import extensions from '@salesforce/label/c.Denwa_Takes_Extensions';
import featureCodes from '@salesforce/label/c.Denwa_Takes_Feature_Codes';
import field from '@salesforce/label/c.Denwa_Takes_Field';
import found from '@salesforce/label/c.Denwa_Setting_Found';
import header from '@salesforce/label/c.Denwa_Takes_Header';
import internationalPrefix from '@salesforce/label/c.Denwa_Takes_International_Prefix';
import keys from '@salesforce/label/c.Denwa_Takes_Keys';
import listOf from '@salesforce/label/c.Denwa_Takes_List_Of';
import missing from '@salesforce/label/c.Denwa_Setting_Missing';
import notifiedNumbers from '@salesforce/label/c.Denwa_Takes_Notified_Numbers';
import oneOf from '@salesforce/label/c.Denwa_Takes_One_Of';
import orNone from '@salesforce/label/c.Denwa_Takes_Or_None';
import outsidePrefix from '@salesforce/label/c.Denwa_Takes_Outside_Prefix';
import parkingRange from '@salesforce/label/c.Denwa_Takes_Parking_Range';
import standsIn from '@salesforce/label/c.Denwa_Setting_Stands_In';
import statuses from '@salesforce/label/c.Denwa_Takes_Statuses';
import taken from '@salesforce/label/c.Denwa_Setting_Takes';
import texts from '@salesforce/label/c.Denwa_Takes_Texts';
import wholeNumber from '@salesforce/label/c.Denwa_Takes_Whole_Number';
import type { SettingForm, SettingProblem, SettingTakes } from '../../../../../src/telephony/setting-problem';

const forms: Readonly<Record<SettingForm, string>> = {
    address,
    domain,
    'one-of': oneOf,
    'list-of': listOf,
    'whole-number': wholeNumber,
    texts,
    extension,
    header,
    field,
    keys,
    statuses,
    'notified-numbers': notifiedNumbers,
    'country-code': countryCode,
    'international-prefix': internationalPrefix,
    'outside-prefix': outsidePrefix,
    extensions,
    'feature-codes': featureCodes,
    'parking-range': parkingRange
};

/** What is wrong with a setting: the value that was found, what the item takes, and what the phone goes on with. */
export function problemLines({ value, takes, standIn }: SettingProblem): readonly string[] {
    const lines = [format(found, value || missing), format(taken, takesText(takes))];
    return standIn === null ? lines : [...lines, format(standsIn, standIn)];
}

/** For a mail or a ticket. */
export function problemText(problem: SettingProblem): string {
    return [problem.title, ...problemLines(problem)].join('\n');
}

function takesText({ form, values = [], orNone: isNoneTaken }: SettingTakes): string {
    const words = form === 'one-of' || form === 'list-of' ? [values.join(', ')] : values;
    const text = format(forms[form], ...words);
    return isNoneTaken ? format(orNone, text) : text;
}
