import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LogFields, LogLine } from '../base/logger';
import { LogRedactor, maskNumbers } from './redact';

const line = (message: string, fields: LogFields = {}): LogLine => ({ at: 0, level: 'debug', name: 'denwa.sip.stack', message, fields });
const textOf = ({ message, fields }: LogLine): string => `${message} ${JSON.stringify(fields)}`;
const redacted = (message: string, fields?: LogFields): string => textOf(new LogRedactor().redact(line(message, fields)));

const message = (...lines: readonly string[]): string => `Received WebSocket text message:\n\n${lines.join('\r\n')}\r\n\r\n`;

/** Texts that stand nowhere else in a message. */
const planted = fc.stringMatching(/^[A-Za-z0-9+]{12,40}$/).map((text) => `Zq${text}qZ`);
const caseOf = (text: string): fc.Arbitrary<string> => fc.constantFrom(text, text.toLowerCase(), text.toUpperCase());
const endOfLine = fc.constantFrom('\r\n', '\n');

describe('a secret', () => {
    const places: readonly ((secret: string) => fc.Arbitrary<string>)[] = [
        (secret) =>
            fc
                .constantFrom('Authorization', 'Proxy-Authorization', 'WWW-Authenticate', 'Proxy-Authenticate', 'Authentication-Info')
                .chain(caseOf)
                .map((name) => `${name} : Digest username="1001", response="${secret}"`),
        (secret) => endOfLine.map((end) => `Authorization: Digest username="1001",${end} response="${secret}",${end}\tqop=auth`),
        (secret) => caseOf('Authorization').map((name) => `${name}: Bearer ${secret}`),
        (secret) => fc.constantFrom('response', 'nonce', 'cnonce', 'opaque', 'rspauth').map((name) => `the ${name}="${secret}" was wrong`),
        (secret) => fc.constantFrom('nonce', 'response').map((name) => `{"header":"Digest ${name}=\\"${secret}\\", uri=\\"sip:a\\""}`),
        (secret) => fc.constant(`response=${secret}, uri="sip:a"`),
        (secret) => fc.constantFrom('password', 'Password', 'pwd', 'secret', 'token').map((name) => `{"${name}": "${secret} ${secret}"}`),
        (secret) => fc.constantFrom('password: ', 'secret=', 'access_token=').map((name) => `${name}${secret}`),
        (secret) => fc.constantFrom('wss://agent', 'https://a.b', 'sip:1001', 'sips:1001').map((start) => `${start}:${secret}@pbx/ws`),
        (secret) => fc.constant(`a=ice-pwd:${secret}`),
        (secret) => fc.constant(`a=fingerprint:sha-256 ${secret}`),
        (secret) => fc.constant(`a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:${secret}|2^20`),
        (secret) => fc.constant(`"v=0\\r\\na=ice-pwd:${secret}\\r\\na=setup:active"`),
        (secret) => fc.constant(`k=base64:${secret}`),
        (secret) => fc.constant(`X-Denwa-Record: Contact/003000000000001AAA;name=${secret}`),
        (secret) => fc.constant(`x-denwa-record: Account/001000000000001AAA;name=${secret};contact=003000000000001AAA`)
    ];

    it.each(places.map((place, index) => [index, place] as const))('is found wherever it stands (%i)', (_index, place) => {
        fc.assert(
            fc.property(
                planted.chain((secret) => fc.tuple(fc.constant(secret), place(secret))),
                fc.array(fc.constantFrom('Call-ID: abc@pbx', 'From: <sip:1002@pbx>;tag=1', 'm=audio 9 RTP/AVP 0', 'bye'), { maxLength: 4 }),
                endOfLine,
                ([secret, text], around, end) => {
                    const [before, after] = [around.slice(0, 2), around.slice(2)];
                    const whole = [...before, text, ...after].join(end);
                    expect(redacted(whole)).not.toContain(secret);
                    expect(redacted('x', { error: whole })).not.toContain(secret);
                    for (const other of [...before, ...after]) expect(redacted(whole)).toContain(JSON.stringify(other).slice(1, -1));
                }
            )
        );
    });

    it('is never the value of a field that is named for it', () => {
        const fields = { password: 'Hunter2', authorizationName: 'x', accessToken: 'y', clientSecret: 'z', extension: '1001' };
        expect(new LogRedactor().redact(line('Signing in', fields)).fields).toEqual({
            password: '[redacted]',
            authorizationName: '[redacted]',
            accessToken: '[redacted]',
            clientSecret: '[redacted]',
            extension: '1001'
        });
    });
});

