import { LogBuffer, type LogBufferLimits } from '../base/log-buffer';
import type { LogLine } from '../base/logger';

/** Keeps the newest lines for the file that an agent can save. What redacts them comes late: until then they wait, and are in no file. */
export class KeptLog {
    readonly #redacted: LogBuffer;
    #waiting: LogBuffer | null;
    #redact: (line: LogLine) => LogLine = (line) => line;

    constructor(limits: LogBufferLimits) {
        this.#redacted = new LogBuffer(limits);
        this.#waiting = new LogBuffer(limits);
    }

    /** Oldest first; they hold no secret. */
    get lines(): readonly LogLine[] {
        return this.#redacted.lines;
    }

    add(line: LogLine): void {
        if (this.#waiting) this.#waiting.add(line);
        else this.#redacted.add(this.#redact(line));
    }

    /** From now on: `redact` gets every line in its order, those that wait first. */
    redactWith(redact: (line: LogLine) => LogLine): void {
        const waiting = this.#waiting?.lines ?? [];
        this.#waiting = null;
        this.#redact = redact;
        for (const line of waiting) this.add(line);
    }
}
