import { isInternalNumber, type DialPlan } from '../phone-number/dial-plan';
import { formatNumber } from '../phone-number/format-number';
import { matchSpellings } from '../phone-number/match-spellings';
import { isSameSubscriber } from '../phone-number/subscriber';
import type { RecordLink } from '../telephony/call';
import type { CallerCandidate } from './caller-directory';
import type { FieldValues } from './crm-host';

/** What the CRM shows for an inbound call. */
export type ScreenPop =
    | { readonly kind: 'record'; readonly record: RecordLink }
    | { readonly kind: 'new-record'; readonly objectType: 'Contact'; readonly fieldValues: FieldValues }
    | { readonly kind: 'search'; readonly text: string }
    | { readonly kind: 'none' };

/** The search page takes one line; more spellings than this do not occur among the records of one caller. */
const MOST_SPELLINGS = 5;

/** Whether there is anything to search for: not for a withheld number, not for a colleague. */
export function isSearchable(caller: string | null, plan: DialPlan): caller is string {
    return caller !== null && matchSpellings(caller).length > 0 && !isInternalNumber(caller, plan);
}

export function decideScreenPop(caller: string | null, candidates: readonly CallerCandidate[], plan: DialPlan): ScreenPop {
    if (!isSearchable(caller, plan)) return { kind: 'none' };
    const matches = new Map(candidates.filter((candidate) => callerPhones(candidate, caller).length > 0).map((match) => [match.id, match]));
    const [only] = matches.values();
    if (!only) return { kind: 'new-record', objectType: 'Contact', fieldValues: { Phone: formatNumber(caller) } };
    if (matches.size > 1) return { kind: 'search', text: searchText(caller, [...matches.values()]) };
    return { kind: 'record', record: { id: only.id, objectType: only.objectType, name: only.name } };
}

function callerPhones(candidate: CallerCandidate, caller: string): readonly string[] {
    return candidate.phones.map(({ value }) => value).filter((value) => isSameSubscriber(value, caller));
}

/**
 * The search compares text, so the page finds all matches only when it is asked for every spelling that they hold. Quotes keep the parts
 * of a number together, OR joins alternatives (Salesforce Help, "Search Operators").
 */
function searchText(caller: string, matches: readonly CallerCandidate[]): string {
    const spellings = [...new Set(matches.flatMap((match) => callerPhones(match, caller)))].map((spelling) =>
        spelling.replaceAll('"', ' ').trim()
    );
    const [only = '', ...others] = spellings.slice(0, MOST_SPELLINGS);
    return others.length === 0 ? only : [only, ...others].map((spelling) => `"${spelling}"`).join(' OR ');
}
