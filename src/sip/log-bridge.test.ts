import { expect, test } from '@jest/globals';
import { Logger, type LogLine } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { forwardLog, redact } from './log-bridge';

test('what lets a reader pass for the agent is struck out', () => {
    const message = [
        'REGISTER sip:pbx SIP/2.0',
        'Authorization: Digest username="1001", response="0123"',
        'proxy-authorization : Digest response="4567"',
        'Content-Length: 0',
        'a=ice-pwd:s3cret'
    ].join('\r\n');
    expect(redact(message).split(/\r?\n/)).toEqual([
        'REGISTER sip:pbx SIP/2.0',
        'Authorization: [redacted]',
        'proxy-authorization : [redacted]',
        'Content-Length: 0',
        'a=ice-pwd: [redacted]'
    ]);
});

test('errors of the stack are survived: they are warnings here', () => {
    const log: LogLine[] = [];
    const connector = forwardLog(new Logger('sip', new SimulatedClock(), (line) => log.push(line)));
    connector('error', 'sip.Transport', undefined, 'gone');
    connector('log', 'sip.Transport', undefined, 'Sending');
    expect(log.map(({ level, message }) => [level, message])).toEqual([
        ['warn', 'gone'],
        ['debug', 'Sending']
    ]);
});
