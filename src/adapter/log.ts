import type { LogBuffer } from '../base/log-buffer';
import type { LogSink } from '../base/logger';
import { LogRedactor } from './redact';

/** Writes each line to the browser's console, where support can see it next to the network traffic. */
export function consoleSink(output: Pick<Console, 'error' | 'warn' | 'info' | 'debug'>): LogSink {
    return ({ at, level, name, message, fields }) => {
        output[level](`[denwa] ${new Date(at).toISOString()} ${name}: ${message}`, fields);
    };
}

/** Keeps each line for the file that an agent can save: what is kept holds no secret. */
export function redactingSink(log: Pick<LogBuffer, 'add'>): LogSink {
    const redactor = new LogRedactor();
    return (line) => log.add(redactor.redact(line));
}

export function everySink(...sinks: readonly LogSink[]): LogSink {
    return (line) => {
        for (const sink of sinks) sink(line);
    };
}
