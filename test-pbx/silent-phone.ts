import { setTimeout as delay } from 'node:timers/promises';
import {
    Inviter,
    Messager,
    Registerer,
    SessionState,
    Subscriber,
    UserAgent,
    type Invitation,
    type Notification,
    type Session,
    type SessionDescriptionHandler,
    type URI
} from 'sip.js';
import type { IncomingResponse } from 'sip.js/lib/core';
import WebSocket from 'ws';
import type { Account } from './accounts';
import { SilentSdp } from './silent-sdp';
import { until } from './until';

// sip.js looks for the browser's WebSocket
Object.assign(globalThis, { WebSocket });

/** What a caller was told about a call that was refused. */
export interface Refusal {
    /** SIP status of the final response */
    readonly status: number;
    /** ITU-T Q.850 cause from the Reason header (RFC 3326); 0 without one */
    readonly cause: number;
}

/** How the PBX answered a REFER (RFC 3515). */
export interface ReferOutcome {
    /** SIP status of the response to REFER */
    readonly status: number;
    /** the status lines of the NOTIFYs until the subscription ended, e.g. `100 Trying`, `200 OK` */
    readonly notified: readonly string[];
}

/** A phone without sound, for what can be seen in SIP alone. */
export class SilentPhone {
    readonly #agent: UserAgent;
    readonly #invitations = new Inbox<Invitation>();
    readonly #messages = new Inbox<string>();

