import { textOf, type OrgRecord } from '../../shared/records';
import { schemas } from '../../shared/schema';

/** Which records point to a record, so that a large org need not be looked through. */
export class References {
    readonly #sourcesOf = new Map<string, Set<string>>();

    /** Call it with every record that was written. */
    write(record: OrgRecord): void {
        for (const { name, type } of schemas[record.objectType].fields) {
            const target = textOf(record, name);
            if (type === 'reference' && target !== '') {
                this.#sourcesOf.set(target, (this.#sourcesOf.get(target) ?? new Set()).add(record.id));
            }
        }
    }

    /** Ids of records that point to it, or did so before they were changed. */
    sourcesOf(id: string): readonly string[] {
        return [...(this.#sourcesOf.get(id) ?? [])];
    }
}
