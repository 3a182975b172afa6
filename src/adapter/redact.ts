import type { LogFields, LogLine } from '../base/logger';

const REDACTED = '[redacted]';
const WITHHELD = '[withheld]';
/** The rest of a header field, with its continuation lines (RFC 3261 section 7.3.1). */
const VALUE = String.raw`[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*`;
const SECRET_FIELD = /password|secret|token|credential|authorization/i;

/** What lets its reader pass for the agent, or hear the call; in a SIP message as in a text that quotes one. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
    // RFC 3261 section 22.4; RFC 7616
    [new RegExp(String.raw`\b((?:Proxy-)?(?:Authorization|Authenticate|Authentication-Info)\s*:)${VALUE}`, 'gi'), `$1 ${REDACTED}`],
    [/\b((?:response|c?nonce|nextnonce|opaque|rspauth)\s*=\s*)(?:\\?"[^"]*"?|[^\s,;"]+)/gi, `$1${REDACTED}`],
    [/((?:password|passwd|pwd|passphrase|secret|token)["']?\s*[:=]\s*)(?:"[^"]*"?|'[^']*'?|[^\s,;&]+)/gi, `$1${REDACTED}`],
    // In addresses: RFC 3986 section 3.2.1, RFC 3261 section 19.1.1
    [/((?:\bsips?:|\/\/)[^\s:@/<>]+:)[^\s@/<>]+(?=@)/gi, `$1${REDACTED}`],
    // RFC 8839 section 5.4, RFC 8122 section 5, RFC 4568 section 9, RFC 4567, RFC 8866 section 5.12
    [/\b(a=(?:ice-pwd|fingerprint|crypto|key-mgmt):|inline:)(?:(?!\\[rn])[^\r\n])*/gi, `$1${REDACTED}`],
    [/^(k=)[^\r\n]*/gim, `$1${REDACTED}`],
    // The name of a customer: src/sip/record-header.ts
    [/(\bX-Denwa-Record:[^\r\n]*?;name=)[^;\s]*/gi, `$1${REDACTED}`]
];

/** Names of header fields, the compact ones too (RFC 3261 section 7.3.3). */
const header = (names: string): RegExp => new RegExp(String.raw`^((?:${names})[ \t]*:)(${VALUE})`, 'gim');
const CALL_ID = header('Call-ID|i');
const FROM = header('From|f');
const PRIVACY = header('Privacy');
/** Where networks write who calls. */
const IDENTITIES = header('From|f|P-Asserted-Identity|P-Preferred-Identity|Remote-Party-ID|Contact|m|Referred-By|b');
/** Where the same stands in the further messages of a call, of either side. */
const PARTIES = header('From|f|To|t|P-Asserted-Identity|P-Preferred-Identity|Remote-Party-ID|Contact|m|Referred-By|b|Refer-To|r');
/** RFC 3323 section 4.2 */
const ASKS_FOR_PRIVACY = /\b(?:id|user|header|session)\b/i;
/** RFC 3323 section 4.1.1.3, and what networks write besides. */
const ANONYMOUS = /@anonymous\.invalid|\b(?:anonymous|restricted)@/i;
/** Names that are nobody's. */
const NOBODY = new Set(['anonymous', 'asterisk', 'restricted', 'unavailable', 'unknown']);
/** Shorter ones may stand for anything else, such as a status code; they are struck out of the call's own messages alone. */
const SHORTEST_IDENTITY = 4;
/** Calls of withheld callers that are remembered. */
const MOST_CALLS = 200;

/**
 * Takes out of log lines what nobody may learn from a log file: passwords, digests, keys, names of customers, and who callers are that do not
 * want to be known. Lines have to come in their order: what a call's first message withholds, the others do not tell either.
 */
export class LogRedactor {
    /** By Call-ID: what must not be told of the caller. */
    readonly #withheld = new Map<string, readonly string[]>();
    /** All of that, wherever it stands; null as long as there is none. */
    #anyWithheld: RegExp | null = null;

