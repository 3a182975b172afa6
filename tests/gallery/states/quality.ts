import type DenwaQuality from 'c/denwaQuality';
import type DenwaQualitySheet from 'c/denwaQualitySheet';
import type { CallQuality, QualityProblem } from '../../../src/telephony/call-quality';
import { gallery, type Gallery, type StateOf } from './gallery';

const good = { mos: 4.3, packetLoss: 0.1, jitter: 4, roundTrip: 38 };
const bad = { mos: 2.4, packetLoss: 6.2, jitter: 48, roundTrip: 520 };

export function aQuality(...problems: readonly QualityProblem[]): CallQuality {
    return { now: problems.length === 0 ? good : bad, overall: good, problems };
}

/** How good a call sounds. */
export function qualityGalleries(): readonly Gallery[] {
    const sheet = (quality: CallQuality): StateOf<DenwaQualitySheet> => ({ properties: { quality } });
    return [
        gallery<DenwaQuality>('denwaQuality', {
            good: { properties: { mos: 3.8 } },
            excellent: { properties: { mos: 4.4 } },
            great: { properties: { mos: 4.1 } },
            fair: { properties: { mos: 3.2 } },
            degraded: { properties: { mos: 2.1 } }
        }),
        gallery<DenwaQualitySheet>('denwaQualitySheet', {
            'several problems': sheet(aQuality('packet-loss', 'jitter', 'low-mos')),
            'no problem': sheet(aQuality()),
            'round trip': sheet(aQuality('round-trip')),
            'hears nothing': sheet(aQuality('not-hearing')),
            'is not heard': sheet(aQuality('not-heard')),
            'no report from the other side': sheet({
                now: { ...good, roundTrip: null },
                overall: { ...good, roundTrip: null },
                problems: []
            })
        })
    ];
}
