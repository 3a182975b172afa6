import { createHash } from 'node:crypto';
import type { Invitation } from 'sip.js/lib/api/invitation.js';
import { Inviter } from 'sip.js/lib/api/inviter.js';
import type { Message } from 'sip.js/lib/api/message.js';
import { Messager } from 'sip.js/lib/api/messager.js';
import { UserAgent } from 'sip.js/lib/api/user-agent.js';
import type { IncomingRegisterRequest } from 'sip.js/lib/core/messages/methods/register.js';
import type { IncomingSubscribeRequest } from 'sip.js/lib/core/messages/methods/subscribe.js';
import { FakeMediaSession, FakeStream } from './media.fake';
import type { FakeNetwork } from './network.fake';

const CHALLENGE = 'WWW-Authenticate: Digest realm="pbx", nonce="n0nce", algorithm=MD5';

/** The other end of the network: a registrar with digest authentication, and Bob, who can be called and can call. For tests. */
export class FakePbx {
    readonly userAgent: UserAgent;
    /** What Bob does with the next call. */
    onCall: (invitation: Invitation) => void = () => undefined;
    /** Answers REGISTER with this status instead of looking at it, or not at all. */
    registrarAnswers: number | 'nothing' | null = null;
    registrarHeaders: readonly string[] = [];
    /** Seconds that a binding must last at least. */
    registrarMinimum = 0;
    /** The media of Bob's calls, in the order in which they began. */
    readonly mediaSessions: FakeMediaSession[] = [];
    /** What was written to it outside of any call: the extension and the text. */
    readonly received: (readonly [extension: string, text: string, contentType: string])[] = [];
    /** Answers MESSAGE with this status, or not at all. */
    answersMessages: number | 'nothing' = 202;
    /** What is told of a line by an event package: a document, a refusal, or nothing. */
    onSubscribe: (event: string) => string | number | null = () => 404;
    readonly #network: FakeNetwork;
    readonly #password: string;
    #contact: string | null = null;

    constructor(network: FakeNetwork, password: string) {
        this.#network = network;
        this.#password = password;
        const address = UserAgent.makeURI('sip:bob@pbx');
        this.userAgent = new UserAgent({
            ...(address && { uri: address }),
            displayName: 'Bob',
            transportConstructor: network.end('pbx'),
            logBuiltinEnabled: false,
            logConfiguration: false,
            sendInitialProvisionalResponse: false,
            sessionDescriptionHandlerFactory: () => {
                const session = new FakeMediaSession(() => Promise.resolve(new FakeStream() as unknown as MediaStream));
                this.mediaSessions.push(session);
                return session;
            },
            delegate: {
                onInvite: (invitation) => this.onCall(invitation),
                onMessage: (message) => this.#read(message),
                onRegisterRequest: (request) => this.#register(request),
                onSubscribeRequest: (request) => this.#subscribe(request)
            }
        });
    }

    start(): Promise<void> {
        const { transport } = this.userAgent;
        const { onMessage } = transport;
        // sip.js takes only what is addressed to itself; this PBX takes every number.
        transport.onMessage = (message) => onMessage?.(message.replace(/^([A-Z]+ sip:)(?:[^@\s;]*@)?/, '$1bob@'));
        return this.userAgent.start();
    }

    /** Bob calls the registered phone. */
    call(extraHeaders: string[] = []): Inviter {
        const target = UserAgent.makeURI(/<([^>]*)>/.exec(this.#contact ?? '')?.[1] ?? '');
        if (!target) throw new Error('No phone is registered');
        return new Inviter(this.userAgent, target, { extraHeaders });
    }

    /** A text message outside of any call. */
    async write(body: string, contentType = 'text/plain'): Promise<void> {
        const target = UserAgent.makeURI(/<([^>]*)>/.exec(this.#contact ?? '')?.[1] ?? '');
        if (!target) throw new Error('No phone is registered');
        await new Messager(this.userAgent, target, body, contentType).message();
    }

    #read(message: Message): void {
        const { request } = message;
        this.received.push([request.to.uri.user ?? '', request.body, request.getHeader('Content-Type') ?? '']);
        if (this.answersMessages === 'nothing') return;
        if (this.answersMessages < 300) void message.accept({ statusCode: this.answersMessages });
        else void message.reject({ statusCode: this.answersMessages });
    }

    #subscribe(request: IncomingSubscribeRequest): void {
        const { message } = request;
        const event = message.getHeader('event') ?? '';
        const told = this.onSubscribe(event);
        if (typeof told === 'number') return void request.reject({ statusCode: told });
        request.accept({ statusCode: 200, toTag: 'watched', extraHeaders: ['Expires: 60', 'Contact: <sip:bob@pbx;transport=ws>'] });
        if (told === null) return;
        this.#network.deliver(
            [
                `NOTIFY ${/<([^>]*)>/.exec(message.getHeader('contact') ?? '')?.[1]} SIP/2.0`,
                `Via: SIP/2.0/WS pbx;branch=z9hG4bK${message.callId}`,
                `From: ${message.getHeader('to')};tag=watched`,
                `To: ${message.getHeader('from')}`,
                `Call-ID: ${message.callId}`,
                'CSeq: 1 NOTIFY',
                `Event: ${event}`,
                'Subscription-State: active;expires=60',
                'Contact: <sip:bob@pbx;transport=ws>',
                `Content-Type: ${message.getHeader('accept')}`,
                `Content-Length: ${Buffer.byteLength(told)}`,
                '',
                told
            ].join('\r\n')
        );
    }

    #register(request: IncomingRegisterRequest): void {
        const { message } = request;
        if (this.registrarAnswers === 'nothing') return;
        const expires = Number(/;expires=(\d+)/.exec(message.getHeader('contact') ?? '')?.[1]);
        if (expires < this.registrarMinimum) {
            return void request.reject({ statusCode: 423, extraHeaders: [`Min-Expires: ${this.registrarMinimum}`] });
        }
        if (this.registrarAnswers !== null) {
            return void request.reject({ statusCode: this.registrarAnswers, extraHeaders: [...this.registrarHeaders] });
        }
        const isAuthorized = this.#isAuthorized(message.getHeader('authorization') ?? '');
        if (!isAuthorized) return void request.reject({ statusCode: 401, extraHeaders: [CHALLENGE] });
        this.#contact = message.getHeader('contact') ?? '';
        request.accept({ statusCode: 200, extraHeaders: [`Contact: ${this.#contact}`] });
    }

    /** RFC 2617 section 3.2.2, without quality of protection. */
    #isAuthorized(authorization: string): boolean {
        const field = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(authorization)?.[1] ?? '';
        const ha1 = md5(`${field('username')}:pbx:${this.#password}`);
        const ha2 = md5(`REGISTER:${field('uri')}`);
        return field('response') === md5(`${ha1}:n0nce:${ha2}`);
    }
}

function md5(text: string): string {
    return createHash('md5').update(text).digest('hex');
}
