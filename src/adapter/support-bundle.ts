import type { LogLine } from '../base/logger';
import { talkSeconds } from '../telephony/call';
import type { QualityFigures } from '../telephony/call-quality';
import type { SoftphoneSnapshot } from '../telephony/snapshot';
import { fileOf, lineTexts, phoneTexts, type TextFile } from './log-file';
import { maskNumbers, redactSecrets } from './redact';
import type { Settings } from './settings';
import { ladderText, lastLadder } from './sip-ladder';

export interface SupportBundleContent {
    readonly snapshot: SoftphoneSnapshot;
    readonly settings: Settings;
    /** Redacted, oldest first. */
    readonly lines: readonly LogLine[];
    readonly maskNumbers: boolean;
    /** Milliseconds since the Unix epoch. */
    readonly now: number;
}

/** What a call was like, whether it still is or has ended. */
interface CallSummary {
    readonly direction: 'inbound' | 'outbound';
    readonly result: string;
    readonly startedAt: number;
    readonly talkSeconds: number | null;
    readonly quality: QualityFigures | null;
}

/**
 * All that a support case needs, in one file that people read: what the phone is, its settings, the last call's statistics and SIP messages,
 * and the log. Who was on the phone is told by nothing but the SIP messages. Times are UTC.
 */
export function supportBundle({ snapshot, settings, lines, maskNumbers: isMasked, now }: SupportBundleContent): TextFile {
    const masked = (text: string): string => (isMasked ? maskNumbers(text) : text);
    // An administrator may have written a password into an item that does not ask for one.
    const told = (value: unknown): readonly string[] => masked(redactSecrets(JSON.stringify(value, null, 2))).split('\n');
    const ladder = lastLadder(lines.map((line) => ({ ...line, message: masked(line.message) })));
    return fileOf(
        'support',
        [
            ...phoneTexts(snapshot.about, now).map(redactSecrets),
            ...section('Settings of the call center', told(settings)),
            ...section('Settings that are wrong', told(snapshot.about.settingProblems)),
            ...section('Choices of the agent', told(snapshot.preferences)),
            ...section('State', told(stateOf(snapshot))),
            ...section('Last call: statistics', statisticsText(lastCall(snapshot))),
            ...section('Last call: SIP messages', ladder ? ladderText(ladder) : ['The log holds no call.']),
            ...section('Log', lineTexts(lines, isMasked))
        ],
        now
    );
}

function section(title: string, texts: readonly string[]): readonly string[] {
    return ['', `== ${title} ==`, ...texts];
}

function stateOf({ connection, registration, audio }: SoftphoneSnapshot): object {
    return { connection, registration, audio };
}

function lastCall({ calls, history }: SoftphoneSnapshot): CallSummary | null {
    const live = calls.map((call) => ({
        direction: call.direction,
        result: call.phase,
        startedAt: call.startedAt,
        talkSeconds: talkSeconds(call),
        quality: call.quality?.overall ?? null
    }));
    // An ended call that the panel still shows: the history says better what became of it.
    return [...history, ...live].reduce<CallSummary | null>(
        (last, call) => (last === null || call.startedAt > last.startedAt ? call : last),
        null
    );
}

function statisticsText(call: CallSummary | null): readonly string[] {
    if (call === null) return ['There was no call.'];
    const { direction, result, startedAt, talkSeconds: talked, quality } = call;
    return [
        `Call: ${direction}, ${result}, began ${new Date(startedAt).toISOString()}, talked ${talked === null ? '-' : `${talked} s`}`,
        quality ? qualityText(quality) : 'Quality: not measured'
    ];
}

function qualityText({ mos, packetLoss, jitter, roundTrip }: QualityFigures): string {
    const delay = roundTrip === null ? '-' : `${roundTrip.toFixed(0)} ms`;
    return `Quality: MOS ${mos.toFixed(2)}, packet loss ${packetLoss.toFixed(2)} %, jitter ${jitter.toFixed(1)} ms, round trip ${delay}`;
}
