import { SimulatedClock } from '../base/simulated-clock';
import { isSameStatus, type AgentStatus, type StatusSignal } from '../telephony/agent-status';
import type { CallLog } from '../telephony/call-log';
import type { PhoneCommand } from '../telephony/command';
import type { SoftphoneSnapshot } from '../telephony/snapshot';
import { isUnderway } from '../telephony/transfer';
import { FakeExchange } from './exchange.fake';
import { violations } from './invariants.fake';
import { Person } from './person.fake';
import { chooseCommand, isAllowed, OTHERS, STATUSES } from './random-commands.fake';
import { Random } from './random.fake';
import type { FakeSignalling } from './signalling.fake';

/** Alice presses whatever she likes while the others and the network do what they like. */
export class RandomWalk {
    readonly #random: Random;
    readonly #effects: Map<PhoneCommand['type'], number>;
    readonly #clock = new SimulatedClock(1_000_000);
    readonly #exchange = new FakeExchange();
    readonly #alice = new Person('1001', this.#exchange, this.#clock);
    readonly #others = new Map<string, FakeSignalling>();
    readonly #trail: string[] = [];
    readonly #entered: StatusSignal[] = [];
    #status: AgentStatus | null = null;

    /** @param effects counts how often each command had an effect */
    constructor(seed: number, effects: Map<PhoneCommand['type'], number>) {
        this.#random = new Random(seed);
        this.#effects = effects;
        this.#alice.settings = { ...this.#alice.settings, autoAnswer: true, statuses: STATUSES, echoExtension: '1005' };
        this.#alice.phone.subscribe(({ agentStatus }) => this.#noteStatus(agentStatus?.current ?? null));
        this.#alice.phone.subscribeFacts((fact) => {
            if (fact.type === 'call-ended' && fact.call.connectedAt !== null) this.#openLog(fact.call.id);
        });
        this.#alice.signIn();
        for (const extension of OTHERS) {
            const phone = this.#exchange.phone();
            phone.signIn({ server: '', domain: '', extension, authorizationName: '', password: '', displayName: null });
            phone.registers();
            this.#others.set(extension, phone);
        }
    }

    async step(): Promise<void> {
        const previous = this.#alice.phone.snapshot;
        if (!this.#alice.signalling.isOnline && this.#random.chance(0.2)) this.#reconnect();
        else if (this.#random.chance(0.55)) this.#press(chooseCommand(this.#random, this.#alice.phone.snapshot, this.#exchange.slots));
        else this.#happen();
        // What the phone asks of the PBX and the store is answered.
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
        this.#check(previous);
    }

    /** Everybody hangs up, and the network does its best. */
    async end(): Promise<void> {
        const { signalling, phone } = this.#alice;
        if (!signalling.isOnline) signalling.reconnects();
        for (const callId of this.#exchange.pendingReinvites) this.#exchange.answerReinvite(signalling, callId, true);
        for (const { id, can } of phone.snapshot.calls) {
            if (can.hangUp || can.decline) this.#press({ type: can.decline ? 'decline' : 'hang-up', callId: id });
        }
        await Promise.resolve();
        this.#expect(
            [
                ...phone.snapshot.calls.filter(({ phase }) => phase !== 'ended').map(({ id }) => `${id} lives on`),
                ...this.#exchange.callsOf(signalling).map(({ callId }) => `The PBX keeps ${callId}`),
                ...(this.#alice.hears.length > 0 ? ['Somebody is heard'] : []),
                ...(this.#alice.audio.heard.at(-1) === 'none' ? [] : ['A tone goes on'])
            ],
            'end'
        );
    }

    /** What is allowed must do something; what is not must leave all calls and the PBX alone. */
    #press(command: PhoneCommand): void {
        const { snapshot } = this.#alice.phone;
        const { journal } = this.#exchange;
        const asked = journal.length;
        const allowed = isAllowed(command, snapshot);
        this.#trail.push(JSON.stringify(command));
        this.#alice.send(command);
        const did = journal.length > asked || !isEqual(this.#alice.phone.snapshot.calls, snapshot.calls);
        if (did || !isEqual(beyondCalls(this.#alice.phone.snapshot), beyondCalls(snapshot))) {
            this.#effects.set(command.type, (this.#effects.get(command.type) ?? 0) + 1);
        }
        if (allowed !== null) this.#expect(did === allowed ? [] : [`${command.type}: allowed ${allowed}, had an effect ${did}`], 'press');
    }

    #happen(): void {
        const random = this.#random;
        const happenings: Record<string, () => unknown> = {
            answer: () => this.#farEnd(false, (phone, callId) => this.#exchange.answer(phone, callId)),
            decline: () => this.#farEnd(false, (phone, callId) => this.#exchange.hangUp(phone, callId, 'declined')),
            'hang up': () => random.chance(0.5) && this.#farEnd(null, (phone, callId) => this.#exchange.hangUp(phone, callId)),
            call: () => this.#call('1001'),
            'call another': () => this.#call(random.pick(OTHERS)),
            reinvites: () => (this.#alice.signalling.reinvites = random.pick(['agreed', 'agreed', 'later', 'later', 'refused'])),
            'answer reinvite': () => this.#answerReinvite(random.chance(0.8)),
            'lose the network': () => this.#loseConnection(),
            refusal: () => (this.#exchange.refusal = random.chance(0.25) ? { cause: 'busy', foreseen: false } : null),
            'late failure': () => this.#failTransfer(),
            'transfers back': () => (this.#exchange.givesBack = random.chance(0.7)),
            slots: () => (this.#exchange.announcesSlots = random.pick(['after', 'after', 'before', 'never'])),
            recall: () => this.#recall(),
            waiting: () => (this.#alice.settings = { ...this.#alice.settings, callWaiting: random.chance(0.8) }),
            identity: () => this.#report('call-identified'),
            hold: () => this.#report('call-remote-hold'),
            media: () => this.#report('call-media'),
            'status answers': () => (this.#alice.signalling.statuses = random.pick(['taken', 'taken', 'refused', 'later'])),
            'answer status': () => this.#alice.signalling.answerStatus(random.chance(0.7)),
            'save logs': () => this.#saveLogs(),
            time: () => this.#clock.advance(random.pick([100, 1_000, 4_000, 60_000, 300_000]))
        };
        const frequent = ['answer', 'answer', 'answer', 'answer', 'call', 'answer reinvite', 'answer reinvite', 'save logs'];
        const name = random.pick([...Object.keys(happenings), ...frequent]);
        this.#trail.push(name);
        happenings[name]?.();
    }

    #farEnd(up: boolean | null, act: (phone: FakeSignalling, callId: string) => void): void {
        const ends = [...this.#others.values()].flatMap((phone) => this.#exchange.callsOf(phone).map((call) => ({ phone, ...call })));
        const fitting = ends.filter((end) => (up === null || end.up === up) && (up !== false || end.callId.startsWith('offer-')));
        if (fitting.length === 0) return;
        const { phone, callId } = this.#random.pick(fitting);
        act(phone, callId);
    }

    #call(number: string): void {
        const caller = this.#others.get(this.#random.pick(OTHERS.filter((other) => other !== number)));
        if (number === '1001') this.#exchange.nextOffer = { autoAnswerAfter: this.#random.pick([null, null, 0, 2]) };
        caller?.dial(`outside-${this.#trail.length}`, number);
        this.#exchange.nextOffer = {};
    }

    #answerReinvite(agreed: boolean): void {
        const { pendingReinvites } = this.#exchange;
        if (pendingReinvites.length === 0) return;
        this.#exchange.answerReinvite(this.#alice.signalling, this.#random.pick(pendingReinvites), agreed);
    }

    #loseConnection(): void {
        const { signalling } = this.#alice;
        if (signalling.isOnline && this.#random.chance(0.4)) signalling.losesConnection();
    }

    #reconnect(): void {
        this.#trail.push('reconnect');
        this.#alice.signalling.reconnects();
    }

    /** A NOTIFY tells that the target did not answer, and the target rings no more. */
    #failTransfer(): void {
        const { givesBack } = this.#exchange;
        this.#exchange.givesBack = false;
        const isTransferred = this.#alice.phone.snapshot.calls.some(({ transfer }) => isUnderway(transfer));
        if (isTransferred) this.#farEnd(false, (phone, callId) => this.#exchange.hangUp(phone, callId, 'busy'));
        this.#exchange.givesBack = givesBack;
    }

    #recall(): void {
        const { slots } = this.#exchange;
        if (slots.length === 0) return;
        const slot = this.#random.pick(slots);
        this.#exchange.recall(slot, this.#random.chance(0.5) ? { kind: 'park', slot } : null);
    }

    #report(type: 'call-identified' | 'call-remote-hold' | 'call-media'): void {
        const { phone, signalling } = this.#alice;
        const callId = this.#random.pick([...phone.snapshot.calls.map(({ id }) => id), 'nobody']);
        switch (type) {
            case 'call-identified':
                return signalling.report({ type, callId, remote: { number: this.#random.pick(OTHERS), displayName: '山田 太郎' } });
            case 'call-remote-hold':
                return signalling.report({ type, callId, held: this.#random.chance(0.5) });
            case 'call-media':
                return signalling.report({ type, callId, media: this.#random.pick(['connected', 'disconnected']) });
        }
    }

    #noteStatus(status: AgentStatus | null): void {
        if (status === this.#status) return;
        this.#status = status;
        const signal = status && STATUSES.find((option) => isSameStatus(option, status))?.signal;
        if (signal) this.#entered.push(signal);
    }

    /** The CRM lets Alice write about a call that was answered. */
    #openLog(callId: string): void {
        this.#alice.phone.report({ type: 'log-opened', log: newLog(callId) });
        this.#alice.phone.report({ type: 'log-wrap-up', callId, endsAt: this.#clock.now() });
    }

    #saveLogs(): void {
        const { phone } = this.#alice;
        for (const { callId } of phone.snapshot.callLogs) {
            phone.report({ type: 'log-saving', callId });
            phone.report({ type: 'log-closed', callId });
        }
    }

    #check(previous: SoftphoneSnapshot): void {
        const { phone, facts, audio, signalling, log } = this.#alice;
        const tone = audio.heard.at(-1);
        const failures = log.filter(({ level }) => level === 'error').map(({ message, fields }) => `${message} ${JSON.stringify(fields)}`);
        this.#expect(
            [
                ...failures,
                ...violations({
                    snapshot: phone.snapshot,
                    previous,
                    facts,
                    ...(tone !== undefined && { tone }),
                    statuses: { entered: this.#entered, told: signalling.told },
                    ...(signalling.isOnline && { pbx: this.#exchange.callsOf(signalling) })
                })
            ],
            'step'
        );
    }

    #expect(found: readonly string[], when: string): void {
        if (found.length === 0) return;
        throw new Error([`${when} ${this.#trail.length}: ${found.join('; ')}`, ...this.#trail.slice(-15), ...this.#alice.calls].join('\n'));
    }
}

/** What commands may change besides calls. */
function beyondCalls({ parkedCalls, history, agentStatus, preferences, missedCalls, audio }: SoftphoneSnapshot): readonly unknown[] {
    return [parkedCalls, history, agentStatus, preferences, missedCalls, audio];
}

function newLog(callId: string): CallLog {
    return {
        callId,
        status: 'open',
        direction: 'inbound',
        numberText: null,
        displayName: null,
        notes: '',
        disposition: null,
        who: null,
        what: null,
        isRelatedByAgent: false,
        wrapUpEndsAt: null
    };
}

function isEqual(a: unknown, b: unknown): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
}
