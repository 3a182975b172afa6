import { Emitter, type Unsubscribe } from '../base/emitter';
import { describeError } from '../base/errors';
import { formatNumber } from '../phone-number/format-number';
import type { SoftphoneFact } from '../telephony/fact';
import type { NoticeCode } from '../telephony/notice';
import type { Origin } from '../telephony/origin';
import { takeSnapshot, type SoftphoneSnapshot } from '../telephony/snapshot';
import { initialState, transition, type SoftphoneEvent, type SoftphoneState } from '../telephony/state';
import { factsOf } from './facts';
import type { SoftphoneParts } from './parts';
import { Sounds } from './sounds';

/**
 * The one state of the phone, and the only place that changes it. One task is carried out at a time: what a listener asks for meanwhile,
 * or the network reports, waits until it is done, so that everybody sees the states and facts in order.
 */
export class Store {
    readonly #parts: Pick<SoftphoneParts, 'logger' | 'newId' | 'settings' | 'about'>;
    readonly #settle: () => void;
    readonly #sounds: Sounds;
    readonly #snapshots: Emitter<SoftphoneSnapshot>;
    readonly #facts: Emitter<SoftphoneFact>;
    readonly #tasks: (() => void)[] = [];
    #performing = false;
    #state: SoftphoneState = initialState;

    /** `settle` is called after each task, to do what has become possible by it. */
    constructor(parts: Pick<SoftphoneParts, 'logger' | 'newId' | 'settings' | 'about' | 'audio'>, settle: () => void) {
        this.#parts = parts;
        this.#settle = settle;
        this.#sounds = new Sounds(parts.audio, parts.logger);
        const report = (error: unknown): void => parts.logger.error('A listener failed', { error: describeError(error) });
        this.#snapshots = new Emitter(report);
        this.#facts = new Emitter(report);
    }

    get state(): SoftphoneState {
        return this.#state;
    }

    get snapshot(): SoftphoneSnapshot {
        const { settings, about } = this.#parts;
        return takeSnapshot(this.#state, settings(), about(), formatNumber);
    }

    subscribe(listener: (snapshot: SoftphoneSnapshot) => void): Unsubscribe {
        return this.#snapshots.subscribe(listener);
    }

    subscribeFacts(listener: (fact: SoftphoneFact) => void): Unsubscribe {
        return this.#facts.subscribe(listener);
    }

    /** Never throws. */
    perform(task: () => void): void {
        this.#tasks.push(task);
        if (this.#performing) return;
        this.#performing = true;
        for (let next = this.#tasks.shift(); next; next = this.#tasks.shift()) {
            this.#guard(next);
            this.#guard(this.#settle);
        }
        this.#performing = false;
    }

    /** Changes the state at once, within a task. Tells whether the event changed anything. */
    apply(event: SoftphoneEvent, origin: Origin): boolean {
        const before = this.#state;
        const after = transition(before, event);
        if (after === before) return false;
        this.#state = after;
        this.#snapshots.emit(this.snapshot);
        for (const fact of factsOf(before, after, event, origin)) this.publish(fact);
        this.#sounds.follow(after);
        return true;
    }

    publish(fact: SoftphoneFact): void {
        this.#log(fact);
        this.#facts.emit(fact);
    }

    raise(code: NoticeCode, detail: string): void {
        // The detail may be a customer's data, and of any size.
        this.#parts.logger.warn('Notice', { code, detailLength: detail.length });
        this.apply({ type: 'notice-raised', notice: { id: this.#parts.newId(), code, detail } }, 'agent');
    }

    #guard(task: () => void): void {
        try {
            task();
        } catch (error) {
            this.#parts.logger.error('A task failed', { error: describeError(error) });
        }
    }

    #log(fact: SoftphoneFact): void {
        const { logger } = this.#parts;
        switch (fact.type) {
            case 'registration-changed':
                return logger.info(fact.registered ? 'Registered' : 'No longer registered');
            case 'call-started':
                return logger.info('Call started', { callId: fact.call.id, direction: fact.call.direction, origin: fact.origin });
            case 'call-connected':
                return logger.info('Call connected', { callId: fact.call.id });
            case 'call-identified':
                return logger.info('Call identified', { callId: fact.call.id });
            case 'call-ended': {
                const { id, ending } = fact.call;
                return logger.info('Call ended', { callId: id, cause: ending?.cause, statusCode: ending?.statusCode });
            }
        }
    }
}
