/** What a browser keeps for one site. */
export class FakeStorage {
    readonly items = new Map<string, string>();
    isFull = false;

    getItem(key: string): string | null {
        return this.items.get(key) ?? null;
    }

    setItem(key: string, value: string): void {
        if (this.isFull) throw new DOMException('', 'QuotaExceededError');
        this.items.set(key, value);
    }

    removeItem(key: string): void {
        this.items.delete(key);
    }
}
