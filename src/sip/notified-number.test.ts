import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Conversation, rings } from './conversation.fake';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
});

afterEach(() => Conversation.end());

test.each([
    ['0312345678', '<sip:0312345678@pbx.example>'],
    ['+81312345678', '<sip:+81312345678@pbx.example>']
])('Alice calls Bob with %s: the PBX is asked to present it', async (number, header) => {
    const { request } = await line.dial(rings, 'c1', '0901234567', null, number);
    expect(request.getHeader('P-Preferred-Identity')).toBe(header);
});

test('the record goes along', async () => {
    const record = { id: '003000000000001', objectType: 'Contact', name: 'Bob' };
    const { request } = await line.dial(rings, 'c1', '0901234567', record, '0312345678');
    expect(request.getHeader('X-Denwa-Record')).toContain('Contact/003000000000001');
    expect(request.getHeader('P-Preferred-Identity')).toBe('<sip:0312345678@pbx.example>');
});

test('without one the PBX decides', async () => {
    const { request } = await line.dial(rings);
    expect(request.hasHeader('P-Preferred-Identity')).toBe(false);
});

test.each(['', '03-1234', '1'.repeat(33), '0312345678>\r\nX-Evil: 1', 'sip:1001', '0312345678@elsewhere', '03１２３'])(
    '%j is not told, and the call goes out all the same',
    async (number) => {
        const { request } = await line.dial(rings, 'c1', '1002', null, number);
        expect(request.hasHeader('P-Preferred-Identity')).toBe(false);
        expect(request.hasHeader('X-Evil')).toBe(false);
        expect(line.log.filter(({ level }) => level === 'warn')).toMatchObject([{ message: 'The number cannot be presented' }]);
    }
);
