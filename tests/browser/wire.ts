import type { BrowserContext } from '@playwright/test';

export interface WireMessage {
    readonly direction: 'sent' | 'received';
    /** A SIP message. */
    readonly text: string;
    /** Milliseconds, by `performance.now()` of the page. */
    readonly at: number;
}

/** What can be done to the WebSockets of a page. */
interface Network {
    /** Breaks them, now (null) or right after a message of this SIP method has left; new ones do not come about. */
    breakAfter(method: string | null): void;
    mend(): void;
}

declare global {
    interface Window {
        denwaWire: WireMessage[];
        denwaNetwork: Network;
    }
}

/** Keeps every message on every WebSocket of the context's pages in `window.denwaWire`, and lets tests break the connections. */
export async function recordWire(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
        window.denwaWire = [];
        const sockets = new Set<WebSocket>();
        let broken = false;
        let fatal: string | null = null;
        const lose = (): void => {
            broken = true;
            for (const socket of sockets) socket.close();
        };
        window.denwaNetwork = {
            breakAfter(method) {
                fatal = method;
                if (method === null) lose();
            },
            mend() {
                broken = false;
                window.dispatchEvent(new Event('online'));
            }
        };
        const Native = WebSocket;
        window.WebSocket = class extends Native {
            constructor(url: string | URL, protocols?: string | string[]) {
                // Nothing listens on the port that is set aside for discarding (RFC 863).
                super(broken ? 'wss://127.0.0.1:9/' : url, protocols);
                sockets.add(this);
                this.addEventListener('close', () => sockets.delete(this));
                this.addEventListener('message', ({ data }) => {
                    window.denwaWire.push({ direction: 'received', text: String(data), at: performance.now() });
                });
            }

            override send(data: Parameters<WebSocket['send']>[0]): void {
                if (typeof data === 'string') window.denwaWire.push({ direction: 'sent', text: data, at: performance.now() });
                super.send(data);
                if (fatal === null || typeof data !== 'string' || !data.startsWith(`${fatal} `)) return;
                fatal = null;
                lose();
            }
        };
    });
}

/** The Call-ID of the first call; empty when there was none. */
export function callIdOf(messages: readonly WireMessage[]): string {
    const invite = messages.find(({ text }) => text.startsWith('INVITE'));
    return /^Call-ID: *(\S+)/im.exec(invite?.text ?? '')?.[1] ?? '';
}

/** `→ INVITE`, `← 180 INVITE`: the order of a conversation without its details. Repetitions of one message count once. */
export function summary(messages: readonly WireMessage[], method: RegExp = /^(INVITE|ACK|BYE|CANCEL)$/): readonly string[] {
    return (
        messages
            .map(({ direction, text }) => {
                const arrow = direction === 'sent' ? '→' : '←';
                const status = /^SIP\/2\.0 (\d{3})/.exec(text)?.[1];
                const [number = '', cseq = ''] = /^CSeq: *(\d+) +(\w+)/im.exec(text)?.slice(1) ?? [];
                const callId = /^(?:Call-ID|i): *(\S+)/im.exec(text)?.[1] ?? '';
                const line = status === undefined ? `${arrow} ${cseq}` : `${arrow} ${status} ${cseq}`;
                return { method: cseq, line, key: `${line} ${number} ${callId}` };
            })
            .filter((message) => method.test(message.method))
            // A PBX that waits for an ACK repeats its 200, and gets the ACK again (RFC 3261 section 13.3.1.4).
            .filter(({ key }, index, all) => all.findIndex((other) => other.key === key) === index)
            .map(({ line }) => line)
            .filter((line, index, lines) => line !== lines[index - 1])
    );
}

/** The status codes that the PBX told about a transfer, in order (RFC 3515, message/sipfrag). */
export function transferReports(messages: readonly WireMessage[]): readonly string[] {
    return messages.flatMap(({ direction, text }) => {
        const status = direction === 'received' && text.startsWith('NOTIFY') ? /^SIP\/2\.0 (\d{3})/m.exec(text)?.[1] : undefined;
        return status === undefined ? [] : [status];
    });
}
