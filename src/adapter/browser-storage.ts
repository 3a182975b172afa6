/**
 * The UUID of this browser profile (RFC 5626 section 4.1: the same after a restart). Where the browser keeps storage from the frame, one for
 * this page has to do: the PBX then sees a new phone after each reload.
 */
export function instanceId(storage: () => Storage, newId: () => string): string {
    const key = 'denwa.instance-id';
    try {
        const known = storage().getItem(key);
        if (known) return known;
        const fresh = newId();
        storage().setItem(key, fresh);
        return fresh;
    } catch {
        return newId();
    }
}
