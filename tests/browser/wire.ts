import type { BrowserContext } from '@playwright/test';

export interface WireMessage {
    readonly direction: 'sent' | 'received';
    /** A SIP message. */
    readonly text: string;
    /** Milliseconds, by `performance.now()` of the page. */
    readonly at: number;
}

declare global {
    interface Window {
        denwaWire: WireMessage[];
    }
}

/** Keeps every message on every WebSocket of the context's pages in `window.denwaWire`. */
export async function recordWire(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
        window.denwaWire = [];
        const Native = WebSocket;
        window.WebSocket = class extends Native {
            constructor(url: string | URL, protocols?: string | string[]) {
                super(url, protocols);
                this.addEventListener('message', ({ data }) => {
                    window.denwaWire.push({ direction: 'received', text: String(data), at: performance.now() });
                });
            }

            override send(data: Parameters<WebSocket['send']>[0]): void {
                if (typeof data === 'string') window.denwaWire.push({ direction: 'sent', text: data, at: performance.now() });
                super.send(data);
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
    return messages
        .map(({ direction, text }) => {
            const arrow = direction === 'sent' ? '→' : '←';
            const status = /^SIP\/2\.0 (\d{3})/.exec(text)?.[1];
            const cseq = /^CSeq: *\d+ +(\w+)/im.exec(text)?.[1] ?? '';
            return { method: cseq, line: status === undefined ? `${arrow} ${cseq}` : `${arrow} ${status} ${cseq}` };
        })
        .filter((message) => method.test(message.method))
        .map(({ line }) => line)
        .filter((line, index, lines) => line !== lines[index - 1]);
}
