import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { defaultDialPlan } from '../phone-number/dial-plan';
import type { Call, CallId } from '../telephony/call';
import type { EndingCause } from '../telephony/call-ending';
import { dialog } from '../telephony/call.fake';
import type { CallLog } from '../telephony/call-log';
import type { RecordLink } from '../telephony/record';
import type { JournalEntry } from '../telephony/journal-entry';
import type { CallLogEntry, CallLogRules } from './call-log';
import { CallLogger } from './call-logger';
import type { SavedCallLog } from './call-log-store';
import { CrmError, type CrmReason } from './crm-error';
import { defaultCrmSettings, type CallLogSettings } from './crm-settings';
import { JournalKeeper } from './journal-keeper';
import { JournalReplay } from './journal-replay';
import { FakePhone } from './phone.fake';

/** How the org behaves towards one save: `lost` is done, but nobody hears of it. A reason: it is not done. */
export type Answer = 'saved' | 'slow' | 'doubled' | 'lost' | CrmReason;

/** What outlives a page: the journal in the browser, and the Tasks in the org. */
export class Surroundings {
    readonly journal = new Map<CallId, JournalEntry>();
    /** By CallObject: the org takes each once. */
    readonly tasks = new Map<string, CallLogEntry>();
    now = Date.parse('2026-11-22T01:00:00Z');
}

/** The moment at which a page dies: just before or after its effect with this number, counted from 1. */
export interface Death {
    readonly effect: number;
    readonly done: boolean;
}

const NEVER = new Promise<never>(() => undefined);
/** Milliseconds of a slow answer. */
const SLOW = 14_000;

export const defaultSettings: CallLogSettings = defaultCrmSettings.callLog;

/** One page with a phone, from its start until it dies: journal and log are real, all around them is a fake. */
export class Page {
    readonly clock: SimulatedClock;
    readonly phone = new FakePhone();
    readonly lines: LogLine[] = [];
    /** What was done outside of the page, in order. */
    readonly effects: string[] = [];
    /** Answers of the org to saves, in order; then it saves. */
    readonly answers: Answer[] = [];
    ignoredFields: readonly string[] = [];
    /** Makes the journal fail or wait. */
    journalAnswer: () => Promise<void> = () => Promise.resolve();
    /** The search of a call's other party, as the test ends it. */
    identified: (callId: CallId) => Promise<RecordLink | null> = () => Promise.resolve(null);
    settings: CallLogSettings = defaultSettings;
    isDead = false;
    /** Resolves when the page dies. */
    readonly died: Promise<void>;

    readonly keeper: JournalKeeper;
    readonly callLogger: CallLogger;
    readonly replay: JournalReplay;
    readonly #around: Surroundings;
    readonly #nextTurn: () => Promise<void>;
    readonly #death: Death | null;
    #bury: () => void = () => undefined;
    #effectCount = 0;

