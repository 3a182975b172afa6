import { jest } from '@jest/globals';
import type { Invitation } from 'sip.js/lib/api/invitation.js';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
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
    #ids = 0;
    readonly alice = new SipPhone({
        media: this.media,
        clock: this.clock,
        random: () => 0,
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

    /** Alice dials Bob, who does as told. */
    async dial(bob: (invitation: Invitation) => void): Promise<Invitation> {
        let invitation: Invitation | null = null;
        this.bob.onCall = (offered) => {
            invitation = offered;
            bob(offered);
        };
        this.alice.dial('c1', '1002');
        await this.until(() => invitation !== null);
        if (!invitation) throw new Error('Bob was not called');
        return invitation;
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
