/** Repeatable chance: the same seed gives the same numbers (mulberry32). */
export class Random {
    #state: number;

    constructor(seed: number) {
        this.#state = seed;
    }

    /** From 0 up to 1. */
    next(): number {
        this.#state = (this.#state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    chance(probability: number): boolean {
        return this.next() < probability;
    }

    /** Throws for an empty list. */
    pick<T>(items: readonly T[]): T {
        const item = items[Math.floor(this.next() * items.length)];
        if (item === undefined) throw new Error('Nothing to pick from');
        return item;
    }
}