    /** `nextTurn` lets run everything that waits for nothing but its turn. */
    constructor(nextTurn: () => Promise<void>, around = new Surroundings(), death: Death | null = null) {
        this.#nextTurn = nextTurn;
        this.#around = around;
        this.#death = death;
        this.died = new Promise((resolve) => (this.#bury = resolve));
        this.clock = new SimulatedClock(around.now);
        const { phone, clock } = this;
        const logger = new Logger('crm', clock, (line) => this.lines.push(line));
        const { journal } = around;
        const port = {
            write: (entry: JournalEntry) => this.#journal(`write ${entry.log.status}`, () => void journal.set(entry.call.id, entry)),
            remove: (callId: CallId) => this.#journal('remove', () => void journal.delete(callId)),
            takeOver: () => this.#journal('take over', () => [...journal.values()])
        };
        const rules = (): CallLogRules => this.#rules();
        this.keeper = new JournalKeeper({ phone, journal: port, clock, logger });
        this.callLogger = new CallLogger({
            phone,
            store: { save: (entry) => this.#save(entry) },
            journal: this.keeper,
            host: { refresh: () => this.#effect('refresh', () => undefined) },
            rules,
            identified: (callId) => this.identified(callId),
            clock,
            logger
        });
        this.replay = new JournalReplay({ journal: port, abandoned: port, callLogger: this.callLogger, rules, clock, logger });
        this.keeper.start();
        this.callLogger.start();
        phone.subscribeFacts((fact) => {
            if (fact.type === 'call-started') this.callLogger.started(fact.call);
            if (fact.type === 'call-ended') this.callLogger.ended(fact.call);
        });
    }

    startCall(call: Call): void {
        this.phone.report({ type: 'call-started', call: { ...call, startedAt: this.clock.now() } });
    }

    connectCall(callId: CallId = 'c1'): void {
        this.phone.report({ type: 'call-connected', callId, at: this.clock.now(), dialog });
    }

    endCall(cause: EndingCause = 'hung-up', callId: CallId = 'c1'): void {
        this.phone.report({ type: 'call-ended', callId, at: this.clock.now(), ending: { by: 'remote', cause }, dialog: null });
    }

    findRecord(record: RecordLink | null, callId: CallId = 'c1'): void {
        this.phone.report({ type: 'call-record', callId, record, source: 'search' });
    }

    /** Saves since the last look, without what the journal did meanwhile. */
    async saves(): Promise<readonly string[]> {
        return (await this.happened()).filter((effect) => !effect.startsWith('journal'));
    }

    /** The only log, or that of the call. */
    log(callId?: CallId): CallLog | undefined {
        return this.phone.state.callLogs.find((log) => callId === undefined || log.callId === callId);
    }

    /** What was done since the last look, once everything that could run has run. */
    async happened(): Promise<readonly string[]> {
        await this.#nextTurn();
        return this.effects.splice(0);
    }

    /** Lets time pass as long as the page lives. */
    async pass(seconds: number): Promise<void> {
        await this.#nextTurn();
        for (let second = 0; second < seconds && !this.isDead; second++) {
            this.clock.advance(1_000);
            await this.#nextTurn();
        }
        this.#around.now = Math.max(this.#around.now, this.clock.now());
    }

    #rules(): CallLogRules {
        return {
            texts: { subject: (direction, number) => `${direction} ${number}`, result: ({ cause }) => cause },
            dialPlan: defaultDialPlan,
            timeZone: 'Asia/Tokyo',
            settings: this.settings
        };
    }

    #journal<Result>(name: string, act: () => Result): Promise<Result> {
        return this.#effect(`journal: ${name}`, act, () => this.journalAnswer());
    }

    async #save(entry: CallLogEntry): Promise<SavedCallLog> {
        const answer = this.answers.shift() ?? 'saved';
        const act = (): SavedCallLog => {
            if (!this.#around.tasks.has(entry.CallObject)) this.#around.tasks.set(entry.CallObject, entry);
            return { id: `00T ${entry.CallObject}`, ignoredFields: this.ignoredFields };
        };
        const related = [entry.WhoId, entry.WhatId].filter((id) => id !== undefined);
        const name = ['save', ...related].join(' ');
        switch (answer) {
            case 'saved':
                return this.#effect(name, act);
            case 'doubled':
                return this.#effect(name, () => {
                    act();
                    return act();
                });
            case 'slow':
                return this.#effect(name, act, () => new Promise((resolve) => void this.clock.after(SLOW, resolve)));
            case 'lost':
                await this.#effect(name, act);
                throw new CrmError('timed-out', 'It did not answer');
            default:
                await this.#effect(name, () => undefined);
                throw new CrmError(answer, 'It did not work');
        }
    }

    async #effect<Result>(name: string, act: () => Result, delay: () => Promise<void> = () => Promise.resolve()): Promise<Result> {
        if (this.isDead) return NEVER;
        this.effects.push(name);
        const isLast = ++this.#effectCount === this.#death?.effect;
        if (isLast && !this.#death?.done) return this.die();
        await delay();
        if (this.isDead) return NEVER;
        const result = act();
        return isLast ? this.die() : result;
    }

    die(): Promise<never> {
        this.isDead = true;
        this.#bury();
        return NEVER;
    }
}
