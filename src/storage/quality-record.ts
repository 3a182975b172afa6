import type { CallQuality, QualityFigures, QualityProblem } from '../telephony/call-quality';
import { isAmount, listOf, nullOr, ofShape, oneOf } from './shape';

export const isQualityFigures = ofShape<QualityFigures>({
    mos: isAmount,
    packetLoss: isAmount,
    jitter: isAmount,
    roundTrip: nullOr(isAmount)
});

export const isCallQuality = ofShape<CallQuality>({
    now: isQualityFigures,
    overall: isQualityFigures,
    problems: listOf(
        oneOf<QualityProblem>({
            'round-trip': true,
            jitter: true,
            'packet-loss': true,
            'low-mos': true,
            'not-hearing': true,
            'not-heard': true
        })
    )
});
