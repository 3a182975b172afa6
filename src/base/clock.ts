export type Cancel = () => void;

/** The only source of time in the product, so that tests can drive it. */
export interface Clock {
    /** Milliseconds since the Unix epoch. */
    now(): number;
    /** Runs `task` once, `delay` milliseconds from now, unless cancelled first. */
    after(delay: number, task: () => void): Cancel;
}
