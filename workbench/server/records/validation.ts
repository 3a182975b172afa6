import type { FieldValues } from '../../shared/records';
import { findField, objectOfId, schemas, type Field, type FieldValue, type ObjectName } from '../../shared/schema';
import type { FieldError } from './record-error';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const RECORD_ID = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

/** Checks of values that need nothing but the schema: names, types, lengths, picklists. */
export function checkFields(objectType: ObjectName, values: Readonly<Record<string, unknown>>): readonly FieldError[] {
    return Object.entries(values).flatMap(([name, value]): readonly FieldError[] => {
        const field = findField(objectType, name);
        if (!field) {
            return [{ statusCode: 'INVALID_FIELD', message: `No such column '${name}' on sobject of type ${objectType}` }];
        }
        const error = checkValue(field, value);
        return error ? [{ field: name, ...error }] : [];
    });
}

/** Required fields of a record that is about to be stored. */
export function checkRequired(objectType: ObjectName, values: FieldValues): readonly FieldError[] {
    return schemas[objectType].fields
        .filter((field) => field.required && (values[field.name] ?? '') === '')
        .map(({ name }) => ({ field: name, statusCode: 'REQUIRED_FIELD_MISSING', message: `Required fields are missing: [${name}]` }));
}

/**
 * The rules between fields of a Task: WhoId is a contact or a lead, and a lead cannot be related to another record.
 * Source: Object reference, Task.
 */
export function checkTask(values: FieldValues): readonly FieldError[] {
    const whoIsLead = objectOfId(String(values['WhoId'] ?? '')) === 'Lead';
    return whoIsLead && values['WhatId']
        ? [
              {
                  field: 'WhatId',
                  statusCode: 'FIELD_INTEGRITY_EXCEPTION',
                  message: 'If this task is associated with a Lead, it cannot be associated with other records.'
              }
          ]
        : [];
}

type ValueError = Omit<FieldError, 'field'>;

function checkValue(field: Field, value: unknown): ValueError | undefined {
    if (field.readOnly) {
        return {
            statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
            message: `Unable to create/update fields: ${field.name}. Please check the security settings of this field.`
        };
    }
    if (value === null || value === undefined || value === '') {
        return undefined;
    }
    switch (field.type) {
        case 'text':
        case 'longText':
        case 'phone':
            return checkText(field, value);
        case 'email':
            return checkText(field, value) ?? (EMAIL.test(textOfValue(value)) ? undefined : wrongValue(field, value, 'email address'));
        case 'picklist':
            return field.values?.includes(textOfValue(value))
                ? undefined
                : {
                      statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
                      message: `${field.label.en_US}: bad value for restricted picklist field: ${textOfValue(value)}`
                  };
        case 'reference':
            return checkReference(field, value);
        case 'date':
            return typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value))
                ? undefined
                : wrongValue(field, value, 'date');
        case 'dateTime':
            return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? undefined : wrongValue(field, value, 'date and time');
        case 'number':
            return checkNumber(field, value);
        case 'boolean':
            return typeof value === 'boolean' ? undefined : wrongValue(field, value, 'boolean');
    }
}

function checkText(field: Field, value: unknown): ValueError | undefined {
    if (typeof value === 'object') {
        return wrongValue(field, value, 'text');
    }
    const length = textOfValue(value).length;
    return field.maxLength !== undefined && length > field.maxLength
        ? {
              statusCode: 'STRING_TOO_LONG',
              message: `${field.label.en_US}: data value too large: ${textOfValue(value).slice(0, 60)}… (max length=${field.maxLength})`
          }
        : undefined;
}

/** The platform reads a number from text as well. */
function checkNumber(field: Field, value: unknown): ValueError | undefined {
    const number = textOfValue(value).trim() === '' ? NaN : Number(value);
    const isRight = field.hasDecimals ? Number.isFinite(number) : Number.isInteger(number);
    return isRight ? undefined : wrongValue(field, value, field.hasDecimals ? 'number' : 'integer');
}

function checkReference(field: Field, value: unknown): ValueError | undefined {
    if (typeof value !== 'string' || !RECORD_ID.test(value)) {
        return { statusCode: 'MALFORMED_ID', message: `${field.label.en_US}: id value of incorrect type: ${textOfValue(value)}` };
    }
    const target = value.startsWith('005') ? 'User' : objectOfId(value);
    return target && field.references?.includes(target)
        ? undefined
        : { statusCode: 'FIELD_INTEGRITY_EXCEPTION', message: `${field.label.en_US}: id value of incorrect type: ${value}` };
}

/** Objects and lists as JSON, the rest as text. */
function textOfValue(value: unknown): string {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value);
}

function wrongValue(field: Field, value: unknown, expected: string): ValueError {
    return {
        statusCode: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
        message: `${field.label.en_US}: value not of required type (${expected}): ${textOfValue(value)}`
    };
}

/** The value as the org stores it. Call only after the checks. */
export function toStored(field: Field, value: unknown): FieldValue {
    if (value === null || value === undefined || value === '') {
        return null;
    }
    if (field.type === 'number') {
        return Number(value);
    }
    return typeof value === 'boolean' ? value : textOfValue(value);
}
