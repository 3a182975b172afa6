import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { SystemClock } from '../../src/adapter/system-clock';
import { Logger, type LogLine } from '../../src/base/logger';
import { defaultDialPlan } from '../../src/phone-number/dial-plan';
import { SipPhone } from '../../src/sip/sip-phone';
import type { AgentStatusStore } from '../../src/softphone/agent-status-store';
import type { AudioPort } from '../../src/softphone/audio-port';
import type { HistoryStore } from '../../src/softphone/history-store';
import type { PreferencesStore } from '../../src/softphone/preferences-store';
import { Softphone } from '../../src/softphone/softphone';
import { defaultCallSettings, type CallSettings } from '../../src/telephony/call-settings';
import type { CallSound } from '../../src/telephony/call-sound';
import type { PhoneCommand } from '../../src/telephony/command';
import type { SoftphoneFact } from '../../src/telephony/fact';
import type { RecordLink } from '../../src/telephony/record';
import type { CallSnapshot, SoftphoneSnapshot } from '../../src/telephony/snapshot';
import type { Account, TestPbx } from '../../test-pbx';
import { LosableTransport } from './losable-transport';
import { SilentMedia, silentSession } from './silent-media';

// sip.js looks for the browser's WebSocket
Object.assign(globalThis, { WebSocket });

/** Milliseconds within which whatever a test waits for has to come about. */
const PATIENCE = 15_000;

/** The core of the product without a browser: the same session and the same SIP, media that carry no sound. */
export class CorePhone {
    readonly account: Account;
    readonly softphone: Softphone;
    readonly media = new SilentMedia();
    readonly sound = new SilentAudio();
    readonly facts: SoftphoneFact[] = [];
    readonly log: LogLine[] = [];
    readonly #transports: LosableTransport[] = [];

    private constructor(account: Account, settings: CallSettings) {
        this.account = account;
        const clock = new SystemClock();
        const logger = new Logger(account.user, clock, (line) => this.log.push(line));
        const transports = this.#transports;
        const signalling = new SipPhone({
            media: this.media,
            clock,
            random: Math.random,
            newId: randomUUID,
            logger: logger.child('sip'),
            instanceId: randomUUID(),
            userAgentString: 'Denwa/core',
            headerNames: () => settings.headers,
            transport: class extends LosableTransport {
                constructor(...parts: ConstructorParameters<typeof LosableTransport>) {
                    super(...parts);
                    transports.push(this);
                }
            },
            mediaSessions: silentSession
        });
        this.softphone = new Softphone({
            signalling,
            audio: this.sound,
            clock,
            newId: randomUUID,
            logger: logger.child('softphone'),
            dialPlan: () => defaultDialPlan,
            settings: () => settings,
            history: new NoHistory(),
            preferences: new NoPreferences(),
            agentStatus: new NoAgentStatus(),
            about: () => ({ version: '', url: '', userName: '', server: null, browser: '', settingProblems: [] }),
            pbx: () => null
        });
        this.softphone.subscribeFacts((fact) => this.facts.push(fact));
    }

    static async signIn(pbx: TestPbx, account: Account, settings: Partial<CallSettings> = {}): Promise<CorePhone> {
        const phone = new CorePhone(account, { ...defaultCallSettings, ...settings });
        phone.softphone.signIn({
            server: pbx.wsUrl,
            domain: 'pbx.test',
            extension: account.user,
            authorizationName: account.user,
            password: account.password,
            displayName: account.displayName
        });
        await phone.registered();
        return phone;
    }

    get snapshot(): SoftphoneSnapshot {
        return this.softphone.snapshot;
    }

    /** The calls that have not ended, oldest first. */
    get live(): readonly CallSnapshot[] {
        return this.snapshot.calls.filter(({ phase }) => phase !== 'ended');
    }

    send(command: PhoneCommand): void {
        this.softphone.send(command, 'agent');
    }

