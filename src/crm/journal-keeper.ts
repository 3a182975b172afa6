import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { Call, CallId } from '../telephony/call';
import type { CallLog } from '../telephony/call-log';
import type { CallSnapshot, SoftphoneSnapshot } from '../telephony/snapshot';
import type { JournalEntry } from '../telephony/journal-entry';
import type { BridgedPhone } from './bridged-phone';
import type { CallJournal } from './call-journal';
import { EntryWriter } from './entry-writer';
import { within } from './within';

export interface JournalKeeperParts {
    readonly phone: Pick<BridgedPhone, 'subscribe' | 'raise'>;
    readonly journal: CallJournal;
    readonly clock: Clock;
    readonly logger: Logger;
}

/** Milliseconds that a call waits for its journal; a longer silence would be noticed. */
const LONGEST_WAIT = 300;
/** Milliseconds between two signs of life of a running call: how exactly its end is known if its page dies. */
const HEARTBEAT = 10_000;

/** The parts of a call whose change is worth a write; the others make no difference to its log. */
const WORTH_WRITING = [
    'phase',
    'connectedAt',
    'record',
    'remote',
    'localHold',
    'awaiting',
    'dialog',
    'ending'
] as const satisfies readonly (keyof Call)[];

interface KeptCall {
    readonly writer: EntryWriter<JournalEntry | null>;
    /** As it was put last. */
    readonly entry: JournalEntry;
}

/**
 * Keeps the journal equal to what the phone knows: it holds the calls whose logs are neither saved nor closed. A journal that fails is told
 * of once and never disturbs a call.
 */
export class JournalKeeper {
    readonly #parts: JournalKeeperParts;
    readonly #kept = new Map<CallId, KeptCall>();
    /** Ended calls of which the phone itself keeps nothing, as of those that heard busy. */
    readonly #others = new Map<CallId, Call>();
    #failureTold = false;

    constructor(parts: JournalKeeperParts) {
        this.#parts = parts;
    }

    start(): void {
        this.#parts.phone.subscribe((snapshot) => this.#follow(snapshot));
        this.#beat();
    }

    /** An ended call that the phone may know nothing of any more when its log is opened or changes. */
    keep(call: Call): void {
        this.#others.set(call.id, call);
    }

    /** Resolves when all that is known of the call now is stored, after `longest` milliseconds at the latest. Never rejects. */
    async written(callId: CallId, longest = LONGEST_WAIT): Promise<void> {
        // A call that starts just now has its log in a moment: what is reported from within a fact counts after it.
        await Promise.resolve();
        const writer = this.#kept.get(callId)?.writer;
        if (!writer) return;
        await within(this.#parts.clock, longest, writer.written());
    }

    #follow({ calls, callLogs }: SoftphoneSnapshot): void {
        const unsaved = callLogs.filter(({ status }) => status !== 'saved');
        for (const log of unsaved) {
            const snapshot = calls.find(({ id }) => id === log.callId);
            const call = snapshot ? stored(snapshot) : (this.#kept.get(log.callId)?.entry.call ?? this.#others.get(log.callId));
            if (call && this.#isWorthWriting(call, log)) this.#put(call, log);
        }
        const known = new Set(unsaved.map(({ callId }) => callId));
        for (const callId of this.#kept.keys()) if (!known.has(callId)) this.#remove(callId);
    }

    #isWorthWriting(call: Call, log: CallLog): boolean {
        const entry = this.#kept.get(call.id)?.entry;
        return !entry || entry.log !== log || WORTH_WRITING.some((part) => entry.call[part] !== call[part]);
    }

    #put(call: Call, log: CallLog): void {
        const entry = { call, log, writtenAt: this.#parts.clock.now() };
        const writer = this.#kept.get(call.id)?.writer ?? new EntryWriter((next) => this.#write(call.id, next));
        this.#kept.set(call.id, { writer, entry });
        writer.put(entry);
    }

    #remove(callId: CallId): void {
        this.#kept.get(callId)?.writer.put(null);
        this.#kept.delete(callId);
        this.#others.delete(callId);
    }

    async #write(callId: CallId, entry: JournalEntry | null): Promise<void> {
        const { journal, logger, phone } = this.#parts;
        try {
            await (entry ? journal.write(entry) : journal.remove(callId));
        } catch (error) {
            logger.error('The journal failed', { callId, error: describeError(error) });
            if (!this.#failureTold) phone.raise('journal-unavailable', '');
            this.#failureTold = true;
        }
    }

    #beat(): void {
        for (const { entry } of this.#kept.values()) if (entry.call.phase !== 'ended') this.#put(entry.call, entry.log);
        this.#parts.clock.after(HEARTBEAT, () => this.#beat());
    }
}

/** A call as it is stored: without what is derived, what matters only while it rings, and what was keyed in, such as the number of a card. */
function stored({ numberText: _n, dialledNumberText: _d, partnerId: _p, can: _c, ...call }: CallSnapshot): Call {
    return { ...call, matches: [], pop: null, digits: '' };
}
