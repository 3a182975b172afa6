import { describe, expect, it } from '@jest/globals';
import type { LogLine } from '../base/logger';
import { ladderText, lastLadder } from './sip-ladder';

const start = Date.parse('2026-11-22T10:00:00Z');
const line = (at: number, message: string): LogLine => ({ at: start + at, level: 'debug', name: 'denwa.sip.stack', message, fields: {} });
const sent = (at: number, ...lines: readonly string[]): LogLine =>
    line(at, `Sending WebSocket message:\n\n${lines.join('\r\n')}\r\n\r\n\n`);
const received = (at: number, ...lines: readonly string[]): LogLine =>
    line(at, `Received WebSocket text message:\n\n${lines.join('\r\n')}\r\n\r\n\n`);

const callOf = (callId: string, at: number): readonly LogLine[] => [
    sent(at, 'INVITE sip:1002@pbx SIP/2.0', `Call-ID: ${callId}`, 'CSeq: 1 INVITE', 'Content-Type: application/sdp', '', 'v=0'),
    received(at + 5, 'SIP/2.0 401 Unauthorized', `Call-ID: ${callId}`, 'CSeq: 1 INVITE'),
    sent(at + 6, 'REGISTER sip:pbx SIP/2.0', 'Call-ID: other', 'CSeq: 9 REGISTER'),
    received(at + 1_200, 'SIP/2.0 486 Busy Here', `i: ${callId}`, 'CSeq: 2 INVITE', 'Reason: Q.850;cause=17')
];

describe('the ladder', () => {
    it('has the messages of the last call, in order, and of nothing else', () => {
        const ladder = lastLadder([...callOf('first@a', 0), line(3, 'Registered'), ...callOf('second@a', 60_000)]);
        expect(ladder && ladderText(ladder)).toEqual([
            'Call-ID: second@a',
            '10:01:00.000     0.000 s  phone ──▶ PBX  INVITE sip:1002@pbx [1 INVITE] SDP',
            '10:01:00.005     0.005 s  phone ◀── PBX  401 Unauthorized [1 INVITE]',
            '10:01:01.200     1.200 s  phone ◀── PBX  486 Busy Here [2 INVITE] Reason: Q.850;cause=17'
        ]);
    });

    it('is none without a call', () => {
        expect(lastLadder([])).toBeNull();
        expect(lastLadder([line(0, 'INVITE sip:x'), sent(1, 'REGISTER sip:pbx SIP/2.0', 'Call-ID: a'), sent(2, 'INVITE x')])).toBeNull();
    });

    it('takes whatever the network brings', () => {
        const odd = received(0, 'INVITE sip:1001@pbx SIP/2.0', 'Call-ID: a@b', 'CSeq');
        expect(lastLadder([odd])?.steps).toMatchObject([{ sender: 'pbx', what: 'INVITE sip:1001@pbx', cseq: '-', hasSdp: false }]);
    });
});
