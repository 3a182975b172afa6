import type { CallId } from '../telephony/call';
import type { CallSound } from '../telephony/call-sound';
import type { QualityWatch } from './quality-watch';

/** The running calls and their audio, for a `QualityWatch` that may come later than they do: a page loads it when there is time. */
export class CallsToMeasure {
    readonly #statistics = new Map<CallId, () => Promise<RTCStatsReport>>();
    #sounds: readonly CallSound[] = [];
    #watch: QualityWatch | null = null;

    /** From now on they are measured. */
    measureWith(watch: QualityWatch): void {
        this.#watch = watch;
        watch.sound(this.#sounds);
        for (const [callId, statistics] of this.#statistics) watch.measure(callId, statistics);
    }

    add(callId: CallId, statistics: () => Promise<RTCStatsReport>): void {
        this.#statistics.set(callId, statistics);
        this.#watch?.measure(callId, statistics);
    }

    sound(calls: readonly CallSound[]): void {
        this.#sounds = calls;
        this.#watch?.sound(calls);
    }

    remove(callId: CallId): void {
        this.#statistics.delete(callId);
        this.#watch?.stop(callId);
    }
}
