/** A small deterministic generator (mulberry32), so that every seeded store holds the same people. */
export class Random {
    #state: number;

    constructor(seed: number) {
        this.#state = seed;
    }

    /** A whole number from 0 to `limit - 1`. */
    below(limit: number): number {
        this.#state = (this.#state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
    }

    pick<T>(values: readonly [T, ...T[]] | readonly T[]): T {
        const value = values[this.below(values.length)];
        if (value === undefined) {
            throw new Error('Nothing to pick from.');
        }
        return value;
    }

    digits(count: number): string {
        return Array.from({ length: count }, () => this.below(10)).join('');
    }

    /** True in `percent` of a hundred cases. */
    chance(percent: number): boolean {
        return this.below(100) < percent;
    }
}
