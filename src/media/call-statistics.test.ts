import { describe, expect, test } from '@jest/globals';
import { readStatistics } from './call-statistics';

type Entry = Readonly<Record<string, unknown>> & { readonly id: string };

const report = (...entries: readonly Entry[]): RTCStatsReport => new Map(entries.map((entry) => [entry.id, entry]));

const inbound = { id: 'IT01A1', type: 'inbound-rtp', packetsReceived: 250, packetsLost: 3, jitter: 0.004 };
const outbound = { id: 'OT01A2', type: 'outbound-rtp', packetsSent: 240 };
const remote = { id: 'RIA3', type: 'remote-inbound-rtp', roundTripTime: 0.12, roundTripTimeMeasurements: 4, fractionLost: 0.25 };
const source = { id: 'SA1', type: 'media-source', totalAudioEnergy: 1.5 };
const pair = { id: 'CP1', type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.05 };

describe('What the browser has counted', () => {
    test('of a call that is up', () => {
        expect(readStatistics(report(inbound, outbound, remote, source, pair))).toEqual({
            received: 250,
            lost: 3,
            jitter: 4,
            roundTrip: 120,
            sent: 240,
            reportedLoss: 0.25,
            reports: 0,
            reportsNothing: false,
            microphoneEnergy: 1.5
        });
    });

    test('of a call that has just begun, or in a browser that counts little', () => {
        const nothing = {
            received: 0,
            lost: 0,
            jitter: null,
            roundTrip: null,
            sent: 0,
            reportedLoss: null,
            reports: 0,
            reportsNothing: false,
            microphoneEnergy: null
        };
        expect(readStatistics(report())).toEqual(nothing);
        const odd = { id: 'a', type: 'inbound-rtp', packetsReceived: Number.NaN, packetsLost: '3', jitter: undefined };
        expect(readStatistics(report(odd, { id: 'b', type: 'remote-inbound-rtp' }, { id: 'c', type: 'media-source' }))).toEqual(nothing);
    });

    test('of two streams, as the other side began another one: their packets together, the jitter of the newer', () => {
        const newer = { id: 'IT01A9', type: 'inbound-rtp', packetsReceived: 50, packetsLost: -1, jitter: 0.009 };
        expect(readStatistics(report(inbound, newer))).toMatchObject({ received: 300, lost: 2, jitter: 9 });
    });

    const sender = { id: 'ROA1', type: 'remote-outbound-rtp', reportsSent: 2 };
    /** What Asterisk says that has heard nothing, as Chromium shows it. */
    const empty = { id: 'RIA3', type: 'remote-inbound-rtp', packetsLost: 1, fractionLost: 0, jitter: 0, roundTripTimeMeasurements: 0 };

    test.each<[string, readonly Entry[], boolean]>([
        ['that leave our audio out', [sender], true],
        ['that miss the first packet', [sender, empty], true],
        ['that have missed one packet of many', [sender, { ...empty, jitter: 0.000125 }], false],
        ['that have missed nothing', [sender, { ...empty, packetsLost: 0 }], false],
        ['that answer ours', [sender, { ...empty, roundTripTimeMeasurements: 1 }], false],
        ['that miss some of it now', [sender, { ...empty, fractionLost: 0.02 }], false],
        ['that have yet to come', [{ ...sender, reportsSent: 0 }], false]
    ])('of reports %s', (_name, entries, reportsNothing) => {
        expect(readStatistics(report(...entries)).reportsNothing).toBe(reportsNothing);
    });

    test.each<[string, readonly Entry[], number | null]>([
        ['the other side, before the connection', [remote, pair], 120],
        [
            'the connection as long as the other side has measured nothing',
            [{ ...remote, roundTripTime: 0, roundTripTimeMeasurements: 0 }, pair],
            50
        ],
        [
            'the way that the transport names',
            [{ ...pair, id: 'CP0', currentRoundTripTime: 0.9 }, pair, { id: 'T', type: 'transport', selectedCandidatePairId: 'CP1' }],
            50
        ],
        [
            'no way that is not in use',
            [
                { ...pair, nominated: false },
                { ...pair, id: 'CP2', state: 'failed' }
            ],
            null
        ]
    ])('of the round trip is told by %s', (_name, entries, roundTrip) => {
        expect(readStatistics(report(...entries)).roundTrip).toBe(roundTrip);
    });
});
