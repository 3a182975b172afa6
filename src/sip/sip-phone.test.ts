import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { account, answers, Conversation } from './conversation.fake';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
});

afterEach(() => Conversation.end());

test('what cannot be dialled now ends now', () => {
    line.alice.dial('c1', '1002', null, null);
    line.network.reachable = false;
    line.alice.signIn(account);
    line.alice.dial('c2', '1002', null, null);
    const ending = { by: 'system', cause: 'connection-lost' };
    expect(line.endings).toEqual([ending, ending]);
});

test('a call dialled while the line is being replaced does not slip onto the old one', async () => {
    await line.signIn();
    await line.dial(answers);
    await line.until(() => line.saw('call-connected'));
    line.alice.subscribe((event) => {
        if (event.type === 'call-ended' && event.callId === 'c1') line.alice.dial('c2', '1002', null, null);
    });
    line.forget();
    line.alice.signIn(account);
    await line.until(() => line.saw('registration-registered'));
    expect(line.endings).toContainEqual({ by: 'system', cause: 'connection-lost' });
    expect(line.network.messages).not.toContain('> INVITE');
});

test('malformed messages are dropped with a log line, and the phone goes on', async () => {
    await line.signIn();
    const broken = [
        'nonsense',
        '',
        'INVITE sip:1001@pbx SIP/2.0\r\n\r\n',
        'INVITE sip:1001@pbx SIP/2.0\r\nVia: SIP/2.0/WS x.invalid;branch=z9hG4bK1\r\nFrom: "<script>" <<<>>;tag=\r\nTo: ;;;\r\nCall-ID: \r\nCSeq: INVITE\r\n\r\n',
        'INVITE sip:1001@pbx SIP/2.0\r\nVia: SIP/2.0/WS x.invalid;branch=z9hG4bK2\r\nMax-Forwards: 70\r\nFrom: <sip:a%zz@pbx>;tag=1\r\nTo: <sip:1001@pbx>\r\nCall-ID: q\r\nCSeq: 1 INVITE\r\nContact: <sip:a@pbx>\r\nReplaces: x\r\nContent-Length: 0\r\n\r\n',
        'SIP/2.0 999 What\r\nVia: garbage\r\n\r\n'
    ];
    const warnings = line.log.filter(({ level }) => level === 'warn').length;
    for (const message of broken) line.network.deliver(message);
    await line.settle();
    expect(line.log.filter(({ level }) => level === 'warn').length).toBeGreaterThanOrEqual(warnings + 4);
    expect(line.types.filter((type) => type !== 'call-offered' && type !== 'call-ended')).toEqual([]);

    line.forget();
    await line.dial(answers);
    await line.until(() => line.saw('call-connected'));
});

test('no log line holds the password or its digest', async () => {
    await line.signIn();
    const lines = line.log.map((entry) => JSON.stringify(entry)).join('\n');
    expect(lines).toContain('registration-registered');
    expect(lines).not.toContain(account.password);
    expect(lines).not.toMatch(/response=/);
});
