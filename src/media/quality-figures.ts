import type { QualityFigures } from '../telephony/call-quality';
import { estimateMos } from './mos';

/** What one second of a call brought. */
export interface Second {
    /** Packets. */
    readonly received: number;
    readonly lost: number;
    /** Milliseconds; null: not known. */
    readonly jitter: number | null;
    readonly roundTrip: number | null;
}

/** What several seconds brought together. */
export interface Seconds {
    readonly received: number;
    readonly lost: number;
    readonly jitter: Mean;
    readonly roundTrip: Mean;
}

interface Mean {
    readonly sum: number;
    readonly count: number;
}

const nothing: Mean = { sum: 0, count: 0 };

export const noSeconds: Seconds = { received: 0, lost: 0, jitter: nothing, roundTrip: nothing };

export function addSecond(seconds: Seconds, { received, lost, jitter, roundTrip }: Second): Seconds {
    return {
        received: seconds.received + received,
        lost: seconds.lost + lost,
        jitter: including(seconds.jitter, jitter),
        roundTrip: including(seconds.roundTrip, roundTrip)
    };
}

/** Percent. */
export function packetLossOf({ received, lost }: Pick<Second, 'received' | 'lost'>): number {
    return lost === 0 ? 0 : (100 * lost) / (received + lost);
}

/** As exact as they are worth showing, so that they do not change all the time: tenths of MOS and percent, whole milliseconds. */
export function figuresOf(seconds: Seconds): QualityFigures {
    const packetLoss = packetLossOf(seconds);
    const jitter = valueOf(seconds.jitter) ?? 0;
    const roundTrip = valueOf(seconds.roundTrip);
    return {
        mos: tenths(estimateMos({ packetLoss, jitter, roundTrip })),
        packetLoss: tenths(packetLoss),
        jitter: Math.round(jitter),
        roundTrip: roundTrip === null ? null : Math.round(roundTrip)
    };
}

function including({ sum, count }: Mean, value: number | null): Mean {
    return value === null ? { sum, count } : { sum: sum + value, count: count + 1 };
}

function valueOf({ sum, count }: Mean): number | null {
    return count === 0 ? null : sum / count;
}

function tenths(value: number): number {
    return Math.round(value * 10) / 10;
}
