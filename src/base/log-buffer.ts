import type { LogLine } from './logger';

export interface LogBufferLimits {
    readonly lines: number;
    /** Of all texts together, as memory holds them: two for each UTF-16 unit. */
    readonly bytes: number;
}

/** Keeps the newest lines of a log, as many as the limits allow; a line that is longer than all of them is left out. */
export class LogBuffer {
    readonly #limits: LogBufferLimits;
    readonly #lines: LogLine[] = [];
    #bytes = 0;

    constructor(limits: LogBufferLimits) {
        this.#limits = limits;
    }

    /** Oldest first. */
    get lines(): readonly LogLine[] {
        return [...this.#lines];
    }

    add(line: LogLine): void {
        const size = sizeOf(line);
        if (size > this.#limits.bytes) return;
        this.#lines.push(line);
        this.#bytes += size;
        while (this.#lines.length > this.#limits.lines || this.#bytes > this.#limits.bytes) this.#dropOldest();
    }

    #dropOldest(): void {
        const oldest = this.#lines.shift();
        if (oldest) this.#bytes -= sizeOf(oldest);
    }
}

function sizeOf({ name, message, fields }: LogLine): number {
    const texts = [name, message, ...Object.entries(fields).flatMap(([key, value]) => [key, String(value)])];
    return 2 * texts.reduce((length, text) => length + text.length, 0);
}
