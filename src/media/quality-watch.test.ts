import { describe, expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import type { CallQuality } from '../telephony/call-quality';
import type { CallSound } from '../telephony/call-sound';
import { QualityWatch } from './quality-watch';

/** What flows in one second. */
interface Flow {
    readonly received: number;
    readonly lost: number;
    readonly sent: number;
    readonly energy: number;
    readonly jitter: number;
    readonly reportedLoss: number;
    /** Reports of the other side that nothing has ever arrived. */
    readonly emptyReports: number;
}

const usual: Flow = { received: 50, lost: 0, sent: 50, energy: 0.1, jitter: 0.002, reportedLoss: 0, emptyReports: 0 };
const silence: Partial<Flow> = { received: 0 };
const open: CallSound = { callId: 'alice', microphone: true, speaker: true, joined: false, remoteHold: false };

/** The watch's seconds are a little short. */
const MEASURED_AFTER = 950;

/** The agent's call with Alice, as the browser counts it. */
class Line {
    readonly clock = new SimulatedClock(1_000_000);
    readonly told: CallQuality[] = [];
    readonly energies: boolean[] = [];
    readonly log: LogLine[] = [];
    readonly watch = new QualityWatch({
        clock: this.clock,
        input: { energy: (_callId, changed) => this.energies.push(changed) },
        emit: (report) => {
            if (report.type === 'call-quality') this.told.push(report.quality);
        },
        logger: new Logger('media', this.clock, (line) => this.log.push(line))
    });
    #counted: Flow = { received: 0, lost: 0, sent: 0, energy: 0, jitter: 0, reportedLoss: 0, emptyReports: 0 };
    isOver = false;

    /** Alice has answered. */
    static talking(): Line {
        const line = new Line();
        line.watch.sound([open]);
        line.measure();
        return line;
    }

    get problems(): readonly string[] {
        return this.told.at(-1)?.problems ?? [];
    }

    measure(): void {
        this.watch.measure('alice', () => this.#statistics());
    }

    async seconds(count: number, difference: Partial<Flow> = {}): Promise<void> {
        const flow = { ...usual, ...difference };
        for (let second = 0; second < count; second += 1) {
            const { received, lost, sent, energy, emptyReports } = this.#counted;
            this.#counted = {
                ...flow,
                received: received + flow.received,
                lost: lost + flow.lost,
                sent: sent + flow.sent,
                energy: energy + flow.energy,
                emptyReports: emptyReports + flow.emptyReports
            };
            this.clock.advance(MEASURED_AFTER);
            await this.settle();
        }
    }

    /** The other side has got something at last. */
    reportsArrival(): void {
        this.#counted = { ...this.#counted, emptyReports: 0 };
    }

    /** The PBX begins another stream, and the browser counts from the beginning. */
    anotherStream(): void {
        this.#counted = { ...this.#counted, received: 0, lost: 0 };
    }

    settle(): Promise<void> {
        return new Promise((resolve) => setImmediate(resolve));
    }

    async #statistics(): Promise<RTCStatsReport> {
        await Promise.resolve();
        if (this.isOver) throw new Error('The call is over');
        const { received, lost, sent, energy, jitter, reportedLoss, emptyReports } = this.#counted;
        const reports: readonly [string, object] =
            emptyReports > 0
                ? ['remote', { type: 'remote-outbound-rtp', reportsSent: emptyReports }]
                : ['remote', { type: 'remote-inbound-rtp', roundTripTime: 0.04, fractionLost: reportedLoss }];
        return new Map<string, object>([
            ['in', { type: 'inbound-rtp', packetsReceived: received, packetsLost: lost, jitter }],
            ['out', { type: 'outbound-rtp', packetsSent: sent }],
            reports,
            ['source', { type: 'media-source', totalAudioEnergy: energy }]
        ]);
    }
}

