import type { LogLine } from '../base/logger';

/** How sip.js tells of a message. Source: sip.js, platform/web/transport/transport.ts. */
const TRANSPORTED = /^(Sending|Received) WebSocket (?:(?:text|binary) )?message:\n\n(.*)/s;

/** One SIP message of the log: who sent what when. */
export interface SipStep {
    /** Milliseconds since the Unix epoch. */
    readonly at: number;
    readonly sender: 'phone' | 'pbx';
    /** `INVITE sip:1002@pbx`, `486 Busy Here`. */
    readonly what: string;
    /** Number and method of the request that this is, or answers. */
    readonly cseq: string;
    /** Whether it has a session description. */
    readonly hasSdp: boolean;
    /** Why (RFC 3326); null where it does not tell. */
    readonly reason: string | null;
}

/** The SIP messages of the call that the log tells of last, oldest first. */
export interface SipLadder {
    readonly callId: string;
    readonly steps: readonly SipStep[];
}

/** Null where the log holds no call. */
export function lastLadder(lines: readonly LogLine[]): SipLadder | null {
    const messages = lines.flatMap(readMessage);
    const callId = messages.filter(({ step }) => step.what.startsWith('INVITE ')).at(-1)?.callId;
    if (callId === undefined) return null;
    return { callId, steps: messages.filter((message) => message.callId === callId).map(({ step }) => step) };
}

/** A line for each message: its time, its seconds since the first one, its way, and what it says. Times are UTC. */
export function ladderText({ callId, steps }: SipLadder): readonly string[] {
    const [first] = steps;
    const texts = steps.map(({ at, sender, what, cseq, hasSdp, reason }) => {
        const since = ((at - (first?.at ?? at)) / 1000).toFixed(3).padStart(9);
        const way = sender === 'phone' ? 'phone ──▶ PBX' : 'phone ◀── PBX';
        const rest = [`[${cseq}]`, ...(hasSdp ? ['SDP'] : []), ...(reason === null ? [] : [`Reason: ${reason}`])].join(' ');
        return `${new Date(at).toISOString().slice(11, 23)} ${since} s  ${way}  ${what} ${rest}`;
    });
    return [`Call-ID: ${callId}`, ...texts];
}

function readMessage({ at, message }: LogLine): readonly { readonly callId: string; readonly step: SipStep }[] {
    const [, verb, text = ''] = TRANSPORTED.exec(message) ?? [];
    const [start = '', ...fields] = text.split(/\r?\n\r?\n/, 1)[0]?.split(/\r?\n/) ?? [];
    const callId = valueOf(fields, /^(?:Call-ID|i)[ \t]*:[ \t]*(.+)$/i);
    if (verb === undefined || callId === null) return [];
    return [
        {
            callId,
            step: {
                at,
                sender: verb === 'Sending' ? 'phone' : 'pbx',
                what: start.replace(/^SIP\/2\.0 | SIP\/2\.0$/g, ''),
                cseq: valueOf(fields, /^CSeq[ \t]*:[ \t]*(.+)$/i) ?? '-',
                hasSdp: valueOf(fields, /^(?:Content-Type|c)[ \t]*:[ \t]*(application\/sdp)/i) !== null,
                reason: valueOf(fields, /^Reason[ \t]*:[ \t]*(.+)$/i)
            }
        }
    ];
}

function valueOf(fields: readonly string[], form: RegExp): string | null {
    for (const field of fields) {
        const value = form.exec(field)?.[1];
        if (value !== undefined) return value.trim();
    }
    return null;
}
