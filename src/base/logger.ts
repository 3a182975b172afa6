import type { Clock } from './clock';

/**
 * What each level means:
 * - `error`: something the agent asked for did not happen, or data was lost; somebody must look.
 * - `warn`: something unexpected was survived (bad input refused, a retry, a missing answer).
 * - `info`: exactly one line per lifecycle transition (registered, dialled, ringing, connected, ended, saved).
 * - `debug`: what a developer needs to follow one call; SIP messages after redaction.
 *
 * No line ever holds a password, a digest or a token.
 */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface LogLine {
    /** Milliseconds since the Unix epoch. */
    readonly at: number;
    readonly level: LogLevel;
    /** The room and part that speaks, such as `sip.connection`. */
    readonly name: string;
    readonly message: string;
    readonly fields: LogFields;
}

export type LogSink = (line: LogLine) => void;

export class Logger {
    readonly #name: string;
    readonly #clock: Pick<Clock, 'now'>;
    readonly #sink: LogSink;

    constructor(name: string, clock: Pick<Clock, 'now'>, sink: LogSink) {
        this.#name = name;
        this.#clock = clock;
        this.#sink = sink;
    }

    /** A logger for a part of this one: `sip` → `sip.connection`. */
    child(part: string): Logger {
        return new Logger(`${this.#name}.${part}`, this.#clock, this.#sink);
    }

    error(message: string, fields: LogFields = {}): void {
        this.#write('error', message, fields);
    }

    warn(message: string, fields: LogFields = {}): void {
        this.#write('warn', message, fields);
    }

    info(message: string, fields: LogFields = {}): void {
        this.#write('info', message, fields);
    }

    debug(message: string, fields: LogFields = {}): void {
        this.#write('debug', message, fields);
    }

    #write(level: LogLevel, message: string, fields: LogFields): void {
        this.#sink({ at: this.#clock.now(), level, name: this.#name, message, fields });
    }
}
