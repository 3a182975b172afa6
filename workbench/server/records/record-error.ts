import type { RecordErrorDetail } from '../../shared/org-api';

export interface FieldError {
    /** Absent when the error belongs to the record as a whole. */
    readonly field?: string;
    readonly statusCode: RecordStatusCode;
    readonly message: string;
}

/** The platform's `StatusCode` values that the store can answer with. */
export type RecordStatusCode =
    | 'ENTITY_IS_DELETED'
    | 'FIELD_INTEGRITY_EXCEPTION'
    | 'INVALID_FIELD'
    | 'INVALID_FIELD_FOR_INSERT_UPDATE'
    | 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    | 'INVALID_TYPE'
    | 'INVALID_TYPE_ON_FIELD_IN_RECORD'
    | 'MALFORMED_ID'
    | 'REQUIRED_FIELD_MISSING'
    | 'STRING_TOO_LONG';

/** The store refused a record. Holds every error found, not only the first. */
export class RecordError extends Error {
    override readonly name = 'RecordError';
    readonly errors: readonly FieldError[];

    constructor(errors: readonly FieldError[]) {
        super(errors.map((error) => error.message).join(' '));
        this.errors = errors;
    }

    detail(): RecordErrorDetail {
        const fieldErrors: Record<string, { statusCode: string; message: string; field: string }[]> = {};
        for (const { field, statusCode, message } of this.errors) {
            if (field !== undefined) {
                (fieldErrors[field] ??= []).push({ statusCode, message, field });
            }
        }
        return {
            message: 'An error occurred while trying to update the record. Please try again.',
            pageErrors: this.errors
                .filter((error) => error.field === undefined)
                .map(({ statusCode, message }) => ({ statusCode, message })),
            fieldErrors
        };
    }
}
