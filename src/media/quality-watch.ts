import type { Cancel, Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { CallId } from '../telephony/call';
import type { CallQuality, QualityFigures } from '../telephony/call-quality';
import type { CallSound } from '../telephony/call-sound';
import type { AudioReport } from './audio-report';
import { readStatistics, type CallStatistics } from './call-statistics';
import type { MicrophoneInputWatch } from './microphone-input-watch';
import { QualityMeter } from './quality-meter';

export interface QualityWatchParts {
    readonly clock: Clock;
    readonly input: Pick<MicrophoneInputWatch, 'energy'>;
    readonly emit: (report: AudioReport) => void;
    readonly logger: Logger;
}

interface MeasuredCall {
    readonly callId: CallId;
    readonly statistics: () => Promise<RTCStatsReport>;
    readonly meter: QualityMeter;
    microphoneEnergy: number | null;
    told: CallQuality | null;
    cancelNext: Cancel;
}

/** Less than a second, so that what takes three of them is shown within three seconds. Milliseconds. */
const PERIOD = 950;
/** Jitter and round trip always change a little, which nobody hears and no panel needs to be painted for. Milliseconds. */
const UNNOTICED = 5;

/** Measures the running calls, and tells their quality whenever it has changed by something worth showing. */
export class QualityWatch {
    readonly #parts: QualityWatchParts;
    readonly #calls = new Map<CallId, MeasuredCall>();
    #sounds: ReadonlyMap<CallId, CallSound> = new Map();

    constructor(parts: QualityWatchParts) {
        this.#parts = parts;
    }

    /** Until `stop`, or until there are no statistics any more. */
    measure(callId: CallId, statistics: () => Promise<RTCStatsReport>): void {
        this.stop(callId);
        const call = {
            callId,
            statistics,
            meter: new QualityMeter(),
            microphoneEnergy: null,
            told: null,
            cancelNext: () => undefined
        };
        this.#calls.set(callId, call);
        this.#expect(call);
        this.#next(call);
    }

    /** Which audio is open: of the rest silence is expected. */
    sound(calls: readonly CallSound[]): void {
        this.#sounds = new Map(calls.map((call) => [call.callId, call]));
        for (const call of this.#calls.values()) this.#expect(call);
    }

    stop(callId: CallId): void {
        this.#calls.get(callId)?.cancelNext();
        this.#calls.delete(callId);
    }

    #expect({ callId, meter }: MeasuredCall): void {
        const sound = this.#sounds.get(callId);
        // Whoever holds this phone may send music or nothing, and wants nothing sent.
        const flows = sound !== undefined && !sound.remoteHold;
        meter.expect({ inbound: flows && sound.speaker, outbound: flows && sound.microphone });
    }

    #next(call: MeasuredCall): void {
        call.cancelNext = this.#parts.clock.after(PERIOD, () => {
            this.#next(call);
            void this.#measure(call);
        });
    }

    async #measure(call: MeasuredCall): Promise<void> {
        const statistics = await this.#statisticsOf(call);
        if (statistics === null || this.#calls.get(call.callId) !== call) return;
        this.#tellEnergy(call, statistics);
        this.#tellQuality(call, call.meter.add(statistics));
    }

    async #statisticsOf(call: MeasuredCall): Promise<CallStatistics | null> {
        const { callId, statistics } = call;
        try {
            return readStatistics(await statistics());
        } catch (error) {
            this.#parts.logger.debug('The call is not measured any more', { callId, error: describeError(error) });
            if (this.#calls.get(callId) === call) this.stop(callId);
            return null;
        }
    }

    #tellEnergy(call: MeasuredCall, { microphoneEnergy }: CallStatistics): void {
        const sound = this.#sounds.get(call.callId);
        // What is not sent is not measured either.
        const isKnown = sound?.microphone && !sound.remoteHold && microphoneEnergy !== null && call.microphoneEnergy !== null;
        this.#parts.input.energy(call.callId, !isKnown || microphoneEnergy !== call.microphoneEnergy);
        call.microphoneEnergy = microphoneEnergy;
    }

    #tellQuality(call: MeasuredCall, quality: CallQuality | null): void {
        const { callId, told } = call;
        if (quality === null || (told && !isNews(quality, told))) return;
        call.told = quality;
        const problems = quality.problems.join(' ');
        if (problems !== (told?.problems.join(' ') ?? '')) {
            this.#parts.logger.info('The problems of the call’s audio have changed', { callId, problems, mos: quality.now.mos });
        }
        this.#parts.emit({ type: 'call-quality', callId, quality });
    }
}

function isNews(quality: CallQuality, told: CallQuality): boolean {
    const isChanged = areFiguresNews(quality.now, told.now) || areFiguresNews(quality.overall, told.overall);
    return isChanged || quality.problems.join() !== told.problems.join();
}

function areFiguresNews({ mos, packetLoss, jitter, roundTrip }: QualityFigures, told: QualityFigures): boolean {
    if (mos !== told.mos || packetLoss !== told.packetLoss || Math.abs(jitter - told.jitter) >= UNNOTICED) return true;
    if (roundTrip === null || told.roundTrip === null) return roundTrip !== told.roundTrip;
    return Math.abs(roundTrip - told.roundTrip) >= UNNOTICED;
}
