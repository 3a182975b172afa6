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
    const written = new Date(now).toISOString();
    const texts = lines.map((line) => `${new Date(line.at).toISOString()} ${isMasked ? maskNumbers(contentOf(line)) : contentOf(line)}`);
    const head = [
        `Denwa ${about.version}`,
        `Page: ${about.url}`,
        `User: ${about.userName}`,
        `PBX: ${about.server ?? '-'}`,
        `Browser: ${about.browser}`,
        `Written: ${written}`
    ];
    return { name: `denwa-log-${written.slice(0, 16).replace(':', '-')}.txt`, text: [...head, '', ...texts, ''].join('\n') };
}

/** Only a time begins at the start of a line. */
function contentOf({ level, name, message, fields }: LogLine): string {
    const text = message.replace(/\r?\n|\r/g, '\n    ');
    const told = Object.values(fields).some((value) => value !== undefined) ? ` ${JSON.stringify(fields)}` : '';
    return `${level} ${name}: ${text}${told}`;
}
