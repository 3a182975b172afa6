import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { retryDelay } from '../base/retry-delay';
import { formatNumber } from '../phone-number/format-number';
import type { Call, CallId } from '../telephony/call';
import { isWritable, type CallLog } from '../telephony/call-log';
import type { CrmCommand } from '../telephony/command';
import type { RecordLink } from '../telephony/record';
import type { SoftphoneSnapshot } from '../telephony/snapshot';
import type { BridgedPhone } from './bridged-phone';
import { callLogEntry, lessRelated, type CallLogEntry, type CallLogRules } from './call-log';
import type { CallLogStore, SavedCallLog } from './call-log-store';
import { CrmError } from './crm-error';
import type { CrmHost } from './crm-host';
import type { JournalKeeper } from './journal-keeper';
import { leavesTask } from './leaves-task';
import { personOf, relationOf, withRecord, withViewed } from './log-relation';
import { isSameLink, isSameRecord } from './record-link';
import { within } from './within';

export type CallLogCommand = Extract<CrmCommand, { readonly type: 'edit-log' | 'save-log' | 'close-log' }>;

export interface CallLoggerParts {
    readonly phone: Pick<BridgedPhone, 'snapshot' | 'subscribe' | 'report' | 'raise'>;
    readonly store: CallLogStore;
    readonly journal: Pick<JournalKeeper, 'keep' | 'written'>;
    readonly host: Pick<CrmHost, 'refresh'>;
    /** May change between calls. */
    readonly rules: () => CallLogRules;
    /** Resolves to the record of a call's other party as soon as nothing is being searched for it any more. Never rejects. */
    readonly identified: (callId: CallId) => Promise<RecordLink | null>;
    readonly clock: Clock;
    readonly logger: Logger;
}

/** Milliseconds that a log which nobody adds to waits for the search of its caller. */
const LONGEST_SEARCH = 5_000;
/** Milliseconds that a save waits for the journal: what a later start would save again has to be the same. */
const LONGEST_JOURNAL = 5_000;

/** An ended call whose log is not saved yet. */
interface Unsaved {
    readonly call: Call;
    readonly failures: number;
    /** Ends the waiting for wrap-up, search or next attempt; null while it is being saved. */
    readonly cancel: Cancel | null;
}

/**
 * Keeps the log of every call from its start, and makes a Task of it after its end: once, however often it has to be tried. Whatever the
 * CRM does or fails to do, no method throws, unless it says so.
 */
export class CallLogger {
    readonly #parts: CallLoggerParts;
    /** The record that each log was last related to. */
    readonly #records = new Map<CallId, RecordLink | null>();
    readonly #unsaved = new Map<CallId, Unsaved>();
    /** A fact is told once; a repetition must not become a second Task. */
    readonly #ended = new Set<CallId>();
    readonly #ignoredFields = new Set<string>();
    #failureTold = false;

    constructor(parts: CallLoggerParts) {
        this.#parts = parts;
    }

    /** From now on the logs follow what is found out about their calls. */
    start(): void {
        this.#parts.phone.subscribe((snapshot) => this.#follow(snapshot));
    }

