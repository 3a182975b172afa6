/** Tells whether reading failed because there is no such file, as opposed to one that cannot be read. */
export function isMissingFile(error: unknown): boolean {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'EISDIR';
}
