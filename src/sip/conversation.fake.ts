import { jest } from '@jest/globals';
import type { Invitation } from 'sip.js/lib/api/invitation.js';
import type { Inviter } from 'sip.js/lib/api/inviter.js';
import type { Session } from 'sip.js/lib/api/session.js';
import type { IncomingRequestMessage } from 'sip.js/lib/core/messages/incoming-request-message.js';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { defaultCallSettings } from '../telephony/call-settings';
import type { CallId } from '../telephony/call';
import type { RecordLink } from '../telephony/record';
import type { SignallingEvent, SipAccount } from '../telephony/signalling';
import { FakeCallMedia, FakeMediaSession } from './media.fake';
import { FakeNetwork } from './network.fake';
import { FakePbx } from './pbx.fake';
import { SipPhone } from './sip-phone';

export const account: SipAccount = {
    server: 'wss://pbx.example/ws',
    domain: 'pbx.example',
    extension: '1001',
    authorizationName: '1001',
    password: 'open-sesame',
    displayName: 'Alice "A"\r\nEvil: header'
};

export const INSTANCE = '7d7f9d0e-7f0b-4c7e-9b1e-5a1a5f1c2d3e';

/** Alice's phone and the PBX with Bob behind it. */
export class Conversation {
    readonly clock = new SimulatedClock(1_000_000);
    readonly network = new FakeNetwork();
    readonly media = new FakeCallMedia();
    readonly bob = new FakePbx(this.network, account.password);
    readonly events: SignallingEvent[] = [];
    readonly log: LogLine[] = [];
    readonly mediaSessions: FakeMediaSession[] = [];
    wake: () => void = () => undefined;
    /** What the phone waits for before it tells the PBX anything of a call. */
    ready: (callId: CallId) => Promise<void> = () => Promise.resolve();
    random = 0;
    #ids = 0;
    readonly alice = new SipPhone({
        media: this.media,
        headerNames: () => defaultCallSettings.headers,
        clock: this.clock,
        random: () => this.random,
        ready: (callId) => this.ready(callId),
        newId: () => `inbound-${++this.#ids}`,
        logger: new Logger('sip', this.clock, (line) => this.log.push(line)),
        instanceId: INSTANCE,
        userAgentString: 'Denwa/test',
        onWake: (listener) => {
            this.wake = listener;
            return () => undefined;
        },
        transport: this.network.end('phone'),
        mediaSessions: (_session, openMicrophone) => {
            const session = new FakeMediaSession(openMicrophone);
            this.mediaSessions.push(session);
            return session;
        }
    });

    /** For `beforeEach`: a phone and a PBX that know nothing of each other yet. */
    static async begin(): Promise<Conversation> {
        // sip.js keeps the timers of RFC 3261 with setTimeout; they must neither run nor outlive a test by themselves.
        jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date', 'performance'] });
        const conversation = new Conversation();
        await conversation.#begin();
        return conversation;
    }

    /** For `afterEach`. */
    static end(): void {
        jest.useRealTimers();
    }