    started(call: Call): void {
        if (!this.#ended.has(call.id)) this.#open(call, newLog(call));
    }

    /** To be told after whatever searches the callers: it may have to begin only now, for one who heard busy. */
    ended(call: Call): void {
        if (this.#ended.has(call.id)) return;
        const { phone, clock, rules } = this.#parts;
        this.#end(call);
        this.#open(call, newLog(call));
        if (!leavesTask(call, rules())) {
            this.#forget(call.id);
            return phone.report({ type: 'log-closed', callId: call.id });
        }
        const search = this.#relateWhenIdentified(call.id);
        const wrapUp = rules().settings.wrapUpSeconds * 1000;
        const isMissed = call.direction === 'inbound' && call.connectedAt === null;
        if (isMissed || wrapUp === 0) return void this.#saveAfter(call.id, search);
        phone.report({ type: 'log-wrap-up', callId: call.id, endsAt: clock.now() + wrapUp });
        this.#wait(call.id, wrapUp);
    }

    /** The agent has opened a record: it belongs to whomever the agent is talking to, unless it is known to be somebody else's who calls. */
    viewed(record: RecordLink | null): void {
        if (record === null) return;
        const { phone } = this.#parts;
        for (const { id, phase, localHold } of phone.snapshot.calls) {
            const log = this.#log(id);
            if (!log || phase !== 'connected' || localHold !== 'none' || this.#isOfAnother(id, record)) continue;
            phone.report({ type: 'log-related', callId: id, ...withViewed(log, record) });
        }
    }

    carryOut(command: CallLogCommand): void {
        const { phone, logger } = this.#parts;
        const { callId } = command;
        switch (command.type) {
            case 'edit-log':
                return phone.report({ ...command, ...(command.who && { who: personOf(command.who) }), type: 'log-edited' });
            case 'save-log':
                if (this.#unsaved.get(callId)?.cancel) return void this.#save(callId);
                break;
            case 'close-log':
                if (this.#log(callId)?.status === 'saved') return phone.report({ type: 'log-closed', callId });
                break;
        }
        logger.warn('Command came too late', { command: command.type, callId });
    }

    /**
     * Saves the log of a call of an earlier page, as it was left. Resolves when that was tried once; what failed is tried again.
     * @throws whatever is wrong with the call or its log
     */
    async adopt(call: Call, log: CallLog): Promise<void> {
        // Nobody could ever save what no Task can be made of.
        callLogEntry(call, log, this.#parts.rules());
        if (this.#ended.has(call.id)) return;
        this.#end(call);
        this.#open(call, { ...log, callId: call.id, status: 'open', wrapUpEndsAt: null });
        await this.#save(call.id);
    }

    #isOfAnother(callId: CallId, { id }: RecordLink): boolean {
        return this.#parts.phone.snapshot.calls
            .filter((call) => call.id !== callId)
            .flatMap(({ record, matches }) => [...(record ? [record] : []), ...matches.map((match) => match.record)])
            .some((record) => isSameRecord(record.id, id));
    }

    #follow({ calls, callLogs }: SoftphoneSnapshot): void {
        const { phone } = this.#parts;
        for (const log of callLogs.filter(isWritable)) {
            const call = calls.find(({ id }) => id === log.callId);
            if (!call) continue;
            const { numberText, remote, record } = call;
            if (!isSameLink(record, this.#records.get(call.id) ?? null)) this.#relate(log, record);
            if (numberText === log.numberText && remote.displayName === log.displayName) continue;
            phone.report({ type: 'log-party', callId: call.id, numberText, displayName: remote.displayName });
        }
    }

    #open(call: Call, log: CallLog): void {
        if (this.#records.has(call.id)) return;
        this.#records.set(call.id, call.record);
        this.#parts.phone.report({ type: 'log-opened', log });
    }

    #end(call: Call): void {
        this.#ended.add(call.id);
        this.#unsaved.set(call.id, { call, failures: 0, cancel: () => undefined });
        this.#parts.journal.keep(call);
    }

    #forget(callId: CallId): void {
        this.#unsaved.delete(callId);
        this.#records.delete(callId);
    }

    #log(callId: CallId): CallLog | undefined {
        return this.#parts.phone.snapshot.callLogs.find((log) => log.callId === callId);
    }

    #relate(log: CallLog, record: RecordLink | null): void {
        const former = this.#records.get(log.callId) ?? null;
        this.#records.set(log.callId, record);
        this.#parts.phone.report({ type: 'log-related', callId: log.callId, ...withRecord(log, former, record) });
    }

    /** A call that the phone does not keep, or not any more, tells nobody else what the search has found. */
    async #relateWhenIdentified(callId: CallId): Promise<void> {
        const { identified, phone } = this.#parts;
        const record = await identified(callId);
        const log = this.#log(callId);
        if (!record || !log || !isWritable(log) || phone.snapshot.calls.some(({ id }) => id === callId)) return;
        this.#relate(log, record);
    }

    async #saveAfter(callId: CallId, search: Promise<void>): Promise<void> {
        await within(this.#parts.clock, LONGEST_SEARCH, search);
        await this.#save(callId);
    }

    #wait(callId: CallId, milliseconds: number): void {
        const unsaved = this.#unsaved.get(callId);
        if (!unsaved) return;
        const cancel = this.#parts.clock.after(milliseconds, () => void this.#save(callId));
        this.#unsaved.set(callId, { ...unsaved, cancel });
    }

    async #save(callId: CallId): Promise<void> {
        const unsaved = this.#unsaved.get(callId);
        if (!unsaved?.cancel) return;
        const { phone, journal } = this.#parts;
        unsaved.cancel();
        this.#unsaved.set(callId, { ...unsaved, cancel: null });
        phone.report({ type: 'log-saving', callId });
        await journal.written(callId, LONGEST_JOURNAL);
        try {
            this.#onSaved(callId, await this.#saveNow(unsaved.call));
        } catch (error) {
            this.#onFailed(callId, error);
        }
    }

    /** A record that takes no Task or is gone must cost neither the log nor the other record. */
    async #saveNow(call: Call): Promise<SavedCallLog> {
        const { store, rules, logger } = this.#parts;
        const log = this.#log(call.id);
        if (!log) throw new Error('The log is gone');
        let entry: CallLogEntry = callLogEntry(call, log, rules());
        for (;;) {
            try {
                return await store.save(entry);
            } catch (error) {
                const less = lessRelated(entry);
                if (!(error instanceof CrmError) || error.reason !== 'rejected' || !less) throw error;
                logger.warn('Saving the call log with a record less', { callId: call.id, error: describeError(error) });
                entry = less;
            }
        }
    }

    #onSaved(callId: CallId, { id, ignoredFields }: SavedCallLog): void {
        const { phone, logger } = this.#parts;
        logger.info('Call logged', { callId, taskId: id });
        this.#failureTold = false;
        this.#forget(callId);
        phone.report({ type: 'log-saved', callId });
        for (const field of ignoredFields) {
            if (!this.#ignoredFields.has(field)) phone.raise('settings-invalid', field);
            this.#ignoredFields.add(field);
        }
        void this.#refresh();
    }

    /** Whatever the reason: only the org knows whether it will last, and a log is not given up. */
    #onFailed(callId: CallId, error: unknown): void {
        const { phone, logger } = this.#parts;
        const unsaved = this.#unsaved.get(callId);
        if (!unsaved) return;
        const failures = unsaved.failures + 1;
        logger.error('The call log was not saved', { callId, failures, error: describeError(error) });
        phone.report({ type: 'log-failed', callId });
        if (!this.#failureTold) phone.raise('call-log-failed', error instanceof Error ? error.message : '');
        this.#failureTold = true;
        this.#unsaved.set(callId, { ...unsaved, failures });
        this.#wait(callId, retryDelay(failures));
    }

    async #refresh(): Promise<void> {
        try {
            await this.#parts.host.refresh();
        } catch (error) {
            this.#parts.logger.warn('The page was not refreshed', { error: describeError(error) });
        }
    }
}

function newLog({ id, direction, remote, record }: Call): CallLog {
    return {
        callId: id,
        status: 'open',
        direction,
        numberText: remote.number === null ? null : formatNumber(remote.number),
        displayName: remote.displayName,
        notes: '',
        disposition: null,
        ...relationOf(record),
        isRelatedByAgent: false,
        wrapUpEndsAt: null
    };
}
