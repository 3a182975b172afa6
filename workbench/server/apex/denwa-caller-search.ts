import { isPerson, isPersonContact, recordName, textOf, type OrgRecord } from '../../shared/records';
import type { RecordStore } from '../records/record-store';

/** What `DenwaCallerSearch.find` answers over remoting, which leaves out the properties that are null. */
export interface Candidate {
    readonly id: string;
    readonly objectType: string;
    readonly name: string;
    readonly company?: string;
    /** `YYYY-MM-DD`. */
    readonly lastActivity?: string;
    readonly openCases: number;
    readonly contactId?: string;
    readonly phones: readonly { readonly field: string; readonly value: string }[];
}

const MOST_PHRASES = 20;
const MOST_RECORDS = 50;

const PHONE_FIELDS = {
    Contact: ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone'],
    Account: ['Phone', 'PersonMobilePhone', 'PersonHomePhone', 'PersonOtherPhone'],
    Lead: ['Phone', 'MobilePhone']
} as const;

type Searched = keyof typeof PHONE_FIELDS;

/** The stand-in of `force-app/main/default/classes/DenwaCallerSearch.cls`, without sharing and field-level security. */
export function findCallers(store: RecordStore, spellings: readonly string[]): readonly Candidate[] {
    const found = store.findByPhone(searchPhrases(spellings), {
        objects: ['Contact', 'Account', 'Lead'],
        where: (record) => record.fields['IsConverted'] !== true,
        limit: MOST_RECORDS
    });
    return withPersonAccounts(store, found).map((record) => toCandidate(store, record));
}

/** The class's phrases, without their quotes: digits in their groups, and whole numbers with whatever is glued to them. */
function searchPhrases(spellings: readonly string[]): readonly string[] {
    const tokens = spellings.map((spelling) =>
        spelling
            .slice(0, 40)
            .replace(/[^0-9０-９ーｰ]+/g, ' ')
            .trim()
    );
    const phrases = [...new Set(tokens)].filter((phrase) => phrase.length >= 3);
    const prefixes = phrases.filter((phrase) => /^[0-9]{9,}$/.test(phrase)).map((phrase) => `${phrase}*`);
    return [...phrases, ...prefixes].slice(0, MOST_PHRASES);
}

/** A person account counts as the account alone, whichever of its two records was found. */
function withPersonAccounts(store: RecordStore, found: readonly OrgRecord[]): readonly OrgRecord[] {
    const records = found.filter((record) => !isPersonContact(record));
    const accountIds = new Set(found.filter(isPersonContact).map((contact) => textOf(contact, 'AccountId')));
    const missing = [...accountIds].filter((id) => !records.some((record) => record.id === id));
    return [...records, ...missing.flatMap((id) => store.get(id) ?? [])];
}

function toCandidate(store: RecordStore, record: OrgRecord): Candidate {
    const company = companyOf(store, record);
    const lastActivity = store.lastActivityOf(record.id);
    return {
        id: record.id,
        objectType: record.objectType,
        name: recordName(record),
        ...(company !== '' && { company }),
        ...(lastActivity !== null && { lastActivity }),
        openCases: openCasesOf(store, record),
        ...(record.objectType === 'Account' && isPerson(record) && { contactId: textOf(record, 'PersonContactId') }),
        phones: PHONE_FIELDS[record.objectType as Searched]
            .map((field) => ({ field, value: textOf(record, field) }))
            .filter(({ value }) => value !== '')
    };
}

function companyOf(store: RecordStore, record: OrgRecord): string {
    const employer = record.objectType === 'Contact' ? store.get(textOf(record, 'AccountId')) : undefined;
    return employer ? recordName(employer) : textOf(record, 'Company');
}

function openCasesOf(store: RecordStore, { id, objectType }: OrgRecord): number {
    const field = objectType === 'Contact' ? 'ContactId' : 'AccountId';
    return store.pointingTo(id, 'Case', field).filter((each) => textOf(each, 'Status') !== 'Closed').length;
}
