import type { CallQuality, QualityProblem } from '../telephony/call-quality';
import { AudioFlow } from './audio-flow';
import type { CallStatistics } from './call-statistics';
import { addSecond, figuresOf, noSeconds, type Second, type Seconds } from './quality-figures';
import { QualityLimits } from './quality-limits';

/** Which way the audio of a call should flow. */
export interface ExpectedAudio {
    readonly inbound: boolean;
    readonly outbound: boolean;
}

const WINDOW = 5;
/** In packets of 20 ms. */
const SILENT_SECOND = 50;
/** The part of what is sent whose loss leaves nothing that can be understood. */
const HARDLY_ANYTHING_LEFT = 0.75;

/** Judges the audio of one call, second by second. */
export class QualityMeter {
    readonly #inbound = new AudioFlow();
    readonly #outbound = new AudioFlow();
    #expected: ExpectedAudio = { inbound: false, outbound: false };
    #limits = new QualityLimits();
    #last: CallStatistics | null = null;
    /** Whether nothing arrives at the other side, by its last report. */
    #nothingArrives = false;
    #window: readonly Second[] = [];
    #overall: Seconds = noSeconds;

    expect(expected: ExpectedAudio): void {
        this.#expected = expected;
        this.#inbound.expect(expected.inbound);
        this.#outbound.expect(expected.outbound);
    }

    /** To be told once a second. Null as long as there is nothing to judge. */
    add(statistics: CallStatistics): CallQuality | null {
        const last = this.#last ?? statistics;
        this.#last = statistics;
        const wasSilent = this.#inbound.hasStopped;
        const received = increase(last.received, statistics.received);
        this.#inbound.add(received);
        this.#outbound.add(increase(last.sent, statistics.sent));
        this.#read(last, statistics);
        const { jitter, roundTrip } = statistics;
        if (received > 0) {
            // What a silence took was counted while it lasted, and what an earlier stream lost while that one was there.
            const isCounted = wasSilent || statistics.received < last.received;
            const second = { received, lost: isCounted ? 0 : Math.max(0, statistics.lost - last.lost), jitter, roundTrip };
            this.#count(second);
            this.#limits.add(second);
        } else if (this.#inbound.hasStopped || !this.#expected.inbound) {
            // Nothing that arrives is nothing to complain of; what arrives later is judged afresh.
            this.#limits = new QualityLimits();
            // Only packets that arrive tell how many have not.
            if (this.#inbound.hasStopped) this.#count({ received, lost: SILENT_SECOND, jitter: null, roundTrip });
        }
        return this.#window.length === 0 ? null : this.#quality(statistics);
    }

    /** A report of this second is believed when something was under way before: what has just left may not have arrived. */
    #read(last: CallStatistics, { reports, reportsNothing }: CallStatistics): void {
        if (!reportsNothing) this.#nothingArrives = false;
        else if (reports > last.reports) this.#nothingArrives = last.sent >= SILENT_SECOND / 2;
    }

    #count(second: Second): void {
        this.#window = [...this.#window, second].slice(-WINDOW);
        this.#overall = addSecond(this.#overall, second);
    }

    #quality({ reportedLoss }: CallStatistics): CallQuality {
        const isLost = this.#nothingArrives || (reportedLoss !== null && reportedLoss >= HARDLY_ANYTHING_LEFT);
        const problems: readonly QualityProblem[] = [
            ...this.#limits.exceeded,
            ...(this.#inbound.hasStopped ? (['not-hearing'] as const) : []),
            ...(this.#outbound.hasStopped || (this.#expected.outbound && isLost) ? (['not-heard'] as const) : [])
        ];
        return { now: figuresOf(this.#window.reduce(addSecond, noSeconds)), overall: figuresOf(this.#overall), problems };
    }
}

/** Of a counter that may have started anew. */
function increase(before: number, after: number): number {
    return after < before ? after : after - before;
}