    async #begin(): Promise<void> {
        this.alice.subscribe((event) => this.events.push(event));
        await this.bob.start();
    }

    async signIn(): Promise<void> {
        this.alice.signIn(account);
        await this.until(() => this.saw('registration-registered'));
        this.forget();
    }

    /** Alice dials Bob (or whoever else has the number), who does as told. */
    async dial(
        bob: (invitation: Invitation) => void,
        callId = 'c1',
        number = '1002',
        about: RecordLink | null = null,
        notifiedNumber: string | null = null
    ): Promise<Invitation> {
        let invitation: Invitation | null = null;
        this.bob.onCall = (offered) => {
            invitation = offered;
            bob(offered);
        };
        this.alice.dial(callId, number, about, notifiedNumber);
        await this.until(() => invitation !== null);
        if (!invitation) throw new Error('Bob was not called');
        return invitation;
    }

    /** Alice has dialled Bob, and they talk. What was seen so far is forgotten. */
    async talk(callId = 'c1', number = '1002'): Promise<Invitation> {
        const bob = await this.dial(answers, callId, number);
        await this.until(() => this.events.some((event) => event.type === 'call-connected' && event.callId === callId));
        await this.settle();
        this.forget();
        return bob;
    }

    /** Bob has called Alice, and they talk. What was seen so far is forgotten. */
    async talkInbound(headers: string[] = []): Promise<Inviter> {
        const bob = this.bob.call(headers);
        await bob.invite();
        await this.until(() => this.saw('call-offered'));
        const id = `inbound-${this.#ids}`;
        this.alice.answer(id);
        await this.until(() => this.saw('call-connected'));
        await this.settle();
        this.forget();
        return bob;
    }

    get types(): string[] {
        return this.events.map(({ type }) => type);
    }

    /** The endings so far, without their dialogs. */
    get endings(): unknown[] {
        return this.events.flatMap((event) => (event.type === 'call-ended' ? [event.ending] : []));
    }

    saw(type: SignallingEvent['type']): boolean {
        return this.types.includes(type);
    }

    forget(): void {
        this.events.length = 0;
        this.network.messages.length = 0;
    }

    /** Lets everything happen that takes no time. */
    async settle(): Promise<void> {
        for (let turn = 0; turn < 20; turn += 1) {
            jest.advanceTimersByTime(0);
            await new Promise((resolve) => setImmediate(resolve));
        }
    }

    /** Lets time pass, and what is asked meanwhile be answered. */
    async pass(milliseconds: number): Promise<void> {
        for (let left = milliseconds; left > 0; left -= 5_000) {
            this.clock.advance(Math.min(left, 5_000));
            await this.settle();
        }
    }

    async until(condition: () => boolean): Promise<void> {
        for (let turn = 0; turn < 200 && !condition(); turn += 1) {
            jest.advanceTimersByTime(0);
            await new Promise((resolve) => setImmediate(resolve));
        }
        if (condition()) return;
        throw new Error(`Waited in vain; events: ${this.types.join(', ')}; messages: ${this.network.messages.join(', ')}`);
    }
}

// What Bob does with a call.

export const rings = (invitation: Invitation): void => void invitation.progress();
export const answers = (invitation: Invitation): void => void invitation.accept();
export const refuses =
    (statusCode: number, reason?: string) =>
    (invitation: Invitation): void =>
        void invitation.reject({ statusCode, ...(reason && { extraHeaders: [`Reason: ${reason}`] }) });

interface Request {
    readonly message: IncomingRequestMessage;
    accept(options: { statusCode: number }): unknown;
    reject(options: { statusCode: number; extraHeaders?: string[] }): unknown;
}

/** Answers the next request of that kind in the call with these statuses, one each, and leaves `nothing` unanswered; then does as usual. */
export function answersNext(bob: Session, request: 'onInvite' | 'onRefer' | 'onInfo', ...statuses: (number | 'nothing')[]): Request[] {
    const delegate = bob.dialog?.delegate;
    if (!delegate) throw new Error('The call is not up');
    const usual: unknown = Reflect.get(delegate, request);
    const seen: Request[] = [];
    const handle = (incoming: Request): void => {
        const status = statuses[seen.length];
        seen.push(incoming);
        if (seen.length === statuses.length) Object.assign(delegate, { [request]: usual });
        if (status === undefined || status === 'nothing') return;
        if (status < 300) incoming.accept({ statusCode: status });
        // sip.js itself never redirects what comes in a call.
        else if (status < 400) bob.userAgent.userAgentCore.replyStateless(incoming.message, { statusCode: status });
        else incoming.reject({ statusCode: status });
    };
    Object.assign(delegate, { [request]: handle });
    return seen;
}

/** Tells how the transfer goes. */
export function notifies(bob: Session, content: string, contentType = 'message/sipfrag;version=2.0'): void {
    const extraHeaders = ['Event: refer', 'Subscription-State: active;expires=599'];
    bob.dialog?.notify(undefined, { extraHeaders, body: { contentDisposition: 'render', contentType, content } });
}

export const referredTo = (refer: readonly Request[]): string | undefined => refer[0]?.message.getHeader('refer-to');

/** What the phone reports of a transfer of its first call that did not work. */
export const transferFailure = (cause: string, statusCode?: number): unknown => ({
    type: 'call-transfer-failed',
    callId: 'c1',
    failure: { cause, foreseen: false, ...(statusCode !== undefined && { statusCode }) }
});