describe('The quality of a call', () => {
    test('is told once as long as nothing that is shown changes', async () => {
        const line = Line.talking();
        await line.seconds(30);
        const figures = { mos: 4.4, packetLoss: 0, jitter: 2, roundTrip: 40 };
        expect(line.told).toEqual([{ now: figures, overall: figures, problems: [] }]);
    });

    test('is not told again for a few milliseconds more or less', async () => {
        const line = Line.talking();
        await line.seconds(5, { jitter: 0.002 });
        await line.seconds(5, { jitter: 0.006 });
        expect(line.told.map(({ now }) => now.jitter)).toEqual([2]);
        await line.seconds(5, { jitter: 0.007 });
        expect(line.told.map(({ now }) => now.jitter)).toEqual([2, 7]);
    });

    test('now is that of the last five seconds, overall that of the whole call', async () => {
        const line = Line.talking();
        await line.seconds(1);
        await line.seconds(5, { received: 45, lost: 5 });
        await line.seconds(10);
        expect(line.told.find(({ now }) => now.packetLoss === 10)).toMatchObject({ now: { mos: 3.4 }, overall: { packetLoss: 10 } });
        expect(line.told.at(-1)).toMatchObject({ now: { packetLoss: 0, mos: 4.4 }, overall: { packetLoss: 3.3, mos: 4.1 } });
    });

    test('tells of a problem with its third bad second, and of its end after five good ones', async () => {
        const line = Line.talking();
        await line.seconds(5);
        await line.seconds(2, { jitter: 0.035 });
        expect(line.problems).toEqual([]);
        await line.seconds(1, { jitter: 0.035 });
        expect(line.problems).toEqual(['jitter']);
        await line.seconds(4);
        expect(line.problems).toEqual(['jitter']);
        await line.seconds(1);
        expect(line.problems).toEqual([]);
        expect(line.log.map(({ fields }) => fields['problems'])).toEqual(['jitter', '']);
    });

    test('knows no negative loss where packets came twice, and none of a stream that is gone', async () => {
        const line = Line.talking();
        await line.seconds(2, { lost: 10 });
        await line.seconds(2, { lost: -3 });
        line.anotherStream();
        await line.seconds(6, { lost: 0 });
        expect(line.told.at(-1)).toMatchObject({ now: { packetLoss: 0 }, overall: { packetLoss: 2.2 } });
    });
});

describe('Alice is not heard', () => {
    test('within three seconds of her last packet', async () => {
        const line = Line.talking();
        await line.seconds(5);
        // The second in which it comes, and two more.
        await line.seconds(1, { received: 1 });
        await line.seconds(1, silence);
        expect(line.problems).toEqual([]);
        await line.seconds(1, silence);
        expect(line.problems).toEqual(['not-hearing']);
        await line.seconds(1);
        expect(line.problems).toEqual([]);
    });

    test('from the beginning: three seconds after her answer', async () => {
        const line = Line.talking();
        await line.seconds(2, silence);
        expect(line.told).toEqual([]);
        await line.seconds(1, silence);
        expect(line.told).toEqual([expect.objectContaining({ problems: ['not-hearing'] })]);
        expect(line.told[0]?.now).toMatchObject({ packetLoss: 100, mos: 1.2 });
    });

    test('for long: it counts as loss once, not again when the gap turns up', async () => {
        const line = Line.talking();
        await line.seconds(11);
        await line.seconds(11, silence);
        await line.seconds(1, { received: 50, lost: 550 });
        await line.seconds(9);
        // Ten of 30 seconds: the first one of the silence might have been a pause.
        expect(line.told.at(-1)?.overall.packetLoss).toBeCloseTo(33.3, 1);
        expect(line.problems).toEqual([]);
    });

    test('for a moment: that is a pause, and only a gap in what follows is a loss', async () => {
        const line = Line.talking();
        await line.seconds(6);
        await line.seconds(1, silence);
        await line.seconds(5);
        expect(line.told.at(-1)?.overall.packetLoss).toBe(0);
        await line.seconds(1, silence);
        await line.seconds(1, { lost: 50 });
        expect(line.told.at(-1)?.now.packetLoss).toBe(16.7);
    });

    test.each<[string, CallSound]>([
        ['the agent holds her', { ...open, microphone: false, speaker: false }],
        ['she holds the agent, and plays nothing', { ...open, remoteHold: true }]
    ])('while %s: that is as it should be', async (_name, sound) => {
        const line = Line.talking();
        await line.seconds(3);
        line.watch.sound([sound]);
        await line.seconds(10, { received: 0, sent: 0, energy: 0 });
        line.watch.sound([open]);
        await line.seconds(2, { received: 0, sent: 0 });
        expect(line.problems).toEqual([]);
        await line.seconds(1, { received: 0, sent: 0 });
        expect(line.problems).toEqual(['not-hearing', 'not-heard']);
    });

    test('after a bad line: the other problems are over with it', async () => {
        const line = Line.talking();
        await line.seconds(6, { received: 40, lost: 10, jitter: 0.05 });
        expect(line.problems).toEqual(['jitter', 'packet-loss', 'low-mos']);
        await line.seconds(2, silence);
        expect(line.problems).toEqual(['not-hearing']);
        await line.seconds(1);
        expect(line.problems).toEqual([]);
    });
});

