import { assertNever } from '../base/assert-never';
import type { Logger } from '../base/logger';
import type { Call, CallId } from '../telephony/call';
import type { CrmCommand } from '../telephony/command';
import type { SoftphoneFact } from '../telephony/fact';
import type { AgentView } from './agent-view';
import type { BridgedPhone } from './bridged-phone';
import type { CallLogger } from './call-logger';
import type { CrmAttempts } from './crm-attempts';
import type { ClickToDial, CrmHost } from './crm-host';
import type { Identification } from './identification';

/** What stands on the phone's button in the CRM. */
export interface PhoneLabels {
    /** `missed`: calls that the agent has not looked at yet. */
    idle(missed: number): string;
    inbound(call: Call): string;
}

export interface CrmBridgeParts {
    readonly phone: Pick<BridgedPhone, 'send' | 'subscribe' | 'subscribeFacts' | 'report'>;
    readonly host: Pick<
        CrmHost,
        'enableClickToDial' | 'disableClickToDial' | 'onClickToDial' | 'showPanel' | 'setPhoneLabel' | 'setPhoneIcon' | 'openRecord'
    >;
    readonly view: Pick<AgentView, 'start' | 'subscribe'>;
    readonly identification: Pick<Identification, 'started' | 'answered' | 'identified' | 'ended' | 'carryOut'>;
    readonly callLogger: Pick<CallLogger, 'started' | 'ended' | 'viewed' | 'carryOut'>;
    readonly labels: PhoneLabels;
    readonly attempts: CrmAttempts;
    readonly logger: Logger;
}

/** The phone refuses numbers far shorter than this, so nothing that could be dialled is cut off. */
const LONGEST_CLICK = 1000;
const IDLE_ICON = 'call';
const INBOUND_ICON = 'incoming_call';
const MISSED_ICON = 'missed_call';

/**
 * Carries clicks from the CRM to the phone, facts from the phone to those who identify and log calls, and commands of the panel to the CRM.
 * No method throws.
 */
export class CrmBridge {
    readonly #parts: CrmBridgeParts;
    /** Inbound calls that wait for an answer, oldest first. */
    readonly #ringing = new Map<CallId, Call>();
    #missed = 0;
    #isRegistered = false;
    /** The newest wish about click-to-dial: an answer to an earlier one means nothing any more. */
    #clickToDialWish = 0;

    constructor(parts: CrmBridgeParts) {
        this.#parts = parts;
    }

    start(): void {
        const { phone, host, view, callLogger } = this.#parts;
        phone.subscribeFacts((fact) => this.#onFact(fact));
        host.onClickToDial((click) => this.#onClick(click));
        view.subscribe(({ record }) => {
            phone.report({ type: 'crm-viewed', record });
            callLogger.viewed(record);
        });
        view.start();
        phone.subscribe(({ missedCalls }) => this.#onMissed(missedCalls));
        // The page before this one may have been left registered or in a call, and the CRM still shows it so.
        void this.#wishClickToDial('off');
        this.#showIdle();
    }

    carryOut(command: CrmCommand): void {
        const { host, identification, callLogger, attempts } = this.#parts;
        switch (command.type) {
            case 'open-record':
                return void attempts.run('open the record', () => host.openRecord(command.record.id), 'screen-pop-failed');
            case 'enable-click-to-dial':
                return void this.#wishClickToDial(this.#isRegistered ? 'on' : 'off');
            case 'show-pop':
            case 'choose-record':
                return identification.carryOut(command);
            case 'edit-log':
            case 'save-log':
            case 'close-log':
                return callLogger.carryOut(command);
            default:
                return assertNever(command);
        }
    }

    #onFact(fact: SoftphoneFact): void {
        const { identification, callLogger } = this.#parts;
        switch (fact.type) {
            case 'registration-changed':
                return this.#onRegistration(fact.registered);
            case 'call-started':
                if (fact.call.direction === 'inbound') this.#onRinging(fact.call);
                callLogger.started(fact.call);
                return identification.started(fact.call);
            case 'call-connected':
                this.#onStoppedRinging(fact.call);
                return identification.answered(fact.call);
            case 'call-identified':
                return identification.identified(fact.call);
            case 'call-ended':
                this.#onStoppedRinging(fact.call);
                identification.ended(fact.call);
                return callLogger.ended(fact.call);
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
        this.#isRegistered = registered;
        void this.#wishClickToDial(registered ? 'on' : 'off');
    }

    /** Tells the panel what came of it. */
    async #wishClickToDial(wish: 'on' | 'off'): Promise<void> {
        const { host, phone, attempts } = this.#parts;
        const number = ++this.#clickToDialWish;
        const isDone =
            wish === 'on'
                ? await attempts.run('enable click-to-dial', () => host.enableClickToDial())
                : await attempts.run('disable click-to-dial', () => host.disableClickToDial());
        if (number === this.#clickToDialWish) phone.report({ type: 'crm-click-to-dial', status: isDone ? wish : 'unavailable' });
    }

    #onMissed(missed: number): void {
        if (missed === this.#missed) return;
        this.#missed = missed;
        if (this.#ringing.size === 0) this.#showIdle();
    }

    #onRinging(call: Call): void {
        if (this.#ringing.has(call.id)) return;
        this.#attempt('show the panel', () => this.#parts.host.showPanel());
        this.#ringing.set(call.id, call);
        this.#showInbound(call);
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

    #showIdle(): void {
        const { host, labels } = this.#parts;
        this.#attempt('set the label', () => host.setPhoneLabel(labels.idle(this.#missed)));
        this.#attempt('set the icon', () => host.setPhoneIcon(this.#missed === 0 ? IDLE_ICON : MISSED_ICON));
    }

    /** Starts something in the CRM and waits for nothing. */
    #attempt(what: string, effect: () => Promise<void>): void {
        void this.#parts.attempts.run(what, effect);
    }
}
