import { format } from 'c/denwaText';
import candidatesLabel from '@salesforce/label/c.Denwa_Dial_Candidates';
import charged from '@salesforce/label/c.Denwa_Kind_Charged';
import confirmed from '@salesforce/label/c.Denwa_Dial_Confirm';
import dialNotReady from '@salesforce/label/c.Denwa_Dial_Not_Ready';
import emergency from '@salesforce/label/c.Denwa_Kind_Emergency';
import extensionKind from '@salesforce/label/c.Denwa_Kind_Extension';
import extensionLabel from '@salesforce/label/c.Denwa_Dial_Extension';
import featureCode from '@salesforce/label/c.Denwa_Kind_Feature_Code';
import fixed from '@salesforce/label/c.Denwa_Kind_Fixed';
import free from '@salesforce/label/c.Denwa_Kind_Free';
import international from '@salesforce/label/c.Denwa_Kind_International';
import ip from '@salesforce/label/c.Denwa_Kind_Ip';
import lineBusy from '@salesforce/label/c.Denwa_Notice_Line_Busy';
import machine from '@salesforce/label/c.Denwa_Kind_Machine';
import mayBeExtension from '@salesforce/label/c.Denwa_Number_May_Be_Extension';
import mobile from '@salesforce/label/c.Denwa_Kind_Mobile';
import notANumber from '@salesforce/label/c.Denwa_Dial_Not_A_Number';
import numberMissing from '@salesforce/label/c.Denwa_Notice_Number_Missing';
import premium from '@salesforce/label/c.Denwa_Kind_Premium';
import service from '@salesforce/label/c.Denwa_Kind_Service';
import shown from '@salesforce/label/c.Denwa_Number_Caller_Id_Shown';
import tooLong from '@salesforce/label/c.Denwa_Dial_Too_Long';
import unclear from '@salesforce/label/c.Denwa_Dial_Unclear';
import unknown from '@salesforce/label/c.Denwa_Kind_Unknown';
import withheld from '@salesforce/label/c.Denwa_Number_Caller_Id_Withheld';
import type { DialOption, DialWarning, NumberKind, NumberProblem } from '../../../../../src/phone-number/dial-plan';
import type { DialPreview } from '../../../../../src/telephony/dial-question';

const kinds: Record<NumberKind, string> = {
    mobile,
    fixed,
    ip,
    free,
    '0570': charged,
    premium,
    international,
    emergency,
    extension: extensionKind,
    'feature-code': featureCode,
    service,
    machine,
    unknown
};

/** A warning that the kind gives already has the words of the kind, and is told once. */
const warnings: Record<DialWarning, string> = {
    charged,
    premium,
    international,
    'caller-id-withheld': withheld,
    'caller-id-shown': shown,
    'may-be-extension': mayBeExtension
};

const problems: Record<NumberProblem, string> = {
    'number-missing': numberMissing,
    'number-not-dialable': notANumber,
    'number-ambiguous': unclear,
    'number-too-long': tooLong
};

/** What is to be known about a number before it is dialled: its kind, and what is special about it. */
export function aboutOption(option: Pick<DialOption, 'kind' | 'warnings'>): string {
    return joined(kinds[option.kind], ...option.warnings.map((warning) => warnings[warning]));
}

/** What would be dialled, in one line. */
export function previewText({ candidates, extension, needsConfirmation, option, problem }: DialPreview): string {
    if (option) {
        return joined(
            option.shown,
            aboutOption(option),
            ...(extension === null ? [] : [format(extensionLabel, extension)]),
            ...(needsConfirmation ? [confirmed] : [])
        );
    }
    if (candidates.length > 0) return format(candidatesLabel, candidates.length);
    return problem === null ? '' : problems[problem];
}

/**
 * For the buttons that dial; undefined: they can.
 * @param registered whether the line is ready; it may still be at something else, so that the phone cannot dial
 */
export function whyNotDial(canDial: boolean, registered: boolean): string | undefined {
    if (canDial) return undefined;
    return registered ? lineBusy : dialNotReady;
}

function joined(...parts: readonly string[]): string {
    return [...new Set(parts)].join(' · ');
}
