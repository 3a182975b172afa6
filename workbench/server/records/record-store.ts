import type { RecordInput } from '../../shared/org-api';
import { isPersonContact, recordName, textOf, type FieldValues, type OrgRecord } from '../../shared/records';
import { findField, isObjectName, schemas, type FieldValue, type ObjectName } from '../../shared/schema';
import { RecordError, type FieldError } from './record-error';
import { makeRecordId } from './record-id';
import { personName, personOfAccount } from './person-account';
import { References } from './references';
import { anyPhrase, matches, parseQuery, PhoneTokens } from './search-index';
import { checkFields, checkRequired, checkTask, toStored } from './validation';

export interface SearchOptions {
    readonly objects: readonly ObjectName[];
    readonly limit: number;
    readonly where?: (record: OrgRecord) => boolean;
}

/** The records of the stand-in org, in memory. Writing validates as the platform does and throws a `RecordError`. */
export class RecordStore {
    readonly #now: () => number;
    readonly #records = new Map<string, OrgRecord>();
    readonly #serials = new Map<ObjectName, number>();
    /** When each was created, as a place in the order of all. */
    readonly #ranks = new Map<string, number>();
    readonly #references = new References();
    readonly #phoneTokens = new PhoneTokens();

    constructor(now: () => number) {
        this.#now = now;
    }

    get(id: string): OrgRecord | undefined {
        // The 15-character form names the same record.
        return (
            this.#records.get(id) ?? (id.length === 15 ? [...this.#records.values()].find((record) => record.id.startsWith(id)) : undefined)
        );
    }

    /** In order of creation. */
    list(objectType: ObjectName): readonly OrgRecord[] {
        return [...this.#records.values()].filter((record) => record.objectType === objectType);
    }

    /** The records of an object whose reference field names this one; in order of creation. */
    pointingTo(id: string, objectType: ObjectName, field: string): readonly OrgRecord[] {
        return this.#inOrder(this.#references.sourcesOf(id)).filter(
            (record) => record.objectType === objectType && textOf(record, field) === id
        );
    }

    /** Tasks of a person, a case, or an account together with its contacts; newest first. */
    activitiesOf(id: string): readonly OrgRecord[] {
        const people = [id, ...this.pointingTo(id, 'Contact', 'AccountId').map((contact) => contact.id)];
        const tasks = [...people.flatMap((person) => this.pointingTo(person, 'Task', 'WhoId')), ...this.pointingTo(id, 'Task', 'WhatId')];
        return this.#inOrder([...new Set(tasks.map((task) => task.id))]).toReversed();
    }

    /** The due date of the latest closed task, as `LastActivityDate` has it: `YYYY-MM-DD`, or null. */
    lastActivityOf(id: string): string | null {
        const days = this.activitiesOf(id).flatMap((task) =>
            textOf(task, 'Status') === 'Completed' ? [textOf(task, 'ActivityDate')] : []
        );
        return days.reduce<string | null>((latest, day) => (day !== '' && (latest === null || day > latest) ? day : latest), null);
    }

