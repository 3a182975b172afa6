import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import type { TestPbx } from '../../test-pbx';
import { canPress, noCalls, press, shown, untilHeard } from './handling';
import type { OpenPhone, Phone } from './phone';
import { at, forget, record } from './recording';
import { statisticsOf, type Statistics } from './statistics';

/** What the phone's page holds when its calls are forgotten and garbage has been collected. */
export interface Holdings {
    /** Bytes. */
    readonly heap: number;
    readonly nodes: number;
    readonly listeners: number;
    readonly peerConnections: number;
    readonly audioContexts: number;
}

export interface EnduranceReport {
    readonly calls: number;
    /** Before the first of these calls, but after some others. */
    readonly start: Holdings;
    readonly end: Holdings;
    /** Milliseconds from an INVITE's arrival until the page has painted the caller, with this many calls in the history. */
    readonly painted: Statistics;
    readonly historyRows: number;
    /** Milliseconds of each task over 50 ms while the phone rang (W3C Long Tasks). */
    readonly longTasks: readonly number[];
    readonly ringingSeconds: number;
}

const CALLS = 200;
/** Fill caches, compile what is used often. */
const WARM_UP = 20;
const RINGS = 20;
const RINGING_SECONDS = 2;
/** sip.js keeps a call's transactions for 32 s after it (RFC 3261 section 17.1.1.2), and what they listen to. Milliseconds. */
const FORGOTTEN_AFTER = 40_000;

/** Bytes by which the history and the log for a support case may grow the heap: both are bounded, and full after this many calls. */
const MOST_GROWTH = 5_000_000;

/** What a day's calls have left in the page and should not have, in words; empty is right. */
export function leftBehind({ start, end }: EnduranceReport): readonly string[] {
    const counted = ['nodes', 'listeners', 'peerConnections', 'audioContexts'] as const;
    const growth = end.heap - start.heap;
    return [
        ...counted.filter((name) => end[name] > start[name]).map((name) => `${name}: ${start[name]} before, ${end[name]} after`),
        ...(growth > MOST_GROWTH ? [`the heap has grown by ${Math.round(growth / 1000)} kB`] : [])
    ];
}

/** One page for a day's calls: answers them all, then lets callers ring while the history is full. */
export async function measureEndurance(open: OpenPhone, pbx: TestPbx, progress: (line: string) => void): Promise<EnduranceReport> {
    const phone = await open();
    try {
        await shown(phone, phone.words.registered);
        await phone.show();
        for (let call = 0; call < WARM_UP; call += 1) await answer(phone, pbx);
        const inspector = await phone.frame.page().context().newCDPSession(phone.frame);
        const start = await holdings(inspector);
        for (let call = 1; call <= CALLS; call += 1) {
            if (call % 50 === 0) progress(`call ${call} of ${CALLS}`);
            await answer(phone, pbx);
        }
        const end = await holdings(inspector);
        const rings: { readonly painted: number; readonly longTasks: readonly number[] }[] = [];
        for (let ring = 0; ring < RINGS; ring += 1) rings.push(await ringAndGiveUp(phone, pbx));
        return {
            calls: CALLS,
            start,
            end,
            painted: statisticsOf(rings.map(({ painted }) => painted)),
            historyRows: CALLS,
            longTasks: rings.flatMap(({ longTasks }) => longTasks),
            ringingSeconds: RINGS * RINGING_SECONDS
        };
    } finally {
        await phone.close();
    }
}

/** Withheld numbers, so that the page around the phone stays as it is. */
async function answer(phone: Phone, pbx: TestPbx): Promise<void> {
    const caller = await pbx.ring({ extension: phone.account.number, says: 'tone' });
    await untilHeard(phone, () => press(phone, 'answer'));
    await caller.hangUp();
    await noCalls(pbx);
    await forget(phone);
}

async function ringAndGiveUp(phone: Phone, pbx: TestPbx): Promise<{ painted: number; longTasks: readonly number[] }> {
    const longTasks = await phone.frame.evaluateHandle(() => {
        const found: number[] = [];
        const observer = new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => duration)));
        observer.observe({ type: 'longtask' });
        return found;
    });
    const recorded = await record(phone, async () => {
        const caller = await pbx.ring({ extension: phone.account.number });
        await canPress(phone, 'answer');
        await phone.frame.evaluate((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), RINGING_SECONDS * 1000);
        await caller.hangUp();
        await noCalls(pbx);
    });
    return {
        painted: at(recorded, 'painted', phone.words.inbound) - at(recorded, 'received', 'INVITE '),
        longTasks: await longTasks.jsonValue()
    };
}

async function holdings(inspector: CDPSession): Promise<Holdings> {
    await delay(FORGOTTEN_AFTER);
    await inspector.send('HeapProfiler.enable');
    // What the first collection frees may keep more alive until the second.
    for (let pass = 0; pass < 2; pass += 1) await inspector.send('HeapProfiler.collectGarbage');
    const { usedSize } = await inspector.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await inspector.send('Memory.getDOMCounters');
    return {
        heap: usedSize,
        nodes,
        listeners: jsEventListeners,
        peerConnections: await instances(inspector, 'RTCPeerConnection'),
        audioContexts: await instances(inspector, 'AudioContext')
    };
}

/** How many objects of a class are alive. */
async function instances(inspector: CDPSession, name: 'RTCPeerConnection' | 'AudioContext'): Promise<number> {
    const { result: prototype } = await inspector.send('Runtime.evaluate', { expression: `${name}.prototype` });
    if (prototype.objectId === undefined) throw new Error(`The page has no ${name}`);
    const { objects } = await inspector.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId });
    const { result } = await inspector.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration: 'function () { return this.length; }',
        returnByValue: true
    });
    await inspector.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
    return Number(result.value);
}

export function formatEndurance({ calls, start, end, painted, historyRows, longTasks, ringingSeconds }: EnduranceReport): string {
    const row = (name: string, before: number, after: number): string =>
        name.padEnd(42) + [before, after].map((value) => String(value).padStart(12)).join('');
    const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
    return [
        `One page, ${calls} answered calls`,
        '',
        `${''.padEnd(42)}${'start'.padStart(12)}${'end'.padStart(12)}`,
        row('heap, kB', Math.round(start.heap / 1000), Math.round(end.heap / 1000)),
        row('DOM nodes', start.nodes, end.nodes),
        row('event listeners', start.listeners, end.listeners),
        row('RTCPeerConnections', start.peerConnections, end.peerConnections),
        row('AudioContexts', start.audioContexts, end.audioContexts),
        '',
        `INVITE arrives → caller painted, with ${historyRows} calls in the history: median ${milliseconds(painted.median)}, p95 ${milliseconds(painted.p95)}`,
        `Tasks over 50 ms in ${ringingSeconds} s of ringing: ${longTasks.length}` +
            (longTasks.length === 0 ? '' : `, the longest ${milliseconds(Math.max(...longTasks))}`)
    ].join('\n');
}
