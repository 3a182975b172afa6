import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { isInternalNumber, type DialPlan } from '../phone-number/dial-plan';
import { matchSpellings } from '../phone-number/match-spellings';
import { isSameSubscriber } from '../phone-number/subscriber';
import type { Call, CallId } from '../telephony/call';
import type { CrmCommand } from '../telephony/command';
import type { RecordLink, RecordMatch } from '../telephony/record';
import type { BridgedPhone } from './bridged-phone';
import type { CallerDirectory } from './caller-directory';
import { isSearchable, likeliestRecord, rankMatches, subscriberKey } from './caller-search';
import type { CrmAttempts } from './crm-attempts';
import type { CrmSettings } from './crm-settings';
import { isSameRecord } from './record-link';
import type { RememberedChoices } from './remembered-choices';
import type { ScreenPopper } from './screen-popper';
import { within } from './within';

export type IdentificationCommand = Extract<CrmCommand, { readonly type: 'show-pop' | 'choose-record' }>;

export interface IdentificationParts {
    readonly phone: Pick<BridgedPhone, 'snapshot' | 'report'>;
    readonly directory: CallerDirectory;
    readonly choices: RememberedChoices;
    readonly popper: Pick<ScreenPopper, 'identified' | 'answered' | 'ended' | 'forget' | 'show' | 'choose'>;
    readonly attempts: CrmAttempts;
    readonly settings: () => CrmSettings;
    readonly dialPlan: () => DialPlan;
    readonly clock: Pick<Clock, 'after'>;
    readonly logger: Logger;
}

/** Milliseconds that a search waits for the browser's memory of earlier choices. */
const LONGEST_RECALL = 1_000;
/** Ended calls whose record may still be asked for. */
const MOST_PARTIES = 50;

/** Whom a call is with. */
interface Party {
    readonly number: string | null;
    readonly isLive: boolean;
    /** Its record, once nothing is searched any more. Never rejects. */
    readonly found: Promise<RecordLink | null>;
}

/**
 * Finds out which record a call belongs to: what it was clicked on or brought along, else what a search for the other party's number finds,
 * else what the agent chooses. Each party of a call is searched once.
 */
export class Identification {
    readonly #parts: IdentificationParts;
    readonly #parties = new Map<CallId, Party>();

    constructor(parts: IdentificationParts) {
        this.#parts = parts;
    }

    /** An outbound call shows nothing: its agent knows whom it is for, and has it open. */
    started(call: Call): void {
        if (this.#parties.has(call.id)) return;
        const isInbound = call.direction === 'inbound';
        if (!call.record) return this.#meet(call, isInbound);
        this.#set(call, Promise.resolve(call.record));
        if (isInbound) this.#parts.popper.identified(call);
    }

    answered(call: Call): void {
        this.#parts.popper.answered(call);
    }

    /**
     * Behind the number that rang or was dialled there is now somebody else: a colleague transferred the caller, a pickup or a parking slot
     * gave one. Such a call shows what an inbound one does, whoever dialled.
     */
    identified(call: Call): void {
        const party = this.#parties.get(call.id);
        const { number } = call.remote;
        if (!party?.isLive || number === null || !this.#isSomebodyElse(call, party.number, number)) return;
        if (call.record && !givesWay(call)) return void this.#parties.set(call.id, { ...party, number });
        const { phone, popper } = this.#parts;
        popper.forget(call);
        if (call.record) phone.report({ type: 'call-record', callId: call.id, record: null, source: 'search' });
        if (call.matches.length > 0) phone.report({ type: 'call-matches', callId: call.id, matches: [] });
        this.#meet({ ...call, record: null, recordSource: null, matches: [], pop: null }, true);
    }

    /** A search that still runs goes on, for the log. So does one for a caller who heard busy and of whom nothing was told before. */
    ended(call: Call): void {
        const party = this.#parties.get(call.id);
        if (party) this.#parties.set(call.id, { ...party, isLive: false });
        else if (call.record) this.#set(call, Promise.resolve(call.record), false);
        else this.#meet(call, false, false);
        this.#parts.popper.ended(call);
    }

    /** The record of a call, as soon as nothing is being searched for it any more. Never rejects. */
    async recordOf(callId: CallId): Promise<RecordLink | null> {
        const found = this.#parties.get(callId)?.found;
        const record = (await found) ?? null;
        return this.#parties.get(callId)?.found === found ? record : this.recordOf(callId);
    }

    carryOut(command: IdentificationCommand): void {
        const call = this.#find(command.callId);
        if (!call) return this.#parts.logger.warn('Command came too late', { command: command.type, callId: command.callId });
        if (command.type === 'show-pop') this.#parts.popper.show(call);
        else this.#choose(call, command.recordId, command.remember);
    }

    #choose(call: Call, recordId: string, remember: boolean): void {
        const { phone, popper, logger } = this.#parts;
        const record = call.matches.find((match) => isSameRecord(match.record.id, recordId))?.record;
        if (!record) return logger.warn('Chose a record that was not to be chosen', { callId: call.id });
        const party = this.#parties.get(call.id);
        if (party) this.#parties.set(call.id, { ...party, found: Promise.resolve(record) });
        phone.report({ type: 'call-record', callId: call.id, record, source: 'agent' });
        if (remember && call.remote.number !== null) void this.#remember(call.remote.number, record.id);
        void popper.choose(call, record);
    }

    #meet(call: Call, pops: boolean, isLive = true): void {
        const { settings, dialPlan } = this.#parts;
        const { number } = call.remote;
        const isSearched = isSearchable(number, dialPlan(), settings().screenPop.internal);
        this.#set(call, isSearched ? this.#search(call, number, pops) : Promise.resolve(null), isLive);
    }

