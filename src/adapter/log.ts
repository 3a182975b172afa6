import type { LogSink } from '../base/logger';

/** Writes each line to the browser's console, where support can see it next to the network traffic. */
export function consoleSink(output: Pick<Console, 'error' | 'warn' | 'info' | 'debug'>): LogSink {
    return ({ at, level, name, message, fields }) => {
        output[level](`[denwa] ${new Date(at).toISOString()} ${name}: ${message}`, fields);
    };
}

export function everySink(...sinks: readonly LogSink[]): LogSink {
    return (line) => {
        for (const sink of sinks) sink(line);
    };
}
