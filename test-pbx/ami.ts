import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { PbxError } from './pbx-error';

/** One message of the Asterisk Manager Interface; a key may come several times (`Output`, `Variable`). */
export type AmiMessage = ReadonlyMap<string, readonly string[]>;

export const first = (message: AmiMessage, key: string): string => message.get(key)?.[0] ?? '';

/** Takes the complete messages off the front of `text`; `rest` is what has not arrived completely. */
export function parseAmi(text: string): { readonly messages: readonly AmiMessage[]; readonly rest: string } {
    const blocks = text.split('\r\n\r\n');
    const rest = blocks.pop() ?? '';
    const messages = blocks.map((block) => {
        const message = new Map<string, string[]>();
        for (const line of block.split('\r\n')) {
            // the greeting of the server has no colon and is no field
            const field = /^([^:]+): ?(.*)$/s.exec(line);
            if (!field?.[1]) continue;
            message.set(field[1], [...(message.get(field[1]) ?? []), field[2] ?? '']);
        }
        return message;
    });
    return { messages, rest };
}

/** @throws PbxError 'bad-argument' for a line break, which would start another field or action */
export function formatAmi(fields: readonly (readonly [key: string, value: string])[]): string {
    const broken = fields.find((field) => field.some((part) => /[\r\n]/.test(part)));
    if (broken) throw new PbxError('bad-argument', `${broken[0]} must not contain a line break`);
    return `${fields.map(([key, value]) => `${key}: ${value}`).join('\r\n')}\r\n\r\n`;
}

/** The event that listeners get when there will be no other. */
export const connectionClosed = 'ConnectionClosed';

/** A logged-in connection to the manager interface of a running Asterisk. */
export class AmiConnection {
    readonly #socket: net.Socket;
    readonly #waiting = new Map<string, { readonly resolve: (response: AmiMessage) => void; readonly reject: (error: Error) => void }>();
    readonly #listeners = new Set<(event: AmiMessage) => void>();
    #actions = 0;
    #received = '';

    private constructor(socket: net.Socket) {
        this.#socket = socket;
        socket.setEncoding('utf8');
        socket.on('data', (data: string) => this.#receive(data));
        // an error is always followed by 'close', which tells those who wait
        socket.on('error', () => undefined);
        socket.on('close', () => this.#closed());
    }

    /**
     * Connects, logs in and waits until Asterisk has fully booted; tries again while Asterisk has not opened its port yet.
     * @param signal gives up, with its reason
     */
    static async open(port: number, secret: string, signal: AbortSignal): Promise<AmiConnection> {
        let socket: net.Socket | undefined;
        while (!(socket = await connect(port))) {
            signal.throwIfAborted();
            await delay(20);
        }
        const connection = new AmiConnection(socket);
        const giveUp = () => connection.close();
        signal.addEventListener('abort', giveUp, { once: true });
        try {
            signal.throwIfAborted();
            await Promise.all([
                connection.#fullyBooted(),
                connection.action([
                    ['Action', 'Login'],
                    ['Username', 'denwa'],
                    ['Secret', secret]
                ])
            ]);
            return connection;
        } catch (error) {
            connection.close();
            signal.throwIfAborted();
            throw error;
        } finally {
            signal.removeEventListener('abort', giveUp);
        }
    }

    /** Sends an action and returns its response; a refusal is a PbxError 'refused-by-pbx'. */
    async action(fields: readonly (readonly [key: string, value: string])[]): Promise<AmiMessage> {
        return this.#send(fields, String(++this.#actions));
    }

    /** Sends an action that is answered by a list of events, and returns these. */
    async list(fields: readonly (readonly [key: string, value: string])[]): Promise<readonly AmiMessage[]> {
        const id = String(++this.#actions);
        const events: AmiMessage[] = [];
        let stop = () => {};
        const complete = new Promise<void>((resolve, reject) => {
            stop = this.listen((event) => {
                if (first(event, 'Event') === connectionClosed) reject(notRunning());
                if (first(event, 'ActionID') !== id) return;
                if (first(event, 'EventList') === 'Complete') resolve();
                else events.push(event);
            });
        });
        try {
            await Promise.all([complete, this.#send(fields, id)]);
            return events;
        } finally {
            stop();
        }
    }

    async #send(fields: readonly (readonly [key: string, value: string])[], id: string): Promise<AmiMessage> {
        if (this.#socket.destroyed) throw notRunning();
        const text = formatAmi([...fields, ['ActionID', id]]);
        const response = await new Promise<AmiMessage>((resolve, reject) => {
            this.#waiting.set(id, { resolve, reject });
            this.#socket.write(text);
        });
        if (first(response, 'Response') === 'Error') {
            throw new PbxError('refused-by-pbx', `${fields[0]?.[1] ?? ''}: ${first(response, 'Message')}`);
        }
        return response;
    }

    /** @returns what ends the listening */
    listen(listener: (event: AmiMessage) => void): () => void {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    close(): void {
        this.#socket.destroy();
    }

    #fullyBooted(): Promise<void> {
        return new Promise((resolve, reject) => {
            const stop = this.listen((event) => {
                const name = first(event, 'Event');
                if (name !== 'FullyBooted' && name !== connectionClosed) return;
                stop();
                if (name === 'FullyBooted') resolve();
                else reject(notRunning());
            });
        });
    }

    #receive(data: string): void {
        const { messages, rest } = parseAmi(this.#received + data);
        this.#received = rest;
        for (const message of messages) {
            if (message.has('Event')) {
                for (const listener of this.#listeners) listener(message);
            } else {
                this.#waiting.get(first(message, 'ActionID'))?.resolve(message);
                this.#waiting.delete(first(message, 'ActionID'));
            }
        }
    }

    #closed(): void {
        for (const { reject } of this.#waiting.values()) reject(notRunning());
        this.#waiting.clear();
        for (const listener of this.#listeners) listener(new Map([['Event', [connectionClosed]]]));
    }
}

function connect(port: number): Promise<net.Socket | undefined> {
    return new Promise((resolve) => {
        const socket = net.connect(port, '127.0.0.1');
        socket.once('connect', () => resolve(socket));
        socket.once('error', () => resolve(undefined));
    });
}

function notRunning(): PbxError {
    return new PbxError('not-running', 'the test PBX is not running');
}
