import { decideDial, isInternalNumber, type DialPlan } from '../phone-number/dial-plan';
import { formatNumber } from '../phone-number/format-number';
import { matchSpellings } from '../phone-number/match-spellings';
import type { Call } from '../telephony/call';
import type { RecordLink, ScreenPop } from '../telephony/record';
import { isSearchable } from './caller-search';
import type { FieldValues } from './crm-host';
import type { ScreenPopSettings } from './crm-settings';
import { searchTextOf, usualSearchText } from './search-text';

/** What the CRM is to show for a call. */
export type PopTarget =
    | { readonly kind: 'record'; readonly record: RecordLink }
    /** Nothing: the panel asks. */
    | { readonly kind: 'choice' }
    | { readonly kind: 'new-record'; readonly objectType: NewRecordType; readonly fieldValues: FieldValues }
    | { readonly kind: 'search'; readonly text: string }
    /** The CRM searches and decides by itself. */
    | {
          readonly kind: 'search-and-show';
          readonly text: string;
          readonly callType: 'inbound' | 'outbound' | 'internal';
          readonly fieldValues: FieldValues;
      };

type NewRecordType = 'Contact' | 'Lead' | 'Case';

/** Lengths of the standard fields. */
const LONGEST_SUBJECT = 255;
const LONGEST_DESCRIPTION = 32_000;

/**
 * What belongs on the screen for a call whose other party has been searched; null: nothing. A record that somebody decided about, or that
 * a transfer carried, is shown whoever calls.
 */
export function decideScreenPop(call: Call, settings: ScreenPopSettings, plan: DialPlan): PopTarget | null {
    const { record, recordSource, matches, details } = call;
    const { number } = call.remote;
    if (record && (recordSource !== 'search' || !settings.bySoftphoneLayout)) return { kind: 'record', record };
    if (!isSearchable(number, plan, settings.internal)) return null;
    if (settings.bySoftphoneLayout) {
        const callType = isInternalNumber(number, plan) ? 'internal' : call.direction;
        const fieldValues = personValues(number, details.businessLabel, plan);
        return { kind: 'search-and-show', text: usualSearchText(number), callType, fieldValues };
    }
    if (matches.length > 0) {
        if (settings.manyMatches === 'choice') return { kind: 'choice' };
        const stored = matches.map(({ phone }) => phone);
        return { kind: 'search', text: searchTextOf(number, stored) };
    }
    switch (settings.noMatch) {
        case 'nothing':
            return null;
        case 'search':
            return { kind: 'search', text: usualSearchText(number) };
        case 'Case':
            return { kind: 'new-record', objectType: 'Case', fieldValues: caseValues(number, details.businessLabel) };
        default:
            return { kind: 'new-record', objectType: settings.noMatch, fieldValues: personValues(number, details.businessLabel, plan) };
    }
}

/** What the panel calls it. */
export function kindOfPop({ kind }: PopTarget): ScreenPop['kind'] {
    return kind === 'search-and-show' ? 'search' : kind;
}

function personValues(number: string, label: string | null, plan: DialPlan): FieldValues {
    const isMobile = decideDial(number, plan).kind === 'mobile';
    return { [isMobile ? 'MobilePhone' : 'Phone']: phoneValue(number), ...(label && { Description: label.slice(0, LONGEST_DESCRIPTION) }) };
}

function caseValues(number: string, label: string | null): FieldValues {
    return { SuppliedPhone: phoneValue(number), ...(label && { Subject: label.slice(0, LONGEST_SUBJECT) }) };
}

/** Only the number, whatever else the network sent with it; what is searched is short enough for every phone field. */
function phoneValue(number: string): string {
    return formatNumber(matchSpellings(number)[0] ?? '');
}
