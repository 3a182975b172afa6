import { randomBytes } from 'node:crypto';
import { Inviter, Registerer, SessionState, UserAgent, type Invitation, type SessionDescriptionHandler } from 'sip.js';
import type { IncomingResponse } from 'sip.js/lib/core';
import WebSocket from 'ws';
import type { Account } from './accounts';

// sip.js looks for the browser's WebSocket
Object.assign(globalThis, { WebSocket });

/** What a caller was told about a call that was refused. */
export interface Refusal {
    /** SIP status of the final response */
    readonly status: number;
    /** ITU-T Q.850 cause from the Reason header (RFC 3326); 0 without one */
    readonly cause: number;
}

/** A phone without sound, for what can be seen in SIP alone. */
export class SmokePhone {
    readonly #agent: UserAgent;
    readonly #invitations: Invitation[] = [];
    readonly #waiting: ((invitation: Invitation) => void)[] = [];

    constructor(account: Account, url: string, password = account.password) {
        const uri = UserAgent.makeURI(`sip:${account.user}@pbx.test`);
        if (!uri) throw new Error(`'${account.user}' makes no SIP URI`);
        this.#agent = new UserAgent({
            uri,
            authorizationUsername: account.user,
            authorizationPassword: password,
            logBuiltinEnabled: false,
            transportOptions: { server: url },
            sessionDescriptionHandlerFactory: () => new SilentMedia(),
            delegate: {
                onInvite: (invitation) => {
                    const waiting = this.#waiting.shift();
                    if (waiting) waiting(invitation);
                    else this.#invitations.push(invitation);
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

    /** Calls and waits for the final response. */
    call(number: string): Promise<Inviter | Refusal> {
        const target = UserAgent.makeURI(`sip:${number}@pbx.test`);
        if (!target) throw new Error(`'${number}' makes no SIP URI`);
        const inviter = new Inviter(this.#agent, target);
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
        const invitation = this.#invitations.shift();
        return invitation ? Promise.resolve(invitation) : new Promise((resolve) => this.#waiting.push(resolve));
    }

    async close(): Promise<void> {
        await this.#agent.stop();
    }
}

export function ended(session: Inviter | Invitation): Promise<void> {
    return new Promise((resolve) => {
        if (session.state === SessionState.Terminated) resolve();
        session.stateChange.addListener((state) => {
            if (state === SessionState.Terminated) resolve();
        });
    });
}

/** Offers and answers that no packet follows. */
class SilentMedia implements SessionDescriptionHandler {
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
        const fingerprint = Array.from(randomBytes(32), (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
        const lines = [
            'v=0',
            'o=- 1 2 IN IP4 127.0.0.1',
            's=-',
            't=0 0',
            'm=audio 9 UDP/TLS/RTP/SAVPF 0',
            'c=IN IP4 127.0.0.1',
            'a=candidate:1 1 udp 2122194687 127.0.0.1 9 typ host',
            `a=ice-ufrag:${randomBytes(3).toString('hex')}`,
            `a=ice-pwd:${randomBytes(12).toString('hex')}`,
            `a=fingerprint:sha-256 ${fingerprint}`,
            `a=setup:${this.#hasOffer ? 'passive' : 'actpass'}`,
            'a=mid:0',
            'a=sendrecv',
            'a=rtcp-mux',
            'a=rtpmap:0 PCMU/8000'
        ];
        return Promise.resolve({ contentType: 'application/sdp', body: `${lines.join('\r\n')}\r\n` });
    }
}
