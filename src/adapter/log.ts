import type { LogLine, LogSink } from '../base/logger';

/** Writes each line to the browser's console, where support can see it next to the network traffic. */
export function consoleSink(output: Pick<Console, 'error' | 'warn' | 'info' | 'debug'>): LogSink {
    return ({ at, level, name, message, fields }: LogLine) => {
        output[level](`[denwa] ${new Date(at).toISOString()} ${name}: ${message}`, fields);
    };
}
