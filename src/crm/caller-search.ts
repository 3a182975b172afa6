import { plainText } from '../base/plain-text';
import { isInternalNumber, type DialPlan } from '../phone-number/dial-plan';
import { matchSpellings } from '../phone-number/match-spellings';
import { compareNumbers } from '../phone-number/subscriber';
import type { RecordLink, RecordMatch } from '../telephony/record';
import { field, isSameRecord, readRecordLink } from './record-link';

/** More than an agent reads through while the phone rings. */
const MOST_MATCHES = 50;
/** The CRM searches for no less. */
const SHORTEST_SEARCH = 3;
/** What a standard phone field holds. */
const LONGEST_PHONE = 40;
/** What a company name holds; fields of an org's own may hold more. */
const LONGEST_TEXT = 255;

/** Whether there is anything to search for: not for a withheld number or a code of the PBX, nor for a colleague unless `internal`. */
export function isSearchable(number: string | null, plan: DialPlan, internal: boolean): number is string {
    if (number === null || /[*#]/.test(number)) return false;
    const { length } = matchSpellings(number)[0] ?? '';
    return length >= SHORTEST_SEARCH && length <= LONGEST_PHONE && (internal || !isInternalNumber(number, plan));
}

/** One form for all spellings of a number. */
export function subscriberKey(number: string): string {
    const spellings = matchSpellings(number);
    return spellings.find((spelling) => /^\+\d+$/.test(spelling)) ?? spellings[0] ?? number;
}

/**
 * The records that hold the number, the likeliest first: the very number before what may be it, then by the last activity, then by open
 * cases, else as they were found. The search compares text and finds too many; what it found and cannot be read is left out.
 */
export function rankMatches(number: string, found: readonly unknown[]): readonly RecordMatch[] {
    const matches = found.map((candidate) => readMatch(number, candidate)).filter((match) => match !== null);
    return matches
        .filter(({ record }, index) => !isRepeated(record, matches.slice(0, index)) && !isBehindPersonAccount(record, matches))
        .sort(byLikelihood)
        .slice(0, MOST_MATCHES);
}

/** The one record that a call of this number belongs to, or null: it has to be asked. `chosenId`: what the agent chose for it before. */
export function likeliestRecord(matches: readonly RecordMatch[], chosenId: string | null): RecordLink | null {
    const chosen = chosenId === null ? undefined : matches.find(({ record }) => isSameRecord(record.id, chosenId));
    const [only, ...others] = matches.filter(({ certainty }) => certainty === 'same');
    return (chosen ?? (others.length === 0 ? only : undefined))?.record ?? null;
}

function readMatch(number: string, candidate: unknown): RecordMatch | null {
    const [id, objectType, name, contactId] = ['id', 'objectType', 'name', 'contactId'].map((key) => field(candidate, key));
    const record = readRecordLink({ id, objectType, name, contactId });
    const evidence = record && findEvidence(number, field(candidate, 'phones'));
    if (!evidence) return null;
    const [company, lastActivity, openCases] = ['company', 'lastActivity', 'openCases'].map((key) => field(candidate, key));
    return {
        record,
        ...evidence,
        company: typeof company === 'string' ? plainText(company, LONGEST_TEXT) : null,
        lastActivity: typeof lastActivity === 'string' && /^\d{4}-\d\d-\d\d$/.test(lastActivity) ? lastActivity : null,
        openCases: typeof openCases === 'number' && openCases > 0 ? Math.floor(openCases) : 0
    };
}

/** The field that proves the most; null: none of them holds the number. */
function findEvidence(number: string, phones: unknown): Pick<RecordMatch, 'certainty' | 'field' | 'phone'> | null {
    const evidence = (Array.isArray(phones) ? phones : []).flatMap((phone: unknown) => {
        const [name, value] = [field(phone, 'field'), field(phone, 'value')];
        if (typeof name !== 'string' || typeof value !== 'string') return [];
        const certainty = compareNumbers(number, value.slice(0, LONGEST_TEXT));
        return certainty === 'no' ? [] : [{ certainty, field: plainText(name, LONGEST_TEXT), phone: plainText(value, LONGEST_TEXT) }];
    });
    return evidence.find(({ certainty }) => certainty === 'same') ?? evidence[0] ?? null;
}

function isRepeated({ id }: RecordLink, earlier: readonly RecordMatch[]): boolean {
    return earlier.some(({ record }) => isSameRecord(record.id, id));
}

/** A person account is one person, though Salesforce keeps a contact behind it. */
function isBehindPersonAccount({ id }: RecordLink, matches: readonly RecordMatch[]): boolean {
    return matches.some(({ record: { contactId } }) => contactId !== undefined && isSameRecord(contactId, id));
}

function byLikelihood(a: RecordMatch, b: RecordMatch): number {
    if (a.certainty !== b.certainty) return a.certainty === 'same' ? -1 : 1;
    // Dates in this form sort as text.
    const [activityOfA, activityOfB] = [a.lastActivity ?? '', b.lastActivity ?? ''];
    if (activityOfA !== activityOfB) return activityOfA > activityOfB ? -1 : 1;
    return b.openCases - a.openCases;
}
