import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LogLine } from '../base/logger';
import { about, phoneWith, talking } from '../telephony/call.fake';
import type { Call } from '../telephony/call';
import type { HistoryEntry } from '../telephony/history';
import { takeSnapshot, type SoftphoneSnapshot } from '../telephony/snapshot';
import { LogRedactor } from './redact';
import { defaultSettings } from './settings';
import { supportBundle } from './support-bundle';

const now = Date.parse('2026-11-22T10:00:59Z');
const figures = { mos: 4.3456, packetLoss: 0.5, jitter: 3.21, roundTrip: 41.7 };
const call = { ...talking, startedAt: now - 9_000, quality: { now: figures, overall: figures, problems: [] } };
const snapshotOf = (...calls: readonly Call[]): SoftphoneSnapshot =>
    takeSnapshot(phoneWith(...calls), defaultSettings.calls, about, (number) => number);

const invite = (number: string, ...fields: readonly string[]): LogLine => ({
    at: now - 8_000,
    level: 'debug',
    name: 'denwa.sip.stack',
    message: `Sending WebSocket message:\n\n${[`INVITE sip:${number}@pbx SIP/2.0`, 'Call-ID: a@b', 'CSeq: 1 INVITE', ...fields].join('\r\n')}\n`,
    fields: {}
});

function bundle(lines: readonly LogLine[], maskNumbers = true, snapshot = snapshotOf(call), settings = defaultSettings) {
    return supportBundle({ snapshot, settings, lines, maskNumbers, now });
}

describe('the file for a support case', () => {
    it('holds versions, settings, statistics, messages and log, in sections', () => {
        const { name, text } = bundle([invite('1002')]);
        expect(name).toBe('denwa-support-2026-11-22T10-00.txt');
        expect([...text.matchAll(/^== (.*) ==$/gm)].map(([, title]) => title)).toEqual([
            'Settings of the call center',
            'Settings that are wrong',
            'Choices of the agent',
            'State',
            'Last call: statistics',
            'Last call: SIP messages',
            'Log'
        ]);
        expect(text).toContain('Denwa 1.0.0\n');
        expect(text).toContain('"parkExtension"');
        expect(text).toContain('Call: outbound, connected, began 2026-11-22T10:00:50.000Z, talked -');
        expect(text).toContain('Quality: MOS 4.35, packet loss 0.50 %, jitter 3.2 ms, round trip 42 ms');
        expect(text).toContain('10:00:51.000     0.000 s  phone ──▶ PBX  INVITE sip:1002@pbx [1 INVITE]');
        expect(text).toContain('2026-11-22T10:00:51.000Z debug denwa.sip.stack: Sending WebSocket message:');
    });

    it('tells of the call that began last, also when it has ended', () => {
        const entry: HistoryEntry = {
            id: 'h',
            direction: 'inbound',
            result: 'answered',
            number: '1002',
            numberText: '1002',
            displayName: 'Bob',
            record: null,
            businessLabel: null,
            startedAt: now,
            talkSeconds: 7,
            quality: null
        };
        const { text } = bundle([], true, { ...snapshotOf(call), history: [entry] });
        expect(text).toContain('Call: inbound, answered, began 2026-11-22T10:00:59.000Z, talked 7 s\nQuality: not measured');
        expect(text).not.toContain('Bob');
    });

    it('is written before there was any call', () => {
        const { text } = bundle([], true, snapshotOf());
        expect(text).toContain('There was no call.');
        expect(text).toContain('The log holds no call.');
    });

    it('masks numbers in messages as in the log, but no times', () => {
        const line = invite('09012345678');
        expect(bundle([line], false).text.match(/09012345678/g)).toHaveLength(2);
        const { text } = bundle([line]);
        expect(text).not.toContain('09012345678');
        expect(text).toContain('10:00:51.000     0.000 s  phone ──▶ PBX  INVITE sip:*******5678@pbx');
    });
});

describe('no secret', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9+]{12,40}$/).map((text) => `Zq${text}qZ`);

    it('comes through a setting that holds one by mistake', () => {
        fc.assert(
            fc.property(secret, (password) => {
                const problem = {
                    key: '/denwaPbx/denwaPbxServer',
                    title: 'Denwa: PBX › Server',
                    value: `wss://agent:${password}@pbx.example/ws`,
                    takes: { form: 'address' },
                    standIn: null
                } as const;
                const snapshot = { ...snapshotOf(call), about: { ...about, settingProblems: [problem] } };
                const { text } = bundle([], false, snapshot);
                expect(text).toContain('denwaPbxServer');
                expect(text).not.toContain(password);
            })
        );
    });

    it('comes through a message, and no display name pretends to be a section', () => {
        fc.assert(
            fc.property(secret, secret, fc.string(), (response, ice, name) => {
                const redactor = new LogRedactor();
                const line = invite(
                    '1002',
                    `From: ${JSON.stringify(`${name}\r\n== Log ==`)} <sip:1001@pbx>;tag=1`,
                    `Authorization: Digest username="1001", realm="pbx", nonce="n", response="${response}"`,
                    'Content-Type: application/sdp',
                    '',
                    `a=ice-pwd:${ice}`
                );
                const { text } = bundle([redactor.redact(line)], false);
                expect(text).not.toContain(response);
                expect(text).not.toContain(ice);
                expect(text.match(/^== Log ==$/gm)).toHaveLength(1);
            })
        );
    });
});
