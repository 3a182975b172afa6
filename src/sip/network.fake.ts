import { EmitterImpl } from 'sip.js/lib/api/emitter.js';
import { TransportState } from 'sip.js/lib/api/transport-state.js';
import type { Transport } from 'sip.js/lib/api/transport.js';
import type { UserAgentOptions } from 'sip.js/lib/api/user-agent-options.js';

type TransportConstructor = NonNullable<UserAgentOptions['transportConstructor']>;
type Side = 'phone' | 'pbx';

/** Joins a phone and a PBX in memory, and can fail in the ways that real networks do. For tests. */
export class FakeNetwork {
    /** What crossed the network, in order: `> INVITE`, `< 180 INVITE`. `>` is from phone to PBX. */
    readonly messages: string[] = [];
    /** False: connecting fails. */
    reachable = true;
    /** True: of an attempt to connect nothing is ever heard. */
    mute = false;
    /** True: the connection stays open and nothing comes through. */
    blackHole = false;
    /** Messages that begin like this get lost. */
    swallows: RegExp | null = null;
    readonly #ends = new Map<Side, FakeTransport>();

    /** The transport of one side, for the constructor of its user agent. */
    end(side: Side): TransportConstructor {
        const join = (): FakeTransport => {
            const transport = new FakeTransport(
                () => (this.mute ? new Promise(() => undefined) : Promise.resolve(this.reachable)),
                (message) => this.#carry(side, message)
            );
            this.#ends.set(side, transport);
            return transport;
        };
        // sip.js asks for a class; a function that returns an object is one.
        return function () {
            return join();
        } as unknown as TransportConstructor;
    }

    /** The connection closes under the phone. */
    drop(): void {
        this.#ends.get('phone')?.lose();
    }

    /** Delivers any text to the phone. */
    deliver(message: string): void {
        this.#ends.get('phone')?.onMessage?.(message);
    }

    #carry(from: Side, message: string): void {
        if (this.blackHole || this.swallows?.test(message)) return;
        this.messages.push(`${from === 'phone' ? '>' : '<'} ${summarise(message)}`);
        const to = this.#ends.get(from === 'phone' ? 'pbx' : 'phone');
        queueMicrotask(() => {
            if (to?.isConnected()) to.onMessage?.(message);
        });
    }
}

function summarise(message: string): string {
    const status = /^SIP\/2\.0 (\d+)/.exec(message)?.[1];
    const method = /^CSeq: \d+ (\w+)/im.exec(message)?.[1] ?? '';
    return status ? `${status} ${method}` : method;
}

class FakeTransport implements Transport {
    readonly protocol = 'WS';
    readonly stateChange = new EmitterImpl<TransportState>();
    state = TransportState.Disconnected;
    onConnect: (() => void) | undefined;
    onDisconnect: ((error?: Error) => void) | undefined;
    onMessage: ((message: string) => void) | undefined;
    readonly #isReachable: () => Promise<boolean>;
    readonly #send: (message: string) => void;

    constructor(isReachable: () => Promise<boolean>, send: (message: string) => void) {
        this.#isReachable = isReachable;
        this.#send = send;
    }

    async connect(): Promise<void> {
        this.#become(TransportState.Connecting);
        const reachable = await this.#isReachable();
        this.#become(reachable ? TransportState.Connected : TransportState.Disconnected);
        if (!reachable) throw new Error('unreachable');
    }

    async disconnect(): Promise<void> {
        if (this.state === TransportState.Disconnected) return;
        this.#become(TransportState.Disconnecting);
        await Promise.resolve();
        // A new connection may have taken the place of this one meanwhile.
        if (this.state === TransportState.Disconnecting) this.#become(TransportState.Disconnected);
    }

    dispose(): Promise<void> {
        return this.disconnect();
    }

    isConnected(): boolean {
        return this.state === TransportState.Connected;
    }

    async send(message: string): Promise<void> {
        await Promise.resolve();
        if (!this.isConnected()) throw new Error('Not connected.');
        this.#send(message);
    }

    lose(): void {
        if (this.state !== TransportState.Disconnected) this.#become(TransportState.Disconnected);
    }

    #become(state: TransportState): void {
        this.state = state;
        this.stateChange.emit(state);
    }
}
