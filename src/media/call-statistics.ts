/** What the browser has counted of a call's audio. Counters may start anew when the other side begins another stream. */
export interface CallStatistics {
    /** Packets that arrived. */
    readonly received: number;
    /** Packets that should have arrived and have not; less than nothing where some came twice (RFC 3550 section 6.4.1). */
    readonly lost: number;
    /** Milliseconds; null before anything has arrived. */
    readonly jitter: number | null;
    /** Milliseconds; null as long as nothing tells it. */
    readonly roundTrip: number | null;
    /** Packets that were sent. */
    readonly sent: number;
    /** The part of them, from 0 to 255/256, that the other side's last report misses; null as long as it reports nothing. */
    readonly reportedLoss: number | null;
    /** How often the other side has reported; 0 also where the browser does not tell. */
    readonly reports: number;
    /** Whether its last report says that nothing has arrived since the beginning. */
    readonly reportsNothing: boolean;
    /** Of everything that the microphone has brought; null where the browser does not tell. */
    readonly microphoneEnergy: number | null;
}

type Statistic = Readonly<Record<string, unknown>>;

/** Reads a report of W3C Identifiers for WebRTC's Statistics API. Whatever a browser leaves out counts as nothing, or is not known. */
export function readStatistics(report: Pick<RTCStatsReport, 'values'>): CallStatistics {
    const all: readonly Statistic[] = [...report.values()];
    const of = (type: string): readonly Statistic[] => all.filter((each) => each['type'] === type);
    const inbound = of('inbound-rtp');
    const remoteInbound = of('remote-inbound-rtp').at(-1);
    const reports = total(of('remote-outbound-rtp'), 'reportsSent');
    return {
        received: total(inbound, 'packetsReceived'),
        lost: total(inbound, 'packetsLost'),
        // The newest stream, should there be several.
        jitter: milliseconds(inbound.at(-1), 'jitter'),
        roundTrip: roundTripOf(remoteInbound) ?? milliseconds(selectedPair(of('candidate-pair'), of('transport')), 'currentRoundTripTime'),
        sent: total(of('outbound-rtp'), 'packetsSent'),
        reportedLoss: numberOf(remoteInbound, 'fractionLost'),
        reports,
        reportsNothing: reports > 0 && (remoteInbound === undefined || isEmptyReport(remoteInbound)),
        microphoneEnergy: numberOf(of('media-source').at(-1), 'totalAudioEnergy')
    };
}

/**
 * Whoever has received nothing leaves out what it would have to say about it (RFC 3550 section 6.4.2). Asterisk, which knows from the SDP
 * whom it should hear, misses the one packet that there must have been instead (res_rtp_asterisk.c, calculate_lost_packet_statistics), and
 * knows of no report of ours either. The part that is lost does not tell it: that counts from packet to packet, and is 0 where none comes.
 */
function isEmptyReport(remoteInbound: Statistic): boolean {
    const [lost, part, jitter, roundTrips] = ['packetsLost', 'fractionLost', 'jitter', 'roundTripTimeMeasurements'].map((member) =>
        numberOf(remoteInbound, member)
    );
    return lost === 1 && part === 0 && jitter === 0 && roundTrips === 0;
}

/** From RTCP. Some browsers say 0 before the first measurement. */
function roundTripOf(remoteInbound: Statistic | undefined): number | null {
    return numberOf(remoteInbound, 'roundTripTimeMeasurements') === 0 ? null : milliseconds(remoteInbound, 'roundTripTime');
}

/** The way that the audio takes, whose STUN checks are timed too. */
function selectedPair(pairs: readonly Statistic[], transports: readonly Statistic[]): Statistic | undefined {
    const selected = transports.map((transport) => transport['selectedCandidatePairId']);
    return (
        pairs.find(({ id }) => selected.includes(id)) ?? pairs.find(({ nominated, state }) => nominated === true && state === 'succeeded')
    );
}

function numberOf(statistic: Statistic | undefined, member: string): number | null {
    const value = statistic?.[member];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function milliseconds(statistic: Statistic | undefined, member: string): number | null {
    const seconds = numberOf(statistic, member);
    return seconds === null ? null : seconds * 1_000;
}

function total(statistics: readonly Statistic[], member: string): number {
    return statistics.reduce((sum, statistic) => sum + (numberOf(statistic, member) ?? 0), 0);
}
