import { readPhoneMessage, readWindowMessage, type PhoneMessage, type WindowMessage } from 'c/denwaWindowMessage';

const fromWindow: readonly WindowMessage[] = [
    { from: 'window', type: 'here' },
    { from: 'window', type: 'keys', keys: 'Ctrl+Alt+A' },
    { from: 'window', type: 'theme', theme: 'dark' }
];
const fromPhone: readonly PhoneMessage[] = [
    { from: 'phone', type: 'here' },
    { from: 'phone', type: 'shortcuts', keys: ['Ctrl+Alt+A', 'F4'] },
    { from: 'phone', type: 'ringing', text: '着信: 田中' },
    { from: 'phone', type: 'quiet' }
];

describe('c/denwaWindowMessage', () => {
    it('reads what the other side sends, and not what its own side sends', () => {
        expect(fromWindow.map(readWindowMessage)).toEqual(fromWindow);
        expect(fromPhone.map(readPhoneMessage)).toEqual(fromPhone);
        expect(fromPhone.map(readWindowMessage)).toEqual([null, null, null, null]);
        expect(fromWindow.map(readPhoneMessage)).toEqual([null, null, null]);
    });

    it('leaves out what else is in a message', () => {
        expect(readPhoneMessage({ from: 'phone', type: 'quiet', text: 'x', html: '<b>' })).toEqual({ from: 'phone', type: 'quiet' });
    });

    it.each([
        null,
        undefined,
        'here',
        7,
        [],
        {},
        { from: 'window' },
        { from: 'window', type: 'shout' },
        { from: 'window', type: 'keys' },
        { from: 'window', type: 'keys', keys: '' },
        { from: 'window', type: 'keys', keys: ['F4'] },
        { from: 'window', type: 'keys', keys: 'x'.repeat(41) },
        { from: 'window', type: 'theme', theme: 'dark"><script>' },
        { from: 'phone' },
        { from: 'phone', type: 'ringing', text: { toString: 'x' } },
        { from: 'phone', type: 'shortcuts', keys: 'F4' }
    ])('takes %j for nothing', (message) => {
        expect(readWindowMessage(message)).toBeNull();
        expect(readPhoneMessage(message)).toBeNull();
    });

    it('cuts what is too long or too many, and drops keys that are none', () => {
        expect(readPhoneMessage({ from: 'phone', type: 'ringing', text: 'x'.repeat(1000) })).toMatchObject({ text: 'x'.repeat(200) });
        const keys = ['F4', 7, '', null, 'x'.repeat(41), ...Array<string>(100).fill('F5')];
        expect(readPhoneMessage({ from: 'phone', type: 'shortcuts', keys })).toMatchObject({
            keys: ['F4', ...Array<string>(15).fill('F5')]
        });
    });
});
