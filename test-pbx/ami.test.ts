import { expect, test } from '@jest/globals';
import { first, formatAmi, parseAmi } from './ami';

test('reads messages as they arrive, piece by piece', () => {
    const greeting = 'Asterisk Call Manager/11.0.0\r\n';
    const { messages, rest } = parseAmi(`${greeting}Response: Success\r\nActionID: 1\r\n\r\nEvent: FullyBooted\r\nUpt`);
    expect(messages.map((message) => Object.fromEntries(message))).toEqual([{ Response: ['Success'], ActionID: ['1'] }]);
    expect(rest).toBe('Event: FullyBooted\r\nUpt');

    const completed = parseAmi(`${rest}ime: 3\r\n\r\n`);
    expect(completed.messages.map((message) => first(message, 'Event'))).toEqual(['FullyBooted']);
    expect(completed.rest).toBe('');
});

test('keeps the lines of a command’s output in order, colons and empty lines included', () => {
    const { messages } = parseAmi('Response: Success\r\nOutput: Contact:  1001/sip:x@y\r\nOutput: \r\nOutput: end\r\n\r\n');
    expect(messages[0]?.get('Output')).toEqual(['Contact:  1001/sip:x@y', '', 'end']);
});

test('writes an action', () => {
    expect(
        formatAmi([
            ['Action', 'Hangup'],
            ['Channel', 'PJSIP/1001']
        ])
    ).toBe('Action: Hangup\r\nChannel: PJSIP/1001\r\n\r\n');
});

test('lets no value smuggle in another action', () => {
    expect(() => formatAmi([['Variable', 'CALLER_NAME=a\r\n\r\nAction: Originate']])).toThrow('Variable must not contain a line break');
});
