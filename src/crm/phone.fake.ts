import { Emitter, type Unsubscribe } from '../base/emitter';
import { formatNumber } from '../phone-number/format-number';
import { phoneWith } from '../telephony/call.fake';
import { defaultCallSettings } from '../telephony/call-settings';
import type { SoftphoneFact } from '../telephony/fact';
import type { NoticeCode } from '../telephony/notice';
import { findCall } from '../telephony/selectors';
import { takeSnapshot, type About, type SoftphoneSnapshot } from '../telephony/snapshot';
import { transition, type SoftphoneEvent, type SoftphoneState } from '../telephony/state';
import type { BridgedPhone } from './bridged-phone';

const about: About = {
    version: '0',
    url: 'https://org.example/apex/Denwa',
    userName: '',
    server: null,
    browser: 'none',
    settingProblems: []
};

/** A phone without a PBX: what happens to its calls is what the test says. It tells of changes in the order in which the real one does. */
export class FakePhone implements BridgedPhone {
    state: SoftphoneState = phoneWith();
    /** What was raised: code and detail. */
    readonly raised: string[] = [];

    readonly #snapshots = new Emitter<SoftphoneSnapshot>(rethrow);
    readonly #facts = new Emitter<SoftphoneFact>(rethrow);
    readonly #tasks: (() => void)[] = [];
    #performing = false;

    get snapshot(): SoftphoneSnapshot {
        return takeSnapshot(this.state, defaultCallSettings, about, formatNumber);
    }

    subscribe(listener: (snapshot: SoftphoneSnapshot) => void): Unsubscribe {
        return this.#snapshots.subscribe(listener);
    }

    subscribeFacts(listener: (fact: SoftphoneFact) => void): Unsubscribe {
        return this.#facts.subscribe(listener);
    }

    send(): void {
        throw new Error('Nobody should dial here');
    }

    report(event: SoftphoneEvent): void {
        this.#tasks.push(() => this.#apply(event));
        if (this.#performing) return;
        this.#performing = true;
        for (let next = this.#tasks.shift(); next; next = this.#tasks.shift()) next();
        this.#performing = false;
    }

    /** Tells a fact that no event of the state stands behind, or tells it again. */
    tell(fact: SoftphoneFact): void {
        this.#facts.emit(fact);
    }

    raise(code: NoticeCode, detail: string): void {
        this.raised.push(`${code} ${detail}`.trim());
    }

    #apply(event: SoftphoneEvent): void {
        const before = this.state;
        this.state = transition(before, event);
        if (this.state === before) return;
        this.#snapshots.emit(this.snapshot);
        if (event.type === 'call-started') return this.tell({ type: event.type, call: event.call, origin: 'remote' });
        if (event.type !== 'call-connected' && event.type !== 'call-identified' && event.type !== 'call-ended') return;
        const call = findCall(this.state, event.callId);
        if (call) this.tell({ type: event.type, call, origin: 'remote' });
    }
}

function rethrow(error: unknown): void {
    throw error;
}