    constructor(account: Account, url: string, password = account.password, displayName = '') {
        this.#agent = new UserAgent({
            uri: address(account.user),
            displayName,
            authorizationUsername: account.user,
            authorizationPassword: password,
            logBuiltinEnabled: false,
            transportOptions: { server: url },
            sessionDescriptionHandlerFactory: () => new SilentMedia(),
            delegate: {
                onInvite: (invitation) => this.#invitations.put(invitation),
                onMessage: (message) => {
                    this.#messages.put(message.request.body);
                    void message.accept();
                }
            }
        });
    }

    /** @returns the SIP status of the final answer to REGISTER */
    async register(): Promise<number> {
        await this.#agent.start();
        return new Promise((resolve, reject) => {
            const answered = (response: IncomingResponse) => resolve(response.message.statusCode ?? 0);
            new Registerer(this.#agent).register({ requestDelegate: { onAccept: answered, onReject: answered } }).catch(reject);
        });
    }

    /** Calls and waits for the final response. `extraHeaders`: further lines of the INVITE. */
    call(number: string, extraHeaders: readonly string[] = []): Promise<Inviter | Refusal> {
        const inviter = new Inviter(this.#agent, address(number), { extraHeaders: [...extraHeaders] });
        return new Promise((resolve, reject) => {
            inviter
                .invite({
                    requestDelegate: {
                        onAccept: () => resolve(inviter),
                        onReject: ({ message }) => {
                            const cause = Number(/cause=(\d+)/.exec(message.getHeader('Reason') ?? '')?.[1] ?? 0);
                            resolve({ status: message.statusCode ?? 0, cause });
                        }
                    }
                })
                .catch(reject);
        });
    }

    /** The next inbound call, which rings meanwhile. */
    nextInvitation(): Promise<Invitation> {
        return this.#invitations.take();
    }

    /** Writes to an extension (RFC 3428). @returns the SIP status of the final response */
    write(number: string, text: string): Promise<number> {
        return new Promise((resolve, reject) => {
            const answered = ({ message }: IncomingResponse) => resolve(message.statusCode ?? 0);
            new Messager(this.#agent, address(number), text)
                .message({ requestDelegate: { onAccept: answered, onReject: answered } })
                .catch(reject);
        });
    }

    /** The body of the next SIP MESSAGE. */
    nextMessage(): Promise<string> {
        return this.#messages.take();
    }

    /**
     * Transfers a call, blindly to a number or to the other party of a consultation. The transferor's own call goes on until it is hung up.
     * @param extraHeaders further lines of the REFER
     * @returns when the PBX has said how it went
     */
    refer(session: Session, target: string | Session, extraHeaders: readonly string[] = []): Promise<ReferOutcome> {
        const notified: string[] = [];
        return new Promise((resolve, reject) => {
            const status = (response: IncomingResponse) => response.message.statusCode ?? 0;
            session
                .refer(typeof target === 'string' ? address(target) : target, {
                    requestDelegate: { onReject: (response) => resolve({ status: status(response), notified }) },
                    requestOptions: { extraHeaders: [...extraHeaders] },
                    onNotify: (notification) => {
                        void notification.accept();
                        notified.push(notification.request.body.trim().replace('SIP/2.0 ', ''));
                        if (isLast(notification)) resolve({ status: 202, notified });
                    }
                })
                .catch(reject);
        });
    }

    /**
     * Watches the presence of an extension (RFC 3856) until its note is this one, e.g. `Ready`.
     * @throws PbxError 'timeout' that tells the last note
     */
    async seesPresence(number: string, expected: string): Promise<void> {
        // Asterisk refuses to be asked with an expiry of 0 (RFC 6665 section 4.4.3) by 400
        const subscriber = new Subscriber(this.#agent, address(number), 'presence', {
            expires: 30,
            extraHeaders: ['Accept: application/pidf+xml']
        });
        let note: string | undefined;
        subscriber.delegate = {
            onNotify: (notification) => {
                void notification.accept();
                note = /<note>(.*)<\/note>/.exec(notification.request.body)?.[1];
            }
        };
        await subscriber.subscribe();
        try {
            await until(
                () => `${number} to be '${expected}'; the last note was ${note === undefined ? 'none' : `'${note}'`}`,
                () => note === expected
            );
        } finally {
            await subscriber.unsubscribe();
        }
    }

    /** Lets go of the calls and messages that nobody has looked at. */
    forget(): void {
        this.#invitations.clear();
        this.#messages.clear();
    }

    async close(): Promise<void> {
        await this.#agent.stop();
    }
}

/** Types digits in a call, as a person would, by SIP INFO: a phone without sound sends no RFC 4733 events. */
export async function type(session: Session, digits: string): Promise<void> {
    for (const digit of digits) {
        const content = `Signal=${digit}\r\nDuration=120\r\n`;
        await session.info({
            requestOptions: { body: { contentDisposition: 'render', contentType: 'application/dtmf-relay', content } }
        });
        await delay(150);
    }
}

/** Whether the PBX still has this call. It answers a re-INVITE either way, but ends a call that is only left over before it answers. */
export async function isStillConnected(session: Session): Promise<boolean> {
    await new Promise((resolve, reject) => {
        session.invite({ requestDelegate: { onAccept: resolve, onReject: resolve } }).catch(reject);
    });
    return session.state === SessionState.Established;
}

/** Waits until the PBX has nobody left for this call: a transferred call's own end follows an instant after the report of success. */
export async function isLeftOver(session: Session): Promise<void> {
    await until(
        () => 'the PBX to take the other party out of the call',
        async () => !(await isStillConnected(session))
    );
}

export function ended(session: Session): Promise<void> {
    return new Promise((resolve) => {
        if (session.state === SessionState.Terminated) resolve();
        session.stateChange.addListener((state) => {
            if (state === SessionState.Terminated) resolve();
        });
    });
}

function address(user: string): URI {
    // RFC 3261 section 25.1: # is not among the characters of a user
    const uri = UserAgent.makeURI(`sip:${user.replace('#', '%23')}@pbx.test`);
    if (!uri) throw new Error(`'${user}' makes no SIP URI`);
    return uri;
}

function isLast({ request }: Notification): boolean {
    return /^terminated/.test(request.getHeader('Subscription-State') ?? '');
}

/** What has arrived and not been looked at yet. */
class Inbox<Item> {
    readonly #items: Item[] = [];
    readonly #waiting: ((item: Item) => void)[] = [];

    put(item: Item): void {
        const waiting = this.#waiting.shift();
        if (waiting) waiting(item);
        else this.#items.push(item);
    }

    clear(): void {
        this.#items.length = 0;
        this.#waiting.length = 0;
    }

    take(): Promise<Item> {
        const item = this.#items.shift();
        return item === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(item);
    }
}

class SilentMedia implements SessionDescriptionHandler {
    readonly #sdp = new SilentSdp();
    #hasOffer = false;

    close(): void {}
    hasDescription(contentType: string): boolean {
        return contentType === 'application/sdp';
    }
    rollbackDescription(): Promise<void> {
        return Promise.resolve();
    }
    sendDtmf(): boolean {
        return false;
    }
    setDescription(): Promise<void> {
        this.#hasOffer = true;
        return Promise.resolve();
    }
    getDescription(): Promise<{ contentType: string; body: string }> {
        return Promise.resolve(this.#sdp.next(this.#hasOffer ? 'answer' : 'offer'));
    }
}