describe('a caller who is withheld', () => {
    const invite = (from: string, ...more: readonly string[]): string =>
        message('INVITE sip:1001@pbx SIP/2.0', 'Call-ID: w1@pbx', `From: ${from};tag=a1`, 'To: <sip:1001@pbx>', ...more);
    const bye = message('BYE sip:09012345678@pbx SIP/2.0', 'i: w1@pbx', 'f: <sip:1001@pbx>;tag=b2', 't: <sip:09012345678@pbx>;tag=a1');

    it('is not told by a message, nor by any that follows', () => {
        const number = fc.stringMatching(/^\+?[0-9]{4,15}$/).map((digits) => digits.replace(/\d$/, '7'));
        const name = fc.constantFrom('山田 花子', 'Hanako Yamada', 'Zoë "Z" O\\Neil', '田中%20太郎');
        const header = fc.constantFrom('P-Asserted-Identity', 'Remote-Party-ID', 'p-asserted-identity', 'P-Preferred-Identity');
        fc.assert(
            fc.property(number, name, header, fc.boolean(), fc.boolean(), (digits, who, field, isAnonymous, isTel) => {
                const redactor = new LogRedactor();
                const asserted = `${field}: ${JSON.stringify(who)} <${isTel ? `tel:${digits}` : `sip:${digits};user=phone@pbx`}>`;
                const first = isAnonymous
                    ? invite('"Anonymous" <sip:anonymous@anonymous.invalid>', asserted)
                    : invite(`${JSON.stringify(who)} <sip:${digits}@pbx>`, asserted, 'Privacy: id;critical');
                const lines = [
                    first,
                    message('SIP/2.0 180 Ringing', 'Call-ID: w1@pbx', `From: <sip:${digits}@pbx>;tag=a1`),
                    message('REFER sip:x SIP/2.0', 'Call-ID: other@pbx', `Refer-To: <sip:${digits}@pbx?Replaces=w1>`),
                    `The line of ${digits} (${who}) could not be looked at`
                ].map((text) => textOf(redactor.redact(line(text, { remote: digits, callId: 'c1' }))));
                for (const told of lines) {
                    expect(told).not.toContain(digits.replace('+', ''));
                    expect(told).not.toContain(who.split(/["%]/)[0]);
                }
                expect(lines[1]).toContain('From: [withheld];tag=a1');
            })
        );
    });

    it.each([
        ['Privacy', 'Privacy: id'],
        ['several values of it', 'Privacy: none;user'],
        ['a continued header', 'Privacy:\r\n id']
    ])('is recognized by %s', (_what, privacy) => {
        const redactor = new LogRedactor();
        redactor.redact(line(invite('<sip:09012345678@pbx>', privacy)));
        expect(textOf(redactor.redact(line(bye)))).not.toContain('09012345678');
        expect(textOf(redactor.redact(line('Dialled', { number: '09012345678' })))).not.toContain('09012345678');
    });

    it('does not take others along', () => {
        const redactor = new LogRedactor();
        redactor.redact(line(invite('<sip:100@pbx>', 'Privacy: id')));
        const other = message('SIP/2.0 100 Trying', 'Call-ID: other@pbx', 'From: "Bob" <sip:1002@pbx>;tag=1', 'Privacy: none');
        expect(redactor.redact(line(other)).message).toBe(other);
        const short = message('SIP/2.0 180 Ringing', 'Call-ID: w1@pbx', 'From: <sip:100@pbx>;tag=a1', 'Contact: <sip:100@10.0.0.1>');
        expect(redactor.redact(line(short)).message).not.toMatch(/sip:100@/);
    });

    it('is forgotten no sooner than 200 others', () => {
        const redactor = new LogRedactor();
        redactor.redact(line(invite('<sip:09012345678@pbx>', 'Privacy: id')));
        for (let call = 0; call < 199; call++) {
            redactor.redact(line(invite('<sip:anonymous@anonymous.invalid>').replace('w1@', `x${call}@`)));
        }
        expect(textOf(redactor.redact(line(bye)))).not.toContain('09012345678');
    });
});

describe('what is no secret', () => {
    it.each([
        message('INVITE sip:1001@pbx SIP/2.0', 'Call-ID: abc', 'From: "Bob" <sip:1002@pbx>;tag=1', 'Content-Length: 0'),
        'No response from the server: timed out',
        'Registered',
        'm=audio 49170 RTP/AVP 0\r\na=ice-ufrag:abcd\r\na=setup:actpass'
    ])('stays: %s', (text) => {
        expect(new LogRedactor().redact(line(text, { callId: 'c1', statusCode: 486, held: true })).message).toBe(text);
    });
});

describe('numbers that are masked', () => {
    it.each([
        ['09012345678', '*******5678'],
        ['+81 90-1234-5678 called', '+81 **-****-5678 called'],
        ['(03)1234-5678', '(**)****-5678'],
        ['sip:0312345678@192.168.100.200:8089', 'sip:******5678@192.168.100.200:8089'],
        ['０９０１２３４５６７８', '*******５６７８'],
        ['1001 dialled 12345 at 10:00:01', '1001 dialled 12345 at 10:00:01'],
        ['123456', '**3456']
    ])('%s', (text, masked) => {
        expect(maskNumbers(text)).toBe(masked);
    });

    it('keep four digits at most, wherever they stand', () => {
        fc.assert(
            fc.property(fc.string(), fc.stringMatching(/^\d{6,20}$/), fc.string(), (before, number, after) => {
                expect(maskNumbers(`${before}${number}${after}`)).not.toMatch(/\d{6}/);
                expect(maskNumbers(`${before} ${number} ${after}`)).toContain(`${'*'.repeat(number.length - 4)}${number.slice(-4)}`);
            })
        );
    });
});