    /** An account with a last name is a person account, and a contact stands behind it. */
    create(objectType: ObjectName, values: Readonly<Record<string, unknown>>, system: FieldValues = {}): OrgRecord {
        const stamp = new Date(this.#now()).toISOString();
        return this.#write(makeRecordId(schemas[objectType].keyPrefix, this.#nextSerial(objectType)), objectType, values, {
            CreatedDate: stamp,
            ...(objectType === 'Case' && { CaseNumber: String(1000 + (this.#serials.get('Case') ?? 0)).padStart(8, '0') }),
            ...(objectType === 'Lead' && { IsConverted: false }),
            ...system
        });
    }

    update(id: string, values: Readonly<Record<string, unknown>>): OrgRecord {
        const current = this.get(id);
        if (!current) {
            throw new RecordError([{ statusCode: 'ENTITY_IS_DELETED', message: `Record ${id} does not exist.` }]);
        }
        return this.#write(current.id, current.objectType, values, current.fields);
    }

    /** `saveLog`: `entityApiName` creates a record, `Id` changes one. */
    save(input: RecordInput): OrgRecord {
        const { entityApiName, Id, ...fields } = input;
        if (typeof Id === 'string' && Id !== '') {
            return this.update(Id, fields);
        }
        if (!isObjectName(entityApiName)) {
            throw new RecordError([{ statusCode: 'INVALID_TYPE', message: `sObject type '${String(entityApiName)}' is not supported.` }]);
        }
        return this.create(entityApiName, fields);
    }

    /** Global search over names and phone numbers. It shows a person account once, as the account. */
    search(text: string, options: SearchOptions): readonly OrgRecord[] {
        const query = parseQuery(text);
        return this.#find(
            options,
            [...this.#records.values()],
            (record) => !isPersonContact(record) && matches(query, record, 'name-and-phone')
        );
    }

    /** `FIND {"a" OR "b"} IN PHONE FIELDS`: records of `objects`, in that order, with a phone field that holds one of the spellings. */
    findByPhone(spellings: readonly string[], options: SearchOptions): readonly OrgRecord[] {
        const query = anyPhrase(spellings);
        const candidates = this.#inOrder([...this.#phoneTokens.candidates(query)]);
        return this.#find(options, candidates, (record) => matches(query, record, 'phone'));
    }

    /** Names of the records that these records point to. */
    namesFor(records: readonly OrgRecord[]): Readonly<Record<string, string>> {
        const ids = records.flatMap((record) =>
            schemas[record.objectType].fields.filter((field) => field.type === 'reference').map((field) => textOf(record, field.name))
        );
        return Object.fromEntries(
            ids.flatMap((id) => {
                const target = this.get(id);
                return target ? [[id, recordName(target)] as const] : [];
            })
        );
    }

    #find(
        { objects, limit, where = () => true }: SearchOptions,
        records: readonly OrgRecord[],
        accepts: (record: OrgRecord) => boolean
    ): readonly OrgRecord[] {
        const found = records.filter((record) => where(record) && accepts(record));
        return objects.flatMap((objectType) => found.filter((record) => record.objectType === objectType)).slice(0, limit);
    }

    /** In order of creation. */
    #inOrder(ids: readonly string[]): readonly OrgRecord[] {
        const rank = (id: string): number => this.#ranks.get(id) ?? 0;
        return ids.toSorted((a, b) => rank(a) - rank(b)).flatMap((id) => this.#records.get(id) ?? []);
    }

    #write(id: string, objectType: ObjectName, values: Readonly<Record<string, unknown>>, current: FieldValues): OrgRecord {
        const errors = checkFields(objectType, values);
        if (errors.length > 0) {
            throw new RecordError(errors);
        }
        const stored: Record<string, FieldValue> = { ...current, LastModifiedDate: new Date(this.#now()).toISOString() };
        for (const [name, value] of Object.entries(values)) {
            const field = findField(objectType, name);
            if (field) {
                stored[name] = toStored(field, value);
            }
        }
        const fields = { ...stored, ...this.#derived(objectType, stored) };
        const broken = [
            ...checkRequired(objectType, fields),
            ...(objectType === 'Task' ? checkTask(fields) : []),
            ...this.#checkReferences(objectType, values)
        ];
        if (broken.length > 0) {
            throw new RecordError(broken);
        }
        const record: OrgRecord = { id, objectType, fields };
        this.#put(record);
        return fields['IsPersonAccount'] === true && objectType === 'Account' ? this.#withPerson(record) : record;
    }

    #put(record: OrgRecord): void {
        if (!this.#ranks.has(record.id)) {
            this.#ranks.set(record.id, this.#ranks.size);
        }
        this.#records.set(record.id, record);
        this.#references.write(record);
        this.#phoneTokens.write(record);
    }

    /** Keeps the contact behind a person account, which the account's own fields are copied to. */
    #withPerson(account: OrgRecord): OrgRecord {
        const id = textOf(account, 'PersonContactId') || makeRecordId(schemas.Contact.keyPrefix, this.#nextSerial('Contact'));
        this.#put({ id, objectType: 'Contact', fields: { ...this.#records.get(id)?.fields, ...personOfAccount(account) } });
        const record: OrgRecord = { ...account, fields: { ...account.fields, PersonContactId: id } };
        this.#put(record);
        return record;
    }

    #checkReferences(objectType: ObjectName, values: Readonly<Record<string, unknown>>): readonly FieldError[] {
        return Object.entries(values).flatMap(([name, value]) => {
            const field = findField(objectType, name);
            const dangling =
                field?.type === 'reference' && typeof value === 'string' && value !== '' && !value.startsWith('005') && !this.get(value);
            return dangling
                ? [{ field: name, statusCode: 'FIELD_INTEGRITY_EXCEPTION', message: `${field.label.en_US}: no record ${value}` } as const]
                : [];
        });
    }

    /** Fields that the org computes. */
    #derived(objectType: ObjectName, fields: FieldValues): FieldValues {
        switch (objectType) {
            case 'Contact':
            case 'Lead':
                return { Name: personName(String(fields['LastName'] ?? ''), String(fields['FirstName'] ?? '')) };
            case 'Case': {
                const contact = this.get(String(fields['ContactId'] ?? ''));
                return { ContactPhone: contact ? (contact.fields['Phone'] ?? contact.fields['MobilePhone'] ?? null) : null };
            }
            case 'Account': {
                const name = personName(String(fields['LastName'] ?? ''), String(fields['FirstName'] ?? ''));
                return name === '' ? { IsPersonAccount: false } : { IsPersonAccount: true, Name: name };
            }
            case 'Task':
                return {};
        }
    }

    #nextSerial(objectType: ObjectName): number {
        const serial = (this.#serials.get(objectType) ?? 0) + 1;
        this.#serials.set(objectType, serial);
        return serial;
    }
}
