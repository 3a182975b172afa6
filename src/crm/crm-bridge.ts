import { assertNever } from '../base/assert-never';
import type { Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import { isInternalNumber } from '../phone-number/dial-plan';
import { matchSpellings } from '../phone-number/match-spellings';
import { isSameSubscriber } from '../phone-number/subscriber';
import type { Call, CallId, RecordLink } from '../telephony/call';
import type { SoftphoneCommand } from '../telephony/command';
import type { SoftphoneFact } from '../telephony/fact';
import type { NoticeCode } from '../telephony/notice';
import type { Origin } from '../telephony/origin';
import { callLogEntry, unrelated, type CallLogEntry, type CallLogRules } from './call-log';
import type { CallerDirectory } from './caller-directory';
import { CrmError } from './crm-error';
import type { ClickToDial, CrmHost } from './crm-host';
import { decideScreenPop, isSearchable, type ScreenPop } from './screen-pop';

/** What the bridge needs of the phone. */
export interface BridgedPhone {
    send(command: SoftphoneCommand, origin: Origin): void;
    subscribeFacts(listener: (fact: SoftphoneFact) => void): Unsubscribe;
    /** Null: the call is not about the record that it was thought to be about. */
    attachRecord(callId: CallId, record: RecordLink | null): void;
    raise(code: NoticeCode, detail: string): void;
}

/** What stands on the phone's button in the CRM. */
export interface PhoneLabels {
    readonly idle: string;
    inbound(call: Call): string;
}

export interface CrmBridgeParts {
    readonly phone: BridgedPhone;
    readonly host: CrmHost;
    readonly directory: CallerDirectory;
    readonly labels: PhoneLabels;
    readonly callLog: CallLogRules;
    readonly logger: Logger;
}

/** The phone refuses numbers far shorter than this, so nothing that could be dialled is cut off. */
const LONGEST_CLICK = 1000;
const IDLE_ICON = 'call';
const INBOUND_ICON = 'incoming_call';

/**
 * Carries clicks from the CRM to the phone, and facts from the phone to the CRM. Whatever the CRM does or fails to do, calls go on: no
 * method throws, and what failed is logged and, where the agent has to know, raised as a notice.
 */
export class CrmBridge {
    readonly #parts: CrmBridgeParts;
    /** Whom each live inbound call comes from, as far as the search has told. */
    readonly #searches = new Map<CallId, Promise<RecordLink | null>>();
    readonly #live = new Set<CallId>();
    /** The number of each live call that its record was looked up by. */
    readonly #numbers = new Map<CallId, string | null>();
    /** Inbound calls that wait for an answer, oldest first. */
    readonly #ringing = new Map<CallId, Call>();
    /** A fact is told once; a repetition must not become a second Task. */
    readonly #logged = new Set<CallId>();
    #unavailableRaised = false;

    constructor(parts: CrmBridgeParts) {
        this.#parts = parts;
    }

    start(): void {
        this.#parts.phone.subscribeFacts((fact) => this.#onFact(fact));
        this.#parts.host.onClickToDial((click) => this.#onClick(click));
        // The page before this one may have been left registered or in a call, and the CRM still shows it so.
        this.#attempt('disable click-to-dial', () => this.#parts.host.disableClickToDial());
        this.#showIdle();
    }

    #onFact(fact: SoftphoneFact): void {
        switch (fact.type) {
            case 'registration-changed':
                return this.#onRegistration(fact.registered);
            case 'call-started':
                return this.#onStarted(fact.call);
            case 'call-connected':
                return this.#onStoppedRinging(fact.call);
            case 'call-identified':
                return this.#onIdentified(fact.call);
            case 'call-ended':
                return this.#onEnded(fact.call);
            default:
                return assertNever(fact);
        }
    }

    #onClick({ number, record }: ClickToDial): void {
        const { host, phone, logger } = this.#parts;
        logger.info('Click-to-dial', { recordId: record?.id, length: number.length });
        if (number.length > LONGEST_CLICK) logger.warn('Shortened an absurdly long number', { length: number.length });
        this.#attempt('show the panel', () => host.showPanel());
        phone.send({ type: 'dial', number: number.slice(0, LONGEST_CLICK), ...(record && { record }) }, 'crm');
    }

    #onRegistration(registered: boolean): void {
        const { host } = this.#parts;
        if (registered) this.#attempt('enable click-to-dial', () => host.enableClickToDial());
        else this.#attempt('disable click-to-dial', () => host.disableClickToDial());
    }

    #onStarted(call: Call): void {
        if (this.#live.has(call.id)) return;
        this.#live.add(call.id);
        this.#numbers.set(call.id, call.remote.number);
        if (call.direction === 'outbound') return;
        const { host } = this.#parts;
        this.#attempt('show the panel', () => host.showPanel());
        this.#ringing.set(call.id, call);
        this.#showInbound(call);
        // A call that came back brings the record it left with.
        if (call.record) this.#attempt('open the screen pop', () => host.openRecord(call.record?.id ?? ''), 'screen-pop-failed');
        else this.#searches.set(call.id, this.#identify(call));
    }

    /**
     * Behind the number that rang or was dialled there is now somebody else: a colleague transferred the caller, a pickup or a parking slot
     * gave one, perhaps not the one who had been parked there. Who dialled an outside number knows whom he calls, and a PBX may well present
     * that number differently.
     */
    #onIdentified(call: Call): void {
        if (!this.#live.has(call.id)) return;
        const { phone, callLog } = this.#parts;
        const known = this.#numbers.get(call.id) ?? null;
        const { number } = call.remote;
        if (number === null || number === known || (known !== null && isSameSubscriber(number, known))) return;
        if (known !== null && known === call.dialString && !isInternalNumber(known, callLog.dialPlan)) return;
        this.#numbers.set(call.id, number);
        this.#searches.delete(call.id);
        phone.attachRecord(call.id, null);
        if (isSearchable(number, callLog.dialPlan)) this.#searches.set(call.id, this.#identify(call));
    }

    #onStoppedRinging(call: Call): void {
        if (!this.#ringing.delete(call.id)) return;
        const [next] = this.#ringing.values();
        if (next) this.#showInbound(next);
        else this.#showIdle();
    }

    #showInbound(call: Call): void {
        const { host, labels } = this.#parts;
        this.#attempt('set the label', () => host.setPhoneLabel(labels.inbound(call)));
        this.#attempt('set the icon', () => host.setPhoneIcon(INBOUND_ICON));
    }

    #onEnded(call: Call): void {
        const search = this.#searches.get(call.id);
        this.#searches.delete(call.id);
        this.#onStoppedRinging(call);
        this.#live.delete(call.id);
        this.#numbers.delete(call.id);
        if (this.#logged.has(call.id) || isWithoutLog(call)) return;
        this.#logged.add(call.id);
        void this.#log(call, search);
    }

    #showIdle(): void {
        const { host, labels } = this.#parts;
        this.#attempt('set the label', () => host.setPhoneLabel(labels.idle));
        this.#attempt('set the icon', () => host.setPhoneIcon(IDLE_ICON));
    }

    /** Searches the other party and shows what was found while the call rings or runs; resolves to the record when there is exactly one. */
    async #identify(call: Call): Promise<RecordLink | null> {
        const { phone, directory, callLog, logger } = this.#parts;
        const { number } = call.remote;
        if (!isSearchable(number, callLog.dialPlan)) return null;
        try {
            const candidates = await directory.findByPhone(matchSpellings(number));
            const pop = decideScreenPop(number, candidates, callLog.dialPlan);
            logger.info('Caller searched', { callId: call.id, found: candidates.length, pop: pop.kind });
            // After the call the agent has gone on to something else, and a page that opens would only be in the way.
            if (this.#live.has(call.id)) this.#attempt('open the screen pop', () => this.#open(pop), 'screen-pop-failed');
            if (pop.kind !== 'record') return null;
            phone.attachRecord(call.id, pop.record);
            return pop.record;
        } catch (error) {
            this.#report('search the caller', error, 'caller-search-failed');
            return null;
        }
    }

    async #open(pop: ScreenPop): Promise<void> {
        const { host } = this.#parts;
        switch (pop.kind) {
            case 'record':
                return host.openRecord(pop.record.id);
            case 'new-record':
                return host.openNewRecord(pop.objectType, pop.fieldValues);
            case 'search':
                return host.openSearch(pop.text);
            case 'none':
                return;
            default:
                return assertNever(pop);
        }
    }

    /** A number that was typed, or a caller who heard busy, has not been searched before. */
    async #log(call: Call, search: Promise<RecordLink | null> | undefined): Promise<void> {
        const { host, callLog, logger } = this.#parts;
        try {
            const record = call.record ?? (await (search ?? this.#identify(call)));
            const taskId = await this.#save(callLogEntry(call, record, callLog));
            logger.info('Call logged', { callId: call.id, taskId });
            this.#attempt('refresh the page', () => host.refresh());
        } catch (error) {
            this.#report('log the call', error, 'call-log-failed');
        }
    }

    /** A record that takes no Task (a User) or is gone must not cost the log. Only a clear refusal is tried again: a silence may have been a success. */
    async #save(entry: CallLogEntry): Promise<string | null> {
        const { host, logger } = this.#parts;
        try {
            return await host.saveCallLog(entry);
        } catch (error) {
            const related = entry.WhoId ?? entry.WhatId;
            if (!(error instanceof CrmError) || error.reason !== 'rejected' || related === undefined) throw error;
            logger.warn('Saving the call log without its record', { recordId: related, error: describeError(error) });
            return host.saveCallLog(unrelated(entry));
        }
    }

    /** Starts something in the CRM and waits for nothing. */
    #attempt(what: string, effect: () => Promise<void>, notice: NoticeCode | null = null): void {
        const run = async (): Promise<void> => {
            try {
                await effect();
            } catch (error) {
                this.#report(what, error, notice);
            }
        };
        void run();
    }

    #report(what: string, error: unknown, notice: NoticeCode | null): void {
        const { phone, logger } = this.#parts;
        logger.error('The CRM did not do its part', { what, error: describeError(error) });
        if (error instanceof CrmError && error.reason === 'crm-unavailable') {
            // One notice says it all: without the CRM nothing of this kind can work.
            if (!this.#unavailableRaised) phone.raise('crm-unavailable', '');
            this.#unavailableRaised = true;
        } else if (notice) {
            phone.raise(notice, error instanceof Error ? error.message : '');
        }
    }
}

/** The phone that answered logs the call; the others of its ring group would only repeat it. And what was never dialled reached nobody. */
function isWithoutLog({ direction, dialog, ending }: Call): boolean {
    switch (ending?.cause) {
        case 'answered-elsewhere':
        case 'nothing-to-pick-up':
        case 'hold-failed':
            return true;
        case 'cancelled':
            return direction === 'outbound' && dialog === null;
        default:
            return false;
    }
}
