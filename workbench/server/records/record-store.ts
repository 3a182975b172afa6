import type { RecordInput } from '../../shared/org-api';
import { recordName, textOf, type FieldValues, type OrgRecord } from '../../shared/records';
import { findField, isObjectName, schemas, type FieldValue, type ObjectName } from '../../shared/schema';
import { RecordError, type FieldError } from './record-error';
import { makeRecordId } from './record-id';
import { matches, parseQuery, anyPhrase } from './search-index';
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

    /** Tasks of a person, a case, or an account together with its contacts; newest first. */
    activitiesOf(id: string): readonly OrgRecord[] {
        const owners = new Set([
            id,
            ...this.list('Contact').flatMap((contact) => (textOf(contact, 'AccountId') === id ? [contact.id] : []))
        ]);
        return this.list('Task')
            .filter((task) => owners.has(textOf(task, 'WhoId')) || textOf(task, 'WhatId') === id)
            .reverse();
    }

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

    /** Global search over names and phone numbers. */
    search(text: string, options: SearchOptions): readonly OrgRecord[] {
        const query = parseQuery(text);
        return this.#find(options, (record) => matches(query, record, 'name-and-phone'));
    }

    /** `FIND {"a" OR "b"} IN PHONE FIELDS`: records of `objects`, in that order, with a phone field that holds one of the spellings. */
    findByPhone(spellings: readonly string[], options: SearchOptions): readonly OrgRecord[] {
        const query = anyPhrase(spellings);
        return this.#find(options, (record) => matches(query, record, 'phone'));
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

    #find({ objects, limit, where = () => true }: SearchOptions, accepts: (record: OrgRecord) => boolean): readonly OrgRecord[] {
        return objects.flatMap((objectType) => this.list(objectType).filter((record) => where(record) && accepts(record))).slice(0, limit);
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
        this.#records.set(id, record);
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
            case 'Account':
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

/** Japanese names stand with the family name first. */
function personName(lastName: string, firstName: string): string {
    const familyNameFirst = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(lastName);
    return (familyNameFirst ? [lastName, firstName] : [firstName, lastName]).filter(Boolean).join(' ');
}
