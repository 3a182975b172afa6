import { expect, it } from '@jest/globals';
import type { LogLine } from '../base/logger';
import type { About } from '../telephony/snapshot';
import { logFile } from './log-file';

const about: About = {
    version: '1.2.3',
    url: 'https://org.example/apex/Denwa',
    userName: '佐藤 花子',
    server: 'wss://pbx.example.com/ws',
    browser: 'Google Chrome 131, Windows',
    settingProblems: []
};
const now = Date.parse('2026-11-22T10:00:59Z');
const lines: readonly LogLine[] = [
    { at: now - 2_000, level: 'info', name: 'denwa.softphone', message: 'Call ended', fields: { callId: 'c1', statusCode: undefined } },
    {
        at: now - 1_000,
        level: 'debug',
        name: 'denwa.sip',
        message: 'INVITE sip:09012345678@pbx\r\nVia: x',
        fields: { statusCode: undefined }
    }
];
const head = [
    'Denwa 1.2.3',
    'Page: https://org.example/apex/Denwa',
    'User: 佐藤 花子',
    'PBX: wss://pbx.example.com/ws',
    'Browser: Google Chrome 131, Windows',
    'Written: 2026-11-22T10:00:59.000Z',
    ''
];

it('is named by its time, and says what the phone is before what it did', () => {
    expect(logFile({ about, lines, maskNumbers: false, now })).toEqual({
        name: 'denwa-log-2026-11-22T10-00.txt',
        text: [
            ...head,
            '2026-11-22T10:00:57.000Z info denwa.softphone: Call ended {"callId":"c1"}',
            '2026-11-22T10:00:58.000Z debug denwa.sip: INVITE sip:09012345678@pbx',
            '    Via: x',
            ''
        ].join('\n')
    });
});

it('masks numbers, but not times', () => {
    const { text } = logFile({ about, lines, maskNumbers: true, now });
    expect(text).toContain('2026-11-22T10:00:58.000Z debug denwa.sip: INVITE sip:*******5678@pbx');
});

it('is written before the PBX is known', () => {
    expect(logFile({ about: { ...about, server: null }, lines: [], maskNumbers: false, now }).text).toContain('PBX: -\n');
});
