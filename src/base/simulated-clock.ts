import type { Cancel, Clock } from './clock';

interface Timer {
    readonly due: number;
    readonly order: number;
    readonly task: () => void;
}

/** A clock that stands still until a test advances it. Timers run in order of their due time, then of their creation. */
export class SimulatedClock implements Clock {
    #now: number;
    #created = 0;
    readonly #timers = new Set<Timer>();

    constructor(start = 0) {
        this.#now = start;
    }

    now(): number {
        return this.#now;
    }

    after(delay: number, task: () => void): Cancel {
        const timer: Timer = { due: this.#now + Math.max(0, delay), order: this.#created++, task };
        this.#timers.add(timer);
        return () => {
            this.#timers.delete(timer);
        };
    }

    /** Number of timers that wait. */
    get pending(): number {
        return this.#timers.size;
    }

    advance(milliseconds: number): void {
        const end = this.#now + milliseconds;
        for (let next = this.#nextBefore(end); next; next = this.#nextBefore(end)) {
            this.#timers.delete(next);
            this.#now = next.due;
            next.task();
        }
        this.#now = end;
    }

    #nextBefore(end: number): Timer | undefined {
        return [...this.#timers].filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due || a.order - b.order)[0];
    }
}
