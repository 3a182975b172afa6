import { Transport } from 'sip.js/lib/platform/web/transport/transport.js';
import type WebSocket from 'ws';

/** A WebSocket that breaks when told to, as when a cable is pulled. */
export class LosableTransport extends Transport {
    #fatal: string | null = null;

    /** Breaks the connection now. */
    lose(): void {
        (this.ws as unknown as WebSocket | undefined)?.terminate();
    }

    /** Breaks the connection as soon as a message of this SIP method has left, before its answer arrives. */
    loseAfterSending(method: string): void {
        this.#fatal = method;
    }

    override async send(message: string): Promise<void> {
        await super.send(message);
        if (this.#fatal === null || !message.startsWith(`${this.#fatal} `)) return;
        this.#fatal = null;
        this.lose();
    }
}
