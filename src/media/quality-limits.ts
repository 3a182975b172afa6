import type { QualityProblem } from '../telephony/call-quality';
import { estimateMos } from './mos';
import { packetLossOf, type Second } from './quality-figures';

export type LimitProblem = Exclude<QualityProblem, 'not-hearing' | 'not-heard'>;

/** Source: twilio-voice.js, statsMonitor.ts, DEFAULT_THRESHOLDS. */
const LIMITS: Readonly<Record<LimitProblem, (second: Second) => boolean>> = {
    'round-trip': ({ roundTrip }) => roundTrip !== null && roundTrip > 400,
    jitter: ({ jitter }) => jitter !== null && jitter > 30,
    'packet-loss': (second) => packetLossOf(second) > 1,
    'low-mos': (second) => estimateMos({ packetLoss: packetLossOf(second), jitter: second.jitter ?? 0, roundTrip: second.roundTrip }) < 3
};

const PROBLEMS: readonly LimitProblem[] = ['round-trip', 'jitter', 'packet-loss', 'low-mos'];
const WINDOW = 5;
const RAISED_AT = 3;

/**
 * Which limits a call exceeds. A single bad second is no problem, and a single good one does not end it:
 *
 *     good ──3 bad of the last 5 seconds──▶ exceeded
 *      ▲──────none bad of the last 5──────────┘
 */
export class QualityLimits {
    #window: readonly ReadonlySet<LimitProblem>[] = [];
    #exceeded: readonly LimitProblem[] = [];

    get exceeded(): readonly LimitProblem[] {
        return this.#exceeded;
    }

    add(second: Second): void {
        this.#window = [...this.#window, new Set(PROBLEMS.filter((problem) => LIMITS[problem](second)))].slice(-WINDOW);
        this.#exceeded = PROBLEMS.filter((problem) => {
            const bad = this.#window.filter((problems) => problems.has(problem)).length;
            return bad >= RAISED_AT || (bad > 0 && this.#exceeded.includes(problem));
        });
    }
}