    /** Resolves to what the condition finds, as soon as it finds something. */
    until<Found>(what: string, condition: (snapshot: SoftphoneSnapshot) => Found | null | undefined | false): Promise<Found> {
        return new Promise((resolve, reject) => {
            const look = (snapshot: SoftphoneSnapshot): boolean => {
                const found = condition(snapshot);
                if (found === null || found === undefined || found === false) return false;
                clearTimeout(limit);
                unsubscribe();
                resolve(found);
                return true;
            };
            const limit = setTimeout(() => {
                unsubscribe();
                reject(new Error(`${this.account.user} waited in vain for ${what}. ${this.describe()}`));
            }, PATIENCE);
            const unsubscribe = this.softphone.subscribe(look);
            look(this.snapshot);
        });
    }

    registered(): Promise<unknown> {
        return this.until(
            'registration',
            ({ registration, connection }) => registration.status === 'registered' && connection.status === 'connected'
        );
    }

    /** Dials and waits until the call is there. */
    dial(number: string): CallSnapshot {
        this.send({ type: 'dial', number });
        const call = this.live.at(-1);
        if (!call) throw new Error(`${this.account.user} could not dial ${number}. ${this.describe()}`);
        return call;
    }

    /** The agent names the record that a call is about. */
    choosesRecord(callId: string, record: RecordLink): void {
        this.softphone.report({ type: 'call-record', callId, record, source: 'agent' });
    }

    /** The next call that rings here. */
    offered(): Promise<CallSnapshot> {
        return this.until('a call that rings', ({ calls }) => calls.find(({ can }) => can.answer));
    }

    call(id: string): CallSnapshot | undefined {
        return this.snapshot.calls.find((call) => call.id === id);
    }

    /** Waits until a call is as described. */
    callIs(id: string, what: string, condition: (call: CallSnapshot) => boolean): Promise<CallSnapshot> {
        return this.until(what, ({ calls }) => calls.find((call) => call.id === id && condition(call)));
    }

    idle(): Promise<unknown> {
        return this.until('the end of all calls', ({ calls }) => calls.every(({ phase }) => phase === 'ended'));
    }

    /** The WebSocket breaks, now or right after a message of this SIP method has left. The phone finds its way back by itself. */
    loseConnection(afterSending?: string): void {
        const transport = this.#transports.at(-1);
        if (afterSending === undefined) transport?.lose();
        else transport?.loseAfterSending(afterSending);
    }

    describe(): string {
        const calls = this.snapshot.calls.map(
            ({ phase, localHold, awaiting, transfer, ending, remote }) =>
                `${remote.number ?? '-'} ${phase} hold:${localHold} awaiting:${awaiting ?? '-'} transfer:${transfer ? `${transfer.kind} ${transfer.status} ${transfer.failure?.cause ?? ''}` : '-'} ending:${ending?.cause ?? '-'}`
        );
        const lines = this.log.filter(({ level }) => level !== 'debug').slice(-15);
        return `Calls: ${calls.join('; ') || 'none'}. Log: ${lines.map(({ name, message, fields }) => `${name}: ${message} ${JSON.stringify(fields)}`).join(' | ')}`;
    }

    async close(): Promise<void> {
        this.send({ type: 'sign-out' });
        await this.until('the end of the connection', ({ connection }) => connection.status === 'offline');
    }
}

/** Remembers what should be heard. */
class SilentAudio implements AudioPort {
    current: Parameters<AudioPort['tone']>[0] = 'none';
    calls: readonly CallSound[] = [];
    beeps = 0;

    unlock(): void {}

    prepare(): Promise<void> {
        return Promise.resolve();
    }

    tone(tone: Parameters<AudioPort['tone']>[0]): void {
        this.current = tone;
    }

    beep(): void {
        this.beeps += 1;
    }

    sound(calls: readonly CallSound[]): void {
        this.calls = calls;
    }

    choose(): void {}

    measureMicrophone(): void {}

    testSound(): void {}

    subscribe(): () => void {
        return () => undefined;
    }
}

class NoPreferences implements PreferencesStore {
    load(): Record<string, never> {
        return {};
    }

    save(): void {}
}

class NoAgentStatus implements AgentStatusStore {
    load(): null {
        return null;
    }

    save(): void {}

    forget(): void {}
}

class NoHistory implements HistoryStore {
    load(): Promise<readonly []> {
        return Promise.resolve([]);
    }

    save(): Promise<void> {
        return Promise.resolve();
    }

    clear(): Promise<void> {
        return Promise.resolve();
    }
}
