import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { retryDelay } from '../base/retry-delay';
import { callTransition, type Call } from '../telephony/call';
import type { CallEnding } from '../telephony/call-ending';
import type { JournalEntry } from '../telephony/journal-entry';
import type { AbandonedCalls, CallJournal } from './call-journal';
import type { CallLogRules } from './call-log';
import type { CallLogger } from './call-logger';
import { leavesTask } from './leaves-task';

export interface JournalReplayParts {
    readonly journal: Pick<CallJournal, 'remove'>;
    readonly abandoned: AbandonedCalls;
    readonly callLogger: Pick<CallLogger, 'adopt'>;
    readonly rules: () => CallLogRules;
    readonly clock: Clock;
    readonly logger: Logger;
}

/** Milliseconds between two looks for windows that died. */
const LOOK_EVERY = 60_000;

/** Gives the logs of calls whose page died before they were saved to the logger of this page. */
export class JournalReplay {
    readonly #parts: JournalReplayParts;
    #started = false;

    constructor(parts: JournalReplayParts) {
        this.#parts = parts;
    }

    /** When the org has told its settings. From then on it looks again now and then: another window may have died meanwhile. */
    start(): void {
        if (this.#started) return;
        this.#started = true;
        void this.#repeat();
    }

    async #repeat(): Promise<void> {
        await this.run();
        this.#parts.clock.after(LOOK_EVERY, () => void this.#repeat());
    }

    /** Resolves when saving each log was tried once; never rejects. */
    async run(): Promise<void> {
        // One after the other: at the org the saves of one user wait for each other.
        for (const entry of await this.#takeOver()) if (!(await this.#adopt(entry))) await this.#remove(entry);
    }

    async #takeOver(): Promise<readonly JournalEntry[]> {
        const { abandoned, clock, logger } = this.#parts;
        for (let failures = 1; ; failures++) {
            try {
                return await abandoned.takeOver();
            } catch (error) {
                logger.warn('The journal of earlier pages cannot be read', { failures, error: describeError(error) });
            }
            await new Promise<void>((resolve) => void clock.after(retryDelay(failures), resolve));
        }
    }

    /** Tells whether the logger has it now. */
    async #adopt(entry: JournalEntry): Promise<boolean> {
        const { callLogger, rules, logger } = this.#parts;
        try {
            const call = ended(entry);
            if (!leavesTask(call, rules())) return false;
            logger.info('Saving the log of an earlier page', { callId: call.id, cause: call.ending?.cause });
            await callLogger.adopt(call, entry.log);
            return true;
        } catch (error) {
            logger.error('Dropped an entry of the journal that makes no sense', { error: describeError(error) });
            return false;
        }
    }

    async #remove(entry: JournalEntry): Promise<void> {
        try {
            await this.#parts.journal.remove(entry.call.id);
        } catch (error) {
            this.#parts.logger.warn('An entry stays in the journal', { error: describeError(error) });
        }
    }
}

/** The call as it ended, at the latest when its page gave its last sign of life. */
function ended({ call, writtenAt }: JournalEntry): Call {
    if (call.phase === 'ended') return call;
    // One that still waited for its turn was never dialled.
    const ending: CallEnding = call.awaiting === 'dial' ? { by: 'local', cause: 'cancelled' } : { by: 'system', cause: 'page-closed' };
    return callTransition(call, { type: 'call-ended', callId: call.id, at: writtenAt, ending, dialog: null });
}
