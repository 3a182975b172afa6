import type { FieldValues, OrgRecord } from '../../shared/records';

/** The fields of the contact behind a person account, and where the account holds them. */
const CONTACT_FIELDS = {
    Name: 'Name',
    LastName: 'LastName',
    FirstName: 'FirstName',
    Phone: 'Phone',
    MobilePhone: 'PersonMobilePhone',
    HomePhone: 'PersonHomePhone',
    OtherPhone: 'PersonOtherPhone',
    CreatedDate: 'CreatedDate',
    LastModifiedDate: 'LastModifiedDate'
} as const;

/** What the contact behind a person account holds. */
export function personOfAccount(account: OrgRecord): FieldValues {
    const copied = Object.entries(CONTACT_FIELDS).map(([field, source]) => [field, account.fields[source] ?? null] as const);
    return { ...Object.fromEntries(copied), AccountId: account.id, IsPersonAccount: true };
}

/** Japanese names stand with the family name first. */
export function personName(lastName: string, firstName: string): string {
    const familyNameFirst = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(lastName);
    return (familyNameFirst ? [lastName, firstName] : [firstName, lastName]).filter(Boolean).join(' ');
}
