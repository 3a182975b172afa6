import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import { Logger } from '../base/logger';
import { defaultCallSettings } from '../telephony/call-settings';
import { account, Conversation, INSTANCE } from './conversation.fake';
import { SipPhone } from './sip-phone';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
});

afterEach(() => Conversation.end());

describe('registration', () => {
    test('Alice connects, is challenged and registers', async () => {
        line.alice.signIn(account);
        await line.until(() => line.saw('registration-registered'));
        expect(line.types).toEqual([
            'connection-connecting',
            'connection-established',
            'registration-registering',
            'registration-registered'
        ]);
        expect(line.network.messages).toEqual(['> REGISTER', '< 401 REGISTER', '> REGISTER', '< 200 REGISTER']);
    });

    test('a wrong password is told once and not tried again', async () => {
        line.alice.signIn({ ...account, password: 'guess' });
        await line.until(() => line.saw('registration-rejected'));
        expect(line.events.at(-1)).toEqual({ type: 'registration-rejected', problem: 'wrong-credentials', statusCode: 401 });
        line.clock.advance(600_000);
        await line.settle();
        expect(line.network.messages).toEqual(['> REGISTER', '< 401 REGISTER', '> REGISTER', '< 401 REGISTER']);
        expect(line.types.filter((type) => type === 'registration-rejected')).toHaveLength(1);
    });

    test.each([
        [403, 'forbidden'],
        [404, 'unknown-account'],
        [488, 'refused']
    ])('%i means %s', async (statusCode, problem) => {
        line.bob.registrarAnswers = statusCode;
        line.alice.signIn(account);
        await line.until(() => line.saw('registration-rejected'));
        expect(line.events.at(-1)).toEqual({ type: 'registration-rejected', problem, statusCode });
    });

    test.each([401, 403, 404, 407])('%i is about the account: it is not tried again', async (statusCode) => {
        line.bob.registrarAnswers = statusCode;
        line.alice.signIn(account);
        await line.until(() => line.saw('registration-rejected'));
        line.forget();
        line.clock.advance(600_000);
        await line.settle();
        expect(line.network.messages).toEqual([]);
    });

    test.each([480, 486, 488, 500, 503, 603])('%i passes: the registrar is asked again, with growing patience', async (statusCode) => {
        line.bob.registrarAnswers = statusCode;
        line.alice.signIn(account);
        for (const wait of [500, 1_000, 2_000]) {
            await line.until(() => line.saw('registration-rejected'));
            line.forget();
            line.clock.advance(wait - 1);
            await line.settle();
            expect(line.network.messages).toEqual([]);
            line.clock.advance(1);
        }
        await line.until(() => line.saw('registration-rejected'));
        line.bob.registrarAnswers = null;
        line.clock.advance(4_000);
        await line.until(() => line.saw('registration-registered'));
    });

    test('423: she asks again for as long as the registrar wants', async () => {
        line.bob.registrarMinimum = 3_600;
        line.alice.signIn(account);
        await line.until(() => line.saw('registration-registered'));
        expect(line.network.messages[1]).toBe('< 423 REGISTER');
    });

    test('423, and then a refusal: that is what is told', async () => {
        line.bob.registrarMinimum = 3_600;
        line.bob.registrarAnswers = 403;
        line.alice.signIn(account);
        await line.until(() => line.saw('registration-rejected'));
        expect(line.events.at(-1)).toEqual({ type: 'registration-rejected', problem: 'forbidden', statusCode: 403 });
    });

    test.each([
        ['again and again', 2, ['Min-Expires: 3600']],
        ['without saying how long', 1, []]
    ])('423 %s: it is not asked without pause', async (_how, requests, headers) => {
        line.bob.registrarAnswers = 423;
        line.bob.registrarHeaders = headers;
        line.alice.signIn(account);
        for (const wait of [500, 1_000]) {
            await line.until(() => line.network.messages.includes('< 423 REGISTER'));
            await line.settle();
            line.clock.advance(0);
            expect(line.events.at(-1)).toEqual({ type: 'registration-rejected', problem: 'refused', statusCode: 423 });
            expect(line.network.messages.filter((message) => message === '> REGISTER')).toHaveLength(requests);
            line.forget();
            line.clock.advance(wait);
        }
    });

    test.each([480, 503])('%i that says when to ask again is obeyed', async (statusCode) => {
        line.bob.registrarAnswers = statusCode;
        line.bob.registrarHeaders = ['Retry-After: 90 (maintenance)'];
        line.alice.signIn(account);
        await line.until(() => line.saw('registration-rejected'));
        line.bob.registrarAnswers = null;
        line.forget();
        line.clock.advance(89_999);
        await line.settle();
        expect(line.network.messages).toEqual([]);
        line.clock.advance(1);
        await line.until(() => line.saw('registration-registered'));
    });

    test('the binding is refreshed silently, again and again', async () => {
        await line.signIn();
        for (const refreshes of [1, 2]) {
            line.clock.advance(40_000);
            await line.until(() => line.network.messages.filter((message) => message === '< 200 REGISTER').length === refreshes);
            await line.settle();
        }
        expect(line.types).toEqual([]);
    });

    test('a refused refresh is told', async () => {
        await line.signIn();
        line.bob.registrarAnswers = 403;
        line.clock.advance(40_000);
        await line.until(() => line.saw('registration-rejected'));
        expect(line.types).toEqual(['registration-rejected']);
    });

    test('where the PBX grants less, sip.js refreshes by itself, and its refusal is told', async () => {
        await line.signIn();
        line.bob.registrarAnswers = 403;
        jest.advanceTimersByTime(60_000);
        await line.settle();
        await line.until(() => line.saw('registration-rejected'));
        expect(line.types).toEqual(['registration-rejected']);
    });

    test('a PBX that answers nothing is given up after seconds and connected to anew', async () => {
        await line.signIn();
        line.network.blackHole = true;
        line.clock.advance(40_000);
        await line.settle();
        line.clock.advance(7_999);
        expect(line.types).toEqual([]);
        line.clock.advance(1);
        line.network.blackHole = false;
        await line.settle();
        line.clock.advance(500);
        await line.until(() => line.saw('registration-registered'));
        expect(line.types).toEqual([
            'connection-lost',
            'registration-unregistered',
            'connection-connecting',
            'connection-established',
            'registration-registering',
            'registration-registered'
        ]);
    });

    test('signing out takes the binding back', async () => {
        await line.signIn();
        const done = line.alice.signOut();
        await line.until(() => line.saw('connection-closed'));
        await done;
        expect(line.network.messages).toEqual(['> REGISTER', '< 200 REGISTER']);
        expect(line.types).toEqual(['registration-unregistered', 'connection-closed']);
        line.clock.advance(600_000);
        await line.settle();
        expect(line.types).toHaveLength(2);
    });

    test('signing out does not wait for a PBX that says nothing', async () => {
        await line.signIn();
        line.network.blackHole = true;
        const done = line.alice.signOut();
        await line.settle();
        expect(line.types).toEqual(['registration-unregistered']);
        line.clock.advance(2_000);
        await done;
        expect(line.types).toEqual(['registration-unregistered', 'connection-closed']);
    });

    test('a call that comes while she signs out is turned away, and makes no call of hers', async () => {
        await line.signIn();
        line.bob.registrarAnswers = 'nothing';
        const done = line.alice.signOut();
        const bob = line.bob.call();
        await bob.invite();
        await line.until(() => bob.state === SessionState.Terminated);
        expect(line.network.messages).toEqual(['> REGISTER', '< INVITE', '> 100 INVITE', '> 480 INVITE', '< ACK']);
        line.clock.advance(2_000);
        await done;
        expect(line.types).toEqual(['registration-unregistered', 'connection-closed']);
    });

    test('a connection that breaks while she signs out does not sign her in again', async () => {
        await line.signIn();
        line.bob.registrarAnswers = 'nothing';
        const done = line.alice.signOut();
        await line.settle();
        line.network.drop();
        line.clock.advance(500);
        await line.settle();
        expect(line.saw('connection-established')).toBe(true);
        line.clock.advance(1_500);
        await done;
        expect(line.network.messages).toEqual(['> REGISTER']);
        expect(line.types.at(-1)).toBe('connection-closed');
    });

    test('signing in anew replaces the line, and only the new one is heard', async () => {
        await line.signIn();
        line.alice.signIn(account);
        await line.until(() => line.saw('registration-registered'));
        await line.settle();
        expect(line.types).toEqual([
            'registration-unregistered',
            'connection-connecting',
            'connection-established',
            'registration-registering',
            'registration-registered'
        ]);
    });

    test.each([{ server: 'http://pbx.example' }, { server: '' }, { domain: '' }, { domain: 'a b' }, { extension: '' }])(
        'an account with %j is refused in words',
        (nonsense) => {
            const { media, clock } = line;
            const logger = new Logger('sip', clock, () => undefined);
            const phone = new SipPhone({
                media,
                headerNames: () => defaultCallSettings.headers,
                clock,
                logger,
                random: () => 0,
                newId: () => '',
                instanceId: INSTANCE,
                userAgentString: ''
            });
            expect(() => phone.signIn({ ...account, ...nonsense })).toThrow(expect.objectContaining({ reason: 'invalid-account' }));
        }
    );
});

