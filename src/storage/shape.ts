import type { RecordLink } from '../telephony/record';

/** Whether a value is what it should be. What a browser gives back may come from another version, or from anybody with a console. */
export type Check = (value: unknown) => boolean;

/** A check for each part of a type: a part that the type gets later is missed by the compiler. */
type Shape<Type> = { readonly [Part in keyof Type]-?: Check };

export function ofShape<Type>(shape: Shape<Type>): (value: unknown) => value is Type {
    const checks = Object.entries<Check>(shape);
    return (value): value is Type => isObject(value) && checks.every(([part, isRight]) => isRight(value[part]));
}

/** `names`: all names of the type; the compiler misses those that are left out. */
export function oneOf<Name extends string>(names: Readonly<Record<Name, true>>): Check {
    return (value) => isText(value) && Object.hasOwn(names, value);
}

export function nullOr(isRight: Check): Check {
    return (value) => value === null || isRight(value);
}

export function listOf(isRight: Check): Check {
    return (value) => Array.isArray(value) && value.every(isRight);
}

export function absentOr(isRight: Check): Check {
    return (value) => value === undefined || isRight(value);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null;
}

export function isText(value: unknown): value is string {
    return typeof value === 'string';
}

export function isName(value: unknown): value is string {
    return isText(value) && value !== '';
}

export function isFlag(value: unknown): value is boolean {
    return typeof value === 'boolean';
}

export function isAmount(value: unknown): value is number {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Milliseconds since the Unix epoch that a Date can hold (ECMA-262 section 21.4.1.1): formatting any others throws. */
export function isTime(value: unknown): value is number {
    return isAmount(value) && value <= 8.64e15;
}

export const isRecordLink = ofShape<RecordLink>({ id: isText, objectType: isText, name: isText, contactId: absentOr(isText) });
