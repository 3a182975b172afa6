import type { LogLine } from '../base/logger';
import type { About } from '../telephony/snapshot';
import { maskNumbers } from './redact';

export interface TextFile {
    readonly name: string;
    readonly text: string;
}

export interface LogFileContent {
    readonly about: About;
    /** Redacted, oldest first. */
    readonly lines: readonly LogLine[];
    readonly maskNumbers: boolean;
    /** Milliseconds since the Unix epoch. */
    readonly now: number;
}

/** The log as a file for support: what the phone is, then its lines. Times are UTC, in the name too. */
export function logFile({ about, lines, maskNumbers: isMasked, now }: LogFileContent): TextFile {
    return fileOf('log', [...phoneTexts(about, now), '', ...lineTexts(lines, isMasked)], now);
}

export function fileOf(kind: string, texts: readonly string[], now: number): TextFile {
    const written = new Date(now).toISOString().slice(0, 16).replace(':', '-');
    return { name: `denwa-${kind}-${written}.txt`, text: [...texts, ''].join('\n') };
}

/** What the phone is. */
export function phoneTexts({ version, url, userName, server, browser }: About, now: number): readonly string[] {
    return [
        `Denwa ${version}`,
        `Page: ${url}`,
        `User: ${userName}`,
        `PBX: ${server ?? '-'}`,
        `Browser: ${browser}`,
        `Written: ${new Date(now).toISOString()}`
    ];
}

export function lineTexts(lines: readonly LogLine[], isMasked: boolean): readonly string[] {
    return lines.map((line) => `${new Date(line.at).toISOString()} ${isMasked ? maskNumbers(contentOf(line)) : contentOf(line)}`);
}

/** Only a time begins at the start of a line. */
function contentOf({ level, name, message, fields }: LogLine): string {
    const text = message.replace(/\r?\n|\r/g, '\n    ');
    const told = Object.values(fields).some((value) => value !== undefined) ? ` ${JSON.stringify(fields)}` : '';
    return `${level} ${name}: ${text}${told}`;
}
