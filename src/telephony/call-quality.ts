/**
 * What is wrong with the audio of a call. The first four as Twilio's client warns of them: round trip over 400 ms, jitter over 30 ms, loss over
 * 1 %, MOS below 3, in three of five seconds. Source: twilio-voice.js, statsMonitor.ts.
 * - `not-hearing`: for two whole seconds nothing has arrived from the other side, which is not known to hold the call
 * - `not-heard`: for two whole seconds nothing has been sent, or the other side reports that nothing, or hardly anything, arrives
 */
export type QualityProblem = 'round-trip' | 'jitter' | 'packet-loss' | 'low-mos' | 'not-hearing' | 'not-heard';

/** Classes of the mean opinion score. Source: twilio-voice.js, PREFLIGHT.md. */
export type QualityClass = 'excellent' | 'great' | 'good' | 'fair' | 'degraded';

export interface QualityFigures {
    /** Mean opinion score estimated from the other three (E-model, ITU-T G.107), from 1 to 4.5. */
    readonly mos: number;
    /** Percent of the packets that should have arrived. */
    readonly packetLoss: number;
    /** Milliseconds. */
    readonly jitter: number;
    /** Milliseconds; null as long as the other side reports nothing. */
    readonly roundTrip: number | null;
}

export interface CallQuality {
    /** Of the last five seconds. */
    readonly now: QualityFigures;
    /** Of the whole call so far. */
    readonly overall: QualityFigures;
    readonly problems: readonly QualityProblem[];
}
