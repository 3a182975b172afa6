/** The name of a DOMException, which is not an Error in every realm. */
export function exceptionName(error: unknown): string {
    return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
