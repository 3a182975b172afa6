import type { QualityFigures } from '../telephony/call-quality';

/** Ro − Is with every other parameter at its default. Source: ITU-T G.107 (06/2015), section 7.7. */
const BASE = 93.2;
/** Equipment impairment of G.711 with packet loss concealment. Source: ITU-T G.113 (11/2007), Appendix I. */
const IMPAIRMENT = 0;
/** How well it bears loss at random, from the same table. Opus has no value on this scale; it bears loss at least as well. */
const ROBUSTNESS = 25.1;
/** Milliseconds of audio that a sender collects for a packet, as Asterisk and browsers do (RFC 3551 section 4.5, default). */
const PACKET_TIME = 20;
/** The delay, in milliseconds, from which on people fall into each other's words. Source: Cole and Rosenbluth, as below. */
const NOTICED_DELAY = 177.3;

/**
 * Mean opinion score, from 1 to 4.41, of what the agent hears: the E-model of ITU-T G.107 (R = Ro − Is − Id − Ie,eff + A), which is made for
 * planning networks, so this is an estimate. Ro and Is at their defaults, no advantage (A = 0), narrowband, loss at random (BurstR = 1).
 * The delay's part is the approximation of Cole and Rosenbluth, “Voice over IP performance monitoring”, ACM SIGCOMM Computer Communication
 * Review 31 (2001). The one-way delay is guessed as half the round trip, a packet, and a jitter buffer of twice the jitter.
 */
export function estimateMos({ packetLoss, jitter, roundTrip }: Omit<QualityFigures, 'mos'>): number {
    const delay = (roundTrip ?? 0) / 2 + PACKET_TIME + 2 * jitter;
    const delayImpairment = 0.024 * delay + 0.11 * Math.max(0, delay - NOTICED_DELAY);
    // G.107 section 7.5, Ie,eff
    const lossImpairment = IMPAIRMENT + ((95 - IMPAIRMENT) * packetLoss) / (packetLoss + ROBUSTNESS);
    const rating = Math.max(0, BASE - delayImpairment - lossImpairment);
    // G.107 Annex B. The polynomial dips below 1 where the rating is less than 6.5.
    return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}