    redact(line: LogLine): LogLine {
        // First: it may be what withholds the caller that the fields name.
        const message = this.#text(line.message);
        const fields = Object.entries(line.fields).map(([key, value]) => [key, this.#value(key, value)]);
        return { ...line, message, fields: Object.fromEntries(fields) as LogFields };
    }

    #value(key: string, value: LogFields[string]): LogFields[string] {
        if (SECRET_FIELD.test(key)) return REDACTED;
        return typeof value === 'string' ? this.#text(value) : value;
    }

    #text(text: string): string {
        const callId = valuesOf(text, CALL_ID)[0];
        if (callId !== undefined && isWithheld(text)) this.#withhold(callId, text);
        let told = redactSecrets(text);
        if (callId !== undefined && this.#withheld.has(callId)) told = told.replace(PARTIES, withholdParty);
        return this.#anyWithheld ? told.replace(this.#anyWithheld, WITHHELD) : told;
    }

    /** A later message of the same call may name the caller in one more way. */
    #withhold(callId: string, message: string): void {
        const known = this.#withheld.get(callId) ?? [];
        const identities = valuesOf(message, IDENTITIES)
            .flatMap(identitiesIn)
            .filter((identity) => identity.length >= SHORTEST_IDENTITY && !NOBODY.has(identity.toLowerCase()));
        this.#withheld.set(callId, [...new Set([...known, ...identities])]);
        const [oldest] = this.#withheld.keys();
        if (this.#withheld.size > MOST_CALLS && oldest !== undefined) this.#withheld.delete(oldest);
        this.#anyWithheld = anyOf(new Set([...this.#withheld.values()].flat()));
    }
}

/** Takes passwords, digests, keys and names of customers out of a text. */
export function redactSecrets(text: string): string {
    return SECRETS.reduce((rest, [secret, replacement]) => rest.replace(secret, replacement), text);
}

/** Digits but for the last four of each number; numbers may be written in groups. */
export function maskNumbers(text: string): string {
    return text.replace(/\p{Nd}(?:[-－‐()]{0,2}\p{Nd})+/gu, (number) => {
        const digits = number.replace(/\P{Nd}/gu, '').length;
        let hidden = digits < 6 ? 0 : digits - 4;
        return number.replace(/\p{Nd}/gu, (digit) => (hidden-- > 0 ? '*' : digit));
    });
}

function isWithheld(message: string): boolean {
    return (
        valuesOf(message, PRIVACY).some((value) => ASKS_FOR_PRIVACY.test(value)) ||
        valuesOf(message, FROM).some((value) => ANONYMOUS.test(value))
    );
}

function valuesOf(message: string, field: RegExp): readonly string[] {
    return [...message.matchAll(field)].map(([, , value = '']) => value.trim());
}

/** User parts, telephone numbers and display names, as they are written and as they are meant. */
function identitiesIn(value: string): readonly string[] {
    const users = [...value.matchAll(/\bsips?:([^@>\s]+)@/gi)].map(([, user = '']) => user.split(/[;:]/)[0] ?? '');
    const numbers = [...value.matchAll(/\btel:([^>;?\s,]+)/gi)].map(([, number = '']) => number);
    const quoted = [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, name = '']) => name);
    const bare = [...value.matchAll(/(?:^|,)\s*([^<>",;:@]+?)\s*</g)].map(([, name = '']) => name);
    const written = [...users, ...numbers, ...quoted, ...bare].map((identity) => identity.trim());
    return [...written, ...written.map(decoded), ...quoted.map((name) => name.replace(/\\(.)/g, '$1').trim())];
}

function decoded(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text; // a stray percent sign
    }
}

/** The tag stays: it joins the messages of a dialog. */
function withholdParty(_field: string, name: string, value: string): string {
    return `${name} ${WITHHELD}${/;\s*tag=[^\s;,>]+/i.exec(value)?.[0] ?? ''}`;
}

/** Of two that begin alike the longer one. */
function anyOf(identities: ReadonlySet<string>): RegExp | null {
    if (identities.size === 0) return null;
    const longestFirst = [...identities].sort((one, other) => other.length - one.length);
    return new RegExp(longestFirst.map(anywhere).join('|'), 'gi');
}

/** A short number may be a part of anything. */
function anywhere(identity: string): string {
    const literal = identity.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
    return /^\d{1,6}$/.test(identity) ? String.raw`(?<!\w)${literal}(?!\w)` : literal;
}
