import type { Cancel, Clock } from '../base/clock';

/** The browser's time. */
export class SystemClock implements Clock {
    now(): number {
        return Date.now();
    }

    after(delay: number, task: () => void): Cancel {
        const timer = setTimeout(task, delay);
        return () => clearTimeout(timer);
    }
}
