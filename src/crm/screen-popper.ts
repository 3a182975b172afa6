import { assertNever } from '../base/assert-never';
import type { Logger } from '../base/logger';
import type { DialPlan } from '../phone-number/dial-plan';
import type { Call, CallId } from '../telephony/call';
import type { RecordLink, ScreenPop } from '../telephony/record';
import type { AgentView } from './agent-view';
import type { BridgedPhone } from './bridged-phone';
import { subscriberKey } from './caller-search';
import type { CrmAttempts } from './crm-attempts';
import type { CrmHost, CrmView } from './crm-host';
import type { CrmSettings } from './crm-settings';
import type { PopGuard } from './pop-guard';
import { isSameRecord } from './record-link';
import { decideScreenPop, kindOfPop, type PopTarget } from './screen-pop';

export interface ScreenPopperParts {
    readonly phone: Pick<BridgedPhone, 'report'>;
    readonly host: Pick<CrmHost, 'openRecord' | 'openNewRecord' | 'openSearch' | 'searchAndShow'>;
    readonly view: Pick<AgentView, 'now'>;
    readonly guard: PopGuard;
    readonly attempts: CrmAttempts;
    readonly settings: () => CrmSettings;
    readonly dialPlan: () => DialPlan;
    readonly logger: Logger;
}

/**
 * Shows in the CRM what belongs to a call, once and only where it does no harm: not over a form, not in two windows, and not before the
 * settings say so. Otherwise the panel offers it.
 */
export class ScreenPopper {
    readonly #parts: ScreenPopperParts;
    /** What is being shown for each call; whatever begins later takes its place. */
    readonly #current = new Map<CallId, symbol>();

    constructor(parts: ScreenPopperParts) {
        this.#parts = parts;
    }

    /** It is known whom the call is with, as far as that can be found out. */
    identified(call: Call): void {
        const target = this.#targetOf(call);
        if (!target) return;
        // It is the panel that asks, and there it covers nothing.
        if (target.kind === 'choice') return this.#report(call.id, { kind: 'choice', status: 'shown' });
        switch (this.#parts.settings().screenPop.when) {
            case 'never':
                return this.#report(call.id, { kind: kindOfPop(target), status: 'offered' });
            case 'answered':
                if (call.connectedAt === null) return this.#report(call.id, { kind: kindOfPop(target), status: 'waiting' });
                return void this.#pop(call, target);
            case 'ringing':
                return void this.#pop(call, target);
        }
    }

    answered(call: Call): void {
        if (call.pop?.status !== 'waiting') return;
        const target = this.#targetOf(call);
        if (target) void this.#pop(call, target);
        else this.#report(call.id, null);
    }

    /** What has not been shown by now never will, but may still be asked for. */
    ended(call: Call): void {
        this.#current.delete(call.id);
        if (call.pop?.status === 'waiting') this.#report(call.id, null);
    }

    /** The call is not any more with whom it was. */
    forget(call: Call): void {
        this.#current.delete(call.id);
        if (call.pop) this.#report(call.id, null);
    }

    /** The agent asks for what was withheld, and sees what it covers. */
    show(call: Call): void {
        const target = this.#targetOf(call);
        if (!target || target.kind === 'choice' || call.pop === null || call.pop.status === 'shown') {
            return this.#parts.logger.warn('Nothing was withheld for the call', { callId: call.id });
        }
        void this.#open(call, target, this.#begin(call.id));
    }

    /** The agent has said which record it is. Only a form keeps it from opening. */
    async choose(call: Call, record: RecordLink): Promise<void> {
        const turn = this.#begin(call.id);
        const inFront = await this.#parts.view.now();
        // The end of the call does not take back what the agent asked for; another choice does.
        if ((this.#current.get(call.id) ?? turn) === turn) this.#openUnlessHarmful(call, { kind: 'record', record }, inFront, turn);
    }

    async #pop(call: Call, target: PopTarget): Promise<void> {
        const { guard, view, logger } = this.#parts;
        const turn = this.#begin(call.id);
        const isOurs = await guard.claim(`${keyOf(call)} pop`);
        const inFront = isOurs ? await view.now() : null;
        if (this.#current.get(call.id) !== turn) return;
        if (isOurs) return this.#openUnlessHarmful(call, target, inFront, turn);
        logger.info('Another window shows the caller', { callId: call.id });
        if (call.pop) this.#report(call.id, null);
    }

    /** A view that is not known may be a form. */
    #openUnlessHarmful(call: Call, target: PopTarget, inFront: CrmView | null, turn: symbol): void {
        const kind = kindOfPop(target);
        const isInFront = target.kind === 'record' && inFront?.record && isSameRecord(inFront.record.id, target.record.id);
        if (isInFront) return this.#report(call.id, { kind, status: 'shown' });
        if (inFront === null || inFront.isForm) return this.#report(call.id, { kind, status: 'offered' });
        void this.#open(call, target, turn);
    }

    async #open(call: Call, target: PopTarget, turn: symbol): Promise<void> {
        const { attempts } = this.#parts;
        const kind = kindOfPop(target);
        this.#report(call.id, { kind, status: 'shown' });
        const isDone = await attempts.run('open the screen pop', () => this.#effect(call, target, turn), 'screen-pop-failed');
        if (!isDone && this.#current.get(call.id) === turn) this.#report(call.id, { kind, status: 'offered' });
    }

    async #effect(call: Call, target: PopTarget, turn: symbol): Promise<void> {
        const { host, logger } = this.#parts;
        logger.info('Screen pop', { callId: call.id, kind: target.kind });
        switch (target.kind) {
            case 'record':
                return host.openRecord(target.record.id);
            case 'new-record':
                return host.openNewRecord(target.objectType, target.fieldValues);
            case 'search':
                return host.openSearch(target.text);
            case 'search-and-show': {
                const [only, ...others] = await host.searchAndShow(target.text, target.callType, target.fieldValues);
                // What Salesforce shows is what the agent talks about.
                if (!only || others.length > 0 || this.#current.get(call.id) !== turn) return;
                return this.#parts.phone.report({ type: 'call-record', callId: call.id, record: only, source: 'search' });
            }
            case 'choice':
                return;
            default:
                return assertNever(target);
        }
    }

    #targetOf(call: Call): PopTarget | null {
        const { settings, dialPlan } = this.#parts;
        return decideScreenPop(call, settings().screenPop, dialPlan());
    }

    #begin(callId: CallId): symbol {
        const turn = Symbol(callId);
        this.#current.set(callId, turn);
        return turn;
    }

    #report(callId: CallId, pop: ScreenPop | null): void {
        this.#parts.phone.report({ type: 'call-pop', callId, pop });
    }
}

/** Each window and each phone of an account has a call of its own for one caller. */
function keyOf({ id, remote, record }: Call): string {
    return remote.number === null ? (record?.id ?? id) : subscriberKey(remote.number);
}
