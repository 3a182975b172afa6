/** The keys of a telephone, row by row. */
export const DIGITS: readonly string[] = [...'123456789*0#'];

/** The digit that a key of the keyboard stands for; undefined for any other key, and for shortcuts. */
export function digitOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): string | undefined {
    return !altKey && !ctrlKey && !metaKey && DIGITS.includes(key) ? key : undefined;
}
