import { Emitter } from '../base/emitter';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { defaultDialPlan, type DialPlan } from '../phone-number/dial-plan';
import type { KeptStatus } from '../telephony/agent-status';
import { about } from '../telephony/call.fake';
import { defaultCallSettings, type CallSettings } from '../telephony/call-settings';
import type { CallSound } from '../telephony/call-sound';
import type { PhoneCommand } from '../telephony/command';
import type { SoftphoneFact } from '../telephony/fact';
import type { HistoryEntry } from '../telephony/history';
import type { Preferences } from '../telephony/preferences';
import type { RecordLink } from '../telephony/record';
import type { CallSnapshot, SoftphoneSnapshot } from '../telephony/snapshot';
import type { AgentStatusStore } from './agent-status-store';
import type { AudioChoice, AudioPort, AudioReport } from './audio-port';
import { FakeExchange } from './exchange.fake';
import type { HistoryStore } from './history-store';
import type { PreferencesStore } from './preferences-store';
import type { FakeSignalling } from './signalling.fake';
import { Softphone } from './softphone';

export type Tone = Parameters<AudioPort['tone']>[0];

export class FakeAudio implements AudioPort {
    /** Each tone that followed another one. */
    readonly heard: Tone[] = [];
    /** Everything that was said to `sound`. */
    readonly sounds: (readonly CallSound[])[] = [];
    beeps = 0;
    prepared = 0;
    unlocked = 0;
    readonly choices: AudioChoice[] = [];
    readonly events = new Emitter<AudioReport>(() => undefined);

    prepare(): Promise<void> {
        this.prepared++;
        return Promise.resolve();
    }

    unlock(): void {
        this.unlocked++;
    }

    tone(tone: Tone): void {
        if (this.heard.at(-1) !== tone) this.heard.push(tone);
    }

    beep(): void {
        this.beeps++;
    }

    sound(calls: readonly CallSound[]): void {
        this.sounds.push(calls);
    }

    choose(choice: AudioChoice): void {
        this.choices.push(choice);
    }

    measureMicrophone(on: boolean): void {
        this.events.emit({ type: 'microphone-level', level: on ? 0 : null });
    }

    testSound(output: 'speaker' | 'ringer'): void {
        this.events.emit({ type: 'sound-tested', output });
    }

    subscribe(listener: (event: AudioReport) => void): () => void {
        return this.events.subscribe(listener);
    }
}

export class FakeHistoryStore implements HistoryStore {
    readonly stored = new Map<string, readonly HistoryEntry[]>();
    isBroken = false;

    load(account: string, limit: number): Promise<readonly HistoryEntry[]> {
        return this.#answer(this.#of(account).slice(0, limit));
    }

    save(account: string, entry: HistoryEntry, limit: number): Promise<void> {
        if (this.isBroken) return this.#answer(undefined);
        this.stored.set(account, [entry, ...this.#of(account).filter(({ id }) => id !== entry.id)].slice(0, limit));
        return this.#answer(undefined);
    }

    clear(account: string): Promise<void> {
        this.stored.delete(account);
        return this.#answer(undefined);
    }

    #of(account: string): readonly HistoryEntry[] {
        return this.stored.get(account) ?? [];
    }

    #answer<T>(value: T): Promise<T> {
        return this.isBroken ? Promise.reject(new Error('The disk is full')) : Promise.resolve(value);
    }
}

export class FakePreferencesStore implements PreferencesStore {
    isBroken = false;

    constructor(public stored: Partial<Preferences> = {}) {}

    load(): Partial<Preferences> {
        return this.isBroken ? {} : this.stored;
    }

    save(preferences: Partial<Preferences>): void {
        if (this.isBroken) throw new Error('The disk is full');
        this.stored = preferences;
    }
}

/** Of a browser's tab, where page follows upon page. */
export class FakeAgentStatusStore implements AgentStatusStore {
    readonly kept = new Map<string, KeptStatus>();

    load(account: string): KeptStatus | null {
        return this.kept.get(account) ?? null;
    }

    save(account: string, kept: KeptStatus): void {
        this.kept.set(account, kept);
    }

    forget(): void {
        this.kept.clear();
    }
}