describe('The agent is not heard', () => {
    test('when nothing is sent', async () => {
        const line = Line.talking();
        await line.seconds(5);
        await line.seconds(2, { sent: 0 });
        expect(line.problems).toEqual(['not-heard']);
        await line.seconds(1);
        expect(line.problems).toEqual([]);
    });

    test('when the other side reports that hardly anything arrives, and not when it only misses much', async () => {
        const line = Line.talking();
        await line.seconds(5, { reportedLoss: 0.5 });
        expect(line.problems).toEqual([]);
        await line.seconds(1, { reportedLoss: 0.8 });
        expect(line.problems).toEqual(['not-heard']);
    });

    test('when the other side reports that nothing has ever arrived, until it reports something', async () => {
        const line = Line.talking();
        await line.seconds(1);
        await line.seconds(1, { emptyReports: 1 });
        expect(line.problems).toEqual(['not-heard']);
        await line.seconds(3);
        expect(line.problems).toEqual(['not-heard']);
        line.reportsArrival();
        await line.seconds(1);
        expect(line.problems).toEqual([]);
    });

    test('not when the report is older than what could have arrived', async () => {
        const line = Line.talking();
        await line.seconds(1, { sent: 5, emptyReports: 1 });
        await line.seconds(5);
        expect(line.problems).toEqual([]);
    });

    test('when muted: that is as it should be', async () => {
        const line = Line.talking();
        line.watch.sound([{ ...open, microphone: false }]);
        await line.seconds(10, { sent: 0, reportedLoss: 255 / 256, emptyReports: 1 });
        expect(line.problems).toEqual([]);
    });
});

describe('The energy of the microphone', () => {
    test('is told every second, and a microphone that is shut or not known is none without any', async () => {
        const line = Line.talking();
        await line.seconds(2);
        await line.seconds(2, { energy: 0 });
        line.watch.sound([{ ...open, microphone: false }]);
        await line.seconds(1, { energy: 0 });
        line.watch.sound([{ ...open, remoteHold: true }]);
        await line.seconds(1, { energy: 0 });
        line.watch.sound([open]);
        await line.seconds(1, { energy: Number.NaN });
        expect(line.energies).toEqual([true, true, false, false, true, true, true]);
    });
});

describe('The measuring of a call', () => {
    test('ends with the call, and so does what is still on its way', async () => {
        const line = Line.talking();
        await line.seconds(2);
        line.clock.advance(1_000);
        line.watch.stop('alice');
        await line.settle();
        expect(line.told).toHaveLength(1);
        expect(line.clock.pending).toBe(0);
    });

    test('ends where there are no statistics any more, with a word to developers', async () => {
        const line = Line.talking();
        await line.seconds(2);
        line.isOver = true;
        await line.seconds(1);
        expect(line.clock.pending).toBe(0);
        expect(line.log.map(({ level, message }) => [level, message])).toEqual([['debug', 'The call is not measured any more']]);
    });

    test('begins anew when it is asked for again', async () => {
        const line = Line.talking();
        await line.seconds(2);
        line.measure();
        expect(line.clock.pending).toBe(1);
        await line.seconds(2);
        expect(line.told).toHaveLength(2);
    });
});