    #set(call: Call, found: Promise<RecordLink | null>, isLive = true): void {
        this.#parties.set(call.id, { number: call.remote.number, isLive, found });
        const ended = [...this.#parties].filter(([, party]) => !party.isLive);
        for (const [callId] of ended.slice(0, -MOST_PARTIES)) this.#parties.delete(callId);
    }

    async #search(call: Call, number: string, pops: boolean): Promise<RecordLink | null> {
        const { phone, settings, popper } = this.#parts;
        const [matches, chosenId] = await Promise.all([this.#matches(call.id, number), this.#recall(number)]);
        const party = this.#parties.get(call.id);
        // Meanwhile the call may be with somebody else, or the agent may know better.
        if (party?.number !== number) return null;
        const known = this.#find(call.id) ?? call;
        const record = known.record ?? likeliestRecord(matches ?? [], chosenId);
        if (matches && matches.length > 0) phone.report({ type: 'call-matches', callId: call.id, matches });
        if (record && !known.record) phone.report({ type: 'call-record', callId: call.id, record, source: 'search' });
        // Without an answer nobody knows whether the caller is a stranger. Salesforce's own search may still find out.
        const isDecidable = matches !== null || settings().screenPop.bySoftphoneLayout;
        if (pops && party.isLive && isDecidable) popper.identified(this.#find(call.id) ?? call);
        return record;
    }

    /** Null: the search failed. */
    async #matches(callId: CallId, number: string): Promise<readonly RecordMatch[] | null> {
        const { directory, attempts, logger } = this.#parts;
        try {
            const found = await directory.findByPhone(matchSpellings(number));
            const matches = rankMatches(number, found);
            logger.info('Caller searched', { callId, found: found.length, matches: matches.length });
            return matches;
        } catch (error) {
            attempts.failed('search the caller', error, 'caller-search-failed');
            return null;
        }
    }

    async #recall(number: string): Promise<string | null> {
        const { choices, clock, logger } = this.#parts;
        try {
            return await within(clock, LONGEST_RECALL, choices.recall(subscriberKey(number)));
        } catch (error) {
            logger.warn('The browser does not remember what was chosen', { error: describeError(error) });
            return null;
        }
    }

    async #remember(number: string, recordId: string): Promise<void> {
        const { choices, logger } = this.#parts;
        try {
            await choices.remember(subscriberKey(number), recordId);
        } catch (error) {
            logger.error('The browser did not remember what was chosen', { error: describeError(error) });
        }
    }

    #find(callId: CallId): Call | undefined {
        return this.#parts.phone.snapshot.calls.find(({ id }) => id === callId);
    }

    /** Who dialled an outside number knows whom he calls, and a PBX may well present that number differently. */
    #isSomebodyElse({ direction, dialString }: Call, known: string | null, number: string): boolean {
        if (known === null) return true;
        if (number === known || isSameSubscriber(number, known)) return false;
        // In front of what was dialled may stand the prefix for an outside line.
        const isDialled = direction === 'outbound' && (dialString?.endsWith(known) ?? false);
        return !isDialled || isInternalNumber(known, this.#parts.dialPlan());
    }
}

/** What was searched was about somebody else, and so was what was parked in the slot that was dialled. The rest was somebody's decision. */
function givesWay({ direction, recordSource }: Call): boolean {
    return recordSource === 'search' || (recordSource === 'carried' && direction === 'outbound');
}
