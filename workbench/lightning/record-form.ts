import type { DefaultFieldValues, RecordInput } from '../shared/org-api';
import { isPerson, textOf, type OrgRecord } from '../shared/records';
import { fieldsOf, type Field, type ObjectName } from '../shared/schema';
import type { Modal, RecordForm } from './state';

export function newRecordForm(objectType: ObjectName, defaults: DefaultFieldValues): RecordForm {
    const values = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, String(value ?? '')]));
    return { kind: 'form', objectType, recordId: null, isPerson: false, values, isDirty: false, error: null };
}

export function editForm(record: OrgRecord): RecordForm {
    const { id, objectType } = record;
    const values = Object.fromEntries(editableFields(objectType, isPerson(record)).map(({ name }) => [name, textOf(record, name)]));
    return { kind: 'form', objectType, recordId: id, isPerson: isPerson(record), values, isDirty: false, error: null };
}

export function formFields({ objectType, isPerson: person }: RecordForm): readonly Field[] {
    return editableFields(objectType, person);
}

/** What the org is asked to save. */
export function formInput({ objectType, recordId }: RecordForm, values: Readonly<Record<string, string>>): RecordInput {
    return recordId === null ? { entityApiName: objectType, ...values } : { Id: recordId, ...values };
}

/** Whether what a person has typed would be gone with this modal. */
export function isUnsaved(modal: Modal | null): modal is RecordForm {
    return modal?.kind === 'form' && modal.isDirty;
}

function editableFields(objectType: ObjectName, person: boolean): readonly Field[] {
    return fieldsOf(objectType, person).filter((field) => !field.readOnly);
}