/** Somebody at a phone, and everything that this phone lets out. */
export class Person {
    readonly audio = new FakeAudio();
    readonly history = new FakeHistoryStore();
    readonly facts: SoftphoneFact[] = [];
    readonly snapshots: SoftphoneSnapshot[] = [];
    readonly log: LogLine[] = [];
    readonly signalling: FakeSignalling;
    readonly phone: Softphone;
    settings: CallSettings = defaultCallSettings;
    dialPlan: DialPlan = defaultDialPlan;

    constructor(
        readonly extension: string,
        exchange: FakeExchange,
        clock: SimulatedClock,
        readonly preferences = new FakePreferencesStore(),
        readonly tab = new FakeAgentStatusStore()
    ) {
        let ids = 0;
        this.signalling = exchange.phone();
        this.phone = new Softphone({
            signalling: this.signalling,
            audio: this.audio,
            history: this.history,
            preferences: this.preferences,
            agentStatus: this.tab,
            about: () => about,
            clock,
            newId: () => `${extension}-${++ids}`,
            logger: new Logger('softphone', clock, (line) => this.log.push(line)),
            dialPlan: () => this.dialPlan,
            settings: () => this.settings,
            pbx: () => ({ server: 'wss://pbx.example.com/ws', domain: 'pbx.example.com' })
        });
        this.phone.subscribe((snapshot) => this.snapshots.push(snapshot));
        this.phone.subscribeFacts((fact) => this.facts.push(fact));
    }

    signIn(): void {
        this.send({ type: 'sign-in', extension: this.extension, password: 'top-secret' });
        this.signalling.registers();
    }

    send(command: PhoneCommand): void {
        this.phone.send(command, 'agent');
    }

    dial(number: string): CallSnapshot {
        this.send({ type: 'dial', number });
        return this.call;
    }

    /** Answers the newest call. */
    answer(): CallSnapshot {
        this.send({ type: 'answer', callId: this.call.id });
        return this.call;
    }

    hangUp(call = this.call): void {
        this.send({ type: 'hang-up', callId: call.id });
    }

    /** The newest call. */
    get call(): CallSnapshot {
        const call = this.phone.snapshot.calls.at(-1);
        if (!call) throw new Error(`${this.extension} has no call`);
        return call;
    }

    /** The call with another person. */
    with(other: Person): CallSnapshot {
        const call = this.phone.snapshot.calls.find(({ remote }) => remote.number === other.extension);
        if (!call) throw new Error(`${this.extension} has no call with ${other.extension}`);
        return call;
    }

    /** Every call in a few words, such as `1002 connected held`. */
    get calls(): readonly string[] {
        return this.phone.snapshot.calls.map(({ remote, phase, localHold, awaiting, ending }) =>
            [remote.number, ending?.cause ?? phase, localHold === 'none' ? [] : localHold, awaiting === null ? [] : `awaits ${awaiting}`]
                .flat()
                .join(' ')
        );
    }

    /** The other parties that the agent hears. */
    get hears(): readonly (string | null | undefined)[] {
        const { calls } = this.phone.snapshot;
        const open = this.audio.sounds.at(-1)?.filter(({ speaker }) => speaker) ?? [];
        return open.map(({ callId }) => calls.find(({ id }) => id === callId)?.remote.number);
    }

    /** The CRM found out that the newest call is about a record. */
    isAbout(record: RecordLink, callId = this.call.id): void {
        this.phone.report({ type: 'call-record', callId, record, source: 'search' });
    }

    get factTypes(): readonly string[] {
        return this.facts.map(({ type, origin }) => `${type} by ${origin}`);
    }

    get notices(): readonly string[] {
        return this.phone.snapshot.notices.map(({ code }) => code);
    }

    /** Answers the hold or resume that the PBX has been keeping. */
    reinviteAnswered(exchange: FakeExchange, call: CallSnapshot, agreed = true): void {
        exchange.answerReinvite(this.signalling, call.id, agreed);
    }
}

/** Alice, Bob and Carol, signed in at one exchange. */
export interface Office {
    readonly exchange: FakeExchange;
    readonly clock: SimulatedClock;
    readonly alice: Person;
    readonly bob: Person;
    readonly carol: Person;
}

export function openOffice(): Office {
    const exchange = new FakeExchange();
    const clock = new SimulatedClock(1_000);
    const [alice, bob, carol] = [1001, 1002, 1003].map((extension) => new Person(String(extension), exchange, clock));
    if (!alice || !bob || !carol) throw new Error('Nobody is there');
    for (const person of [alice, bob, carol]) person.signIn();
    return { exchange, clock, alice, bob, carol };
}
