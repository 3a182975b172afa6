import { describeError } from '../base/errors';
import { decideDial } from '../phone-number/dial-plan';
import { formatNumber } from '../phone-number/format-number';
import { isSameSubscriber } from '../phone-number/subscriber';
import type { Call, CallId, RemoteParty } from '../telephony/call';
import type { RecordLink } from '../telephony/record';
import { historyEntry, type HistoryEntry } from '../telephony/history';
import type { SoftphoneParts } from './parts';
import { isPickup } from './pickup';
import type { Store } from './store';

/**
 * Keeps the ended calls of the account, in the state for the panel and in the store for the next time. A store that fails is told of once
 * and never disturbs a call.
 */
export class HistoryKeeper {
    readonly #store: Store;
    readonly #parts: Pick<SoftphoneParts, 'history' | 'logger' | 'settings' | 'dialPlan'>;
    readonly #isSlot: (dialString: string) => boolean;
    /** Whose calls they are. Stays after sign-out for the calls that end by it. */
    #account: string | null = null;
    /** Grows whenever what is being loaded is not wanted any more. */
    #generation = 0;
    #failureTold = false;

    constructor(
        store: Store,
        parts: Pick<SoftphoneParts, 'history' | 'logger' | 'settings' | 'dialPlan'>,
        isSlot: (dialString: string) => boolean
    ) {
        this.#store = store;
        this.#parts = parts;
        this.#isSlot = isSlot;
    }

    open(account: string): void {
        if (account !== this.#account) this.#hide();
        this.#account = account;
        this.#failureTold = false;
        void this.#load(account, ++this.#generation);
    }

    /** Takes the list from the panel: somebody else may sit there next. What is stored stays. */
    close(): void {
        this.#generation++;
        this.#hide();
    }

    add(ended: Call): void {
        const entry = historyEntry(ended, formatNumber, this.#partyOf(ended));
        this.#keep(entry);
        if (entry.result === 'missed' && this.#isSignedIn) this.#store.apply({ type: 'missed-call' }, 'remote');
    }

    /** The record of a call was found; it may have ended before. */
    record(callId: CallId, record: RecordLink): void {
        const entry = this.#store.state.history.find(({ id }) => id === callId);
        if (!entry) return;
        this.#store.apply({ type: 'history-record', callId, record }, 'crm');
        this.#save({ ...entry, record });
    }

    clear(): void {
        this.close();
        const account = this.#account;
        if (account !== null) void this.#ask((store) => store.clear(account));
    }

    /**
     * An outbound call is kept under what was dialled, whoever answered: that is what the agent dials again. Only behind a code or a slot
     * there may be somebody else the next time, so such a call is kept under the party that it reached.
     */
    #partyOf({ remote, dialString }: Call): RemoteParty {
        if (dialString === null) return remote;
        const { dialPlan } = this.#parts;
        if (this.#standsForSomebody(dialString)) return { ...remote, number: remote.number ?? dialString };
        // Without the outside-line prefix, which the dial plan puts in front again.
        const number = decideDial(dialString, dialPlan()).number ?? dialString;
        const isReached = remote.number === number || (remote.number !== null && isSameSubscriber(remote.number, number));
        return { number, displayName: isReached ? remote.displayName : null };
    }

    #standsForSomebody(dialString: string): boolean {
        const { settings, dialPlan } = this.#parts;
        const isCode = isPickup(dialString, settings().pickupCode) || decideDial(dialString, dialPlan()).rule === 'feature-code';
        return isCode || this.#isSlot(dialString);
    }

    get #isSignedIn(): boolean {
        return this.#store.state.agent.status === 'signed-in';
    }

    #keep(entry: HistoryEntry): void {
        const limit = this.#parts.settings().historyLimit;
        if (this.#isSignedIn) this.#store.apply({ type: 'history-added', entry, limit }, 'remote');
        this.#save(entry);
    }

    #save(entry: HistoryEntry): void {
        const account = this.#account;
        const limit = this.#parts.settings().historyLimit;
        if (account !== null) void this.#ask((store) => store.save(account, entry, limit));
    }

    async #load(account: string, generation: number): Promise<void> {
        const limit = this.#parts.settings().historyLimit;
        await this.#ask(async (store) => {
            const entries = await store.load(account, limit);
            this.#store.perform(() => {
                if (generation === this.#generation) this.#store.apply({ type: 'history-loaded', entries, limit }, 'remote');
            });
        });
    }

    #hide(): void {
        this.#store.apply({ type: 'history-cleared' }, 'agent');
        this.#store.apply({ type: 'missed-seen' }, 'agent');
    }

    async #ask(request: (store: SoftphoneParts['history']) => Promise<void>): Promise<void> {
        try {
            await request(this.#parts.history);
        } catch (error) {
            this.#parts.logger.error('The history store failed', { error: describeError(error) });
            this.#store.perform(() => this.#tellFailure());
        }
    }

    #tellFailure(): void {
        if (this.#failureTold || !this.#isSignedIn) return;
        this.#failureTold = true;
        this.#store.raise('history-unavailable', '');
    }
}
