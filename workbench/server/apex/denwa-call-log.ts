import { textOf, type OrgRecord } from '../../shared/records';
import { findField, type Field } from '../../shared/schema';
import { RecordError } from '../records/record-error';
import { ApexException, type ApexContext } from './apex-class';

/** What `DenwaCallLog.save` answers. */
export interface SavedLog {
    readonly id: string;
    readonly ignoredFields: readonly string[];
}

const LONGEST_ENTRY = 250_000;
const REMEMBERED_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The stand-in of `force-app/main/default/classes/DenwaCallLog.cls`. Requests do not run at the same time here, so there is nothing that
 * they would have to wait at.
 */
export function saveCallLog({ store, user, now }: ApexContext, entry: string): SavedLog {
    const values = Object.entries(readEntry(entry));
    const ignoredFields = values.flatMap(([name]) => (isWritable(name) ? [] : [name]));
    const log = Object.fromEntries(
        values.filter(([name, value]) => isWritable(name) && value !== null).map(([name, value]) => [name, checkedValue(name, value)])
    );
    const callObject = log['CallObject'];
    if (typeof callObject !== 'string' || callObject.trim() === '') {
        throw new ApexException('REQUIRED_FIELD_MISSING: CallObject names the call and must not be empty.');
    }
    const isSaved = (task: OrgRecord): boolean =>
        textOf(task, 'CallObject') === callObject &&
        textOf(task, 'OwnerId') === user.id &&
        Date.parse(textOf(task, 'CreatedDate')) > now() - REMEMBERED_DAYS * DAY;
    const earlier = store.list('Task').find(isSaved);
    try {
        if (earlier) {
            if (textOf(earlier, 'LastModifiedDate') === textOf(earlier, 'CreatedDate')) {
                store.update(earlier.id, log);
            }
            return { id: earlier.id, ignoredFields };
        }
        return { id: store.create('Task', { ...log, OwnerId: user.id }).id, ignoredFields };
    } catch (error) {
        if (error instanceof RecordError) {
            throw new ApexException(error.errors.map(({ statusCode, message }) => `${statusCode}: ${message}`).join(' '));
        }
        throw error;
    }
}

function readEntry(entry: string): Readonly<Record<string, unknown>> {
    const values = entry.length <= LONGEST_ENTRY ? parse(entry) : undefined;
    if (typeof values !== 'object' || values === null || Array.isArray(values)) {
        throw new ApexException('INVALID_INPUT: A call log is a JSON object.');
    }
    return values as Readonly<Record<string, unknown>>;
}

function parse(json: string): unknown {
    try {
        return JSON.parse(json);
    } catch {
        // The caller refuses what is no object.
        return undefined;
    }
}

function isWritable(name: string): boolean {
    const field = findField('Task', name);
    return field !== undefined && field.readOnly !== true && name !== 'OwnerId';
}

function checkedValue(name: string, value: unknown): string | number | boolean {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
        throw new ApexException(`INVALID_TYPE_ON_FIELD_IN_RECORD: ${name} takes a single value.`);
    }
    const field = findField('Task', name);
    return field && isText(field) ? String(value) : value;
}

function isText({ type }: Field): boolean {
    return type === 'text' || type === 'longText' || type === 'picklist';
}
