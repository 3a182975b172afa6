import { nameField, schemas, type FieldValue, type ObjectName } from './schema';

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** One record of the org. `fields` holds no `Id`. */
export interface OrgRecord {
    /** 18 characters. */
    readonly id: string;
    readonly objectType: ObjectName;
    readonly fields: FieldValues;
}

export function recordName(record: OrgRecord): string {
    return textOf(record, nameField(record.objectType));
}

/** A field as text; empty when the record does not hold it. */
export function textOf(record: OrgRecord, field: string): string {
    return String(record.fields[field] ?? '');
}

/** A person account is an account and a contact at once. */
export function isPerson(record: OrgRecord): boolean {
    return record.fields['IsPersonAccount'] === true;
}

/** The contact behind a person account: people see the account in its place. */
export function isPersonContact(record: OrgRecord): boolean {
    return record.objectType === 'Contact' && isPerson(record);
}

export interface PhoneOfRecord {
    readonly field: string;
    readonly value: string;
}

/** Every phone number that a record holds, spelled as stored. */
export function phonesOf(record: OrgRecord): readonly PhoneOfRecord[] {
    return schemas[record.objectType].fields
        .filter((field) => field.type === 'phone' && textOf(record, field.name) !== '')
        .map((field) => ({ field: field.name, value: textOf(record, field.name) }));
}
