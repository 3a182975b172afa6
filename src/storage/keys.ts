/** Every key that begins with `first`: an array sorts after any string or number (W3C Indexed Database API 3.0, section 2.4). */
export function allOf(first: string): IDBKeyRange {
    return IDBKeyRange.bound([first], [first, []]);
}

/** The keys that have to go so that `count` remain. */
export function beyondNewest<Key>(oldestFirst: readonly Key[], count: number): readonly Key[] {
    return oldestFirst.slice(0, Math.max(0, oldestFirst.length - count));
}