describe('connection', () => {
    test('a PBX that is down is tried again with growing patience, and at once when the network comes back', async () => {
        line.network.reachable = false;
        line.alice.signIn(account);
        await line.until(() => line.saw('connection-lost'));
        expect(line.events.at(-1)).toEqual({ type: 'connection-lost', problem: 'unreachable', attempt: 1, retryAt: 1_000_500 });
        line.clock.advance(500);
        await line.settle();
        expect(line.events.at(-1)).toMatchObject({ type: 'connection-lost', attempt: 2, retryAt: 1_001_500 });
        line.network.reachable = true;
        line.wake();
        await line.until(() => line.saw('registration-registered'));
    });

    test('an attempt of which nothing is heard is given up, and the next one is made', async () => {
        line.network.mute = true;
        line.alice.signIn(account);
        await line.settle();
        line.clock.advance(5_999);
        expect(line.types.at(-1)).toBe('connection-connecting');
        line.clock.advance(1);
        expect(line.events.at(-1)).toEqual({ type: 'connection-lost', problem: 'unreachable', attempt: 1, retryAt: 1_006_500 });
        line.network.mute = false;
        line.clock.advance(500);
        await line.until(() => line.saw('registration-registered'));
    });

    test('an agent who does not want to wait connects at once', async () => {
        await line.signIn();
        line.alice.reconnect();
        await line.settle();
        expect(line.types).toEqual([]);
        line.network.drop();
        line.alice.reconnect();
        await line.until(() => line.saw('registration-registered'));
        line.forget();
        line.clock.advance(5_000);
        await line.settle();
        expect(line.types).toEqual([]);
    });

    test('a proxy that accepts and closes at once is not hammered', async () => {
        line.network.blackHole = true;
        line.alice.signIn(account);
        const waits: number[] = [];
        for (let attempt = 0; attempt < 4; attempt += 1) {
            await line.until(() => line.types.at(-1) === 'registration-registering');
            line.network.drop();
            const lost = line.events.find(({ type }) => type === 'connection-lost');
            const wait = lost?.type === 'connection-lost' ? lost.retryAt - line.clock.now() : NaN;
            waits.push(wait);
            line.forget();
            line.clock.advance(wait);
        }
        expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
    });

    test('a lost connection is made again at once and registers again', async () => {
        await line.signIn();
        line.network.drop();
        line.clock.advance(0);
        await line.until(() => line.saw('registration-registered'));
        expect(line.types).toEqual([
            'connection-lost',
            'registration-unregistered',
            'connection-connecting',
            'connection-established',
            'registration-registering',
            'registration-registered'
        ]);
    });
});
