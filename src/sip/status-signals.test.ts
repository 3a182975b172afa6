import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Invitation } from 'sip.js/lib/api/invitation.js';
import { SessionState } from 'sip.js/lib/api/session-state.js';
import type { StatusSignal } from '../telephony/agent-status';
import { answers, Conversation, refuses, rings } from './conversation.fake';

const READY: StatusSignal = { by: 'call', dialString: '*45' };
const LUNCH: StatusSignal = { by: 'message', extension: 'status', text: 'not-ready/lunch' };
const SIGNED_OUT: StatusSignal = { by: 'message', extension: 'status', text: 'signed-out' };

let line: Conversation;
let codes: Invitation[];
/** What became of each signal, in the order in which that was known. */
let told: string[];

beforeEach(async () => {
    line = await Conversation.begin();
    codes = [];
    told = [];
});

afterEach(() => Conversation.end());

function tell(signal: StatusSignal): void {
    const note = async (): Promise<void> => {
        const isTaken = await line.alice.tellStatus(signal);
        told.push(`${signal.by === 'call' ? signal.dialString : signal.text} ${isTaken ? 'taken' : 'not taken'}`);
    };
    void note();
}

/** What Bob does when he is called at a feature code. */
function onCode(reaction: (invitation: Invitation) => void): void {
    line.bob.onCall = (invitation) => {
        codes.push(invitation);
        reaction(invitation);
    };
}

const dialled = (): (string | undefined)[] => codes.map(({ request }) => request.to.uri.user);

/** The agent has no call, hears nothing and says nothing. */
function expectSilence(): void {
    expect(line.events).toEqual([]);
    expect(line.media.streams).toEqual([]);
    expect(line.media.playing.size).toBe(0);
}

describe('a status told by MESSAGE', () => {
    test('is taken', async () => {
        await line.signIn();
        tell(LUNCH);
        await line.settle();
        expect(told).toEqual(['not-ready/lunch taken']);
        expect(line.bob.received).toEqual([['status', 'not-ready/lunch', 'text/plain']]);
        expect(line.network.messages).toEqual(['> MESSAGE', '< 202 MESSAGE']);
        expectSilence();
    });

    test.each([404, 503, 603])('is answered with %i', async (status) => {
        await line.signIn();
        line.bob.answersMessages = status;
        tell(LUNCH);
        await line.settle();
        expect(told).toEqual(['not-ready/lunch not taken']);
        expect(line.log).toContainEqual(expect.objectContaining({ level: 'warn', message: 'The PBX did not take the status' }));
    });

    test('gets no answer for ten seconds', async () => {
        await line.signIn();
        line.bob.answersMessages = 'nothing';
        tell(LUNCH);
        await line.pass(9_999);
        expect(told).toEqual([]);
        await line.pass(1);
        expect(told).toEqual(['not-ready/lunch not taken']);
    });

    test('and the connection breaks', async () => {
        await line.signIn();
        line.bob.answersMessages = 'nothing';
        tell(LUNCH);
        await line.settle();
        line.network.drop();
        await line.settle();
        expect(told).toEqual(['not-ready/lunch not taken']);
    });
});

describe('a status told by calling a feature code', () => {
    test('the PBX answers; after three seconds it is over, and none of it was a call of hers', async () => {
        await line.signIn();
        onCode(answers);
        tell(READY);
        await line.settle();
        expect(dialled()).toEqual(['*45']);
        expect(line.mediaSessions[0]?.directions).toEqual(['recvonly']);
        await line.pass(2_999);
        expect(codes[0]?.state).toBe(SessionState.Established);
        expect(told).toEqual([]);
        await line.pass(1);
        expect(told).toEqual(['*45 taken']);
        expect(codes[0]?.state).toBe(SessionState.Terminated);
        expect(line.network.messages).toEqual(['> INVITE', '< 100 INVITE', '< 200 INVITE', '> ACK', '> BYE', '< 200 BYE']);
        expect(line.mediaSessions[0]?.peerConnection).toBeUndefined();
        expectSilence();
    });

    test('the PBX answers and hangs up', async () => {
        await line.signIn();
        onCode(answers);
        tell(READY);
        await line.until(() => codes[0]?.state === SessionState.Established);
        await line.settle();
        await codes[0]?.bye();
        await line.settle();
        expect(told).toEqual(['*45 taken']);
        await line.pass(10_000);
        expect(line.network.messages.filter((message) => message.endsWith(' BYE'))).toEqual(['< BYE', '> 200 BYE']);
        expectSilence();
    });

    test.each([403, 404, 486, 503, 603])('the PBX refuses with %i', async (status) => {
        await line.signIn();
        onCode(refuses(status));
        tell(READY);
        await line.settle();
        expect(told).toEqual(['*45 not taken']);
        expectSilence();
    });

    test('the PBX does not answer for ten seconds', async () => {
        await line.signIn();
        onCode(rings);
        tell(READY);
        await line.pass(9_999);
        expect(told).toEqual([]);
        await line.pass(1);
        expect(told).toEqual(['*45 not taken']);
        expect(line.network.messages).toContain('> CANCEL');
        expect(codes[0]?.state).toBe(SessionState.Terminated);
        expectSilence();
    });

    test('the connection breaks before the answer', async () => {
        await line.signIn();
        onCode(rings);
        tell(READY);
        await line.settle();
        line.network.drop();
        await line.settle();
        expect(told).toEqual(['*45 not taken']);
    });

    test('the connection breaks after the answer: the PBX hears of the end over the next one', async () => {
        await line.signIn();
        onCode(answers);
        tell(READY);
        await line.until(() => codes[0]?.state === SessionState.Established);
        await line.settle();
        line.network.drop();
        await line.settle();
        expect(told).toEqual(['*45 taken']);
        line.clock.advance(500);
        await line.until(() => codes[0]?.state === SessionState.Terminated);
    });

    test('her own call goes on meanwhile', async () => {
        await line.signIn();
        const bob = await line.talk();
        onCode(answers);
        tell(READY);
        await line.settle();
        await line.pass(3_000);
        expect(told).toEqual(['*45 taken']);
        expect(bob.state).toBe(SessionState.Established);
        expect(line.events).toEqual([]);
        expect(line.media.streams).toMatchObject([{ stopped: false }]);
    });
});

test('one status after the other', async () => {
    await line.signIn();
    onCode(answers);
    tell(READY);
    tell(LUNCH);
    await line.settle();
    expect(line.bob.received).toEqual([]);
    await line.pass(3_000);
    expect(told).toEqual(['*45 taken', 'not-ready/lunch taken']);
    tell(SIGNED_OUT);
    await line.settle();
    expect(told).toHaveLength(3);
});

test.each<StatusSignal>([
    { by: 'call', dialString: '*45@elsewhere' },
    { by: 'message', extension: '', text: 'ready' }
])('%j cannot be told', async (signal) => {
    await line.signIn();
    expect(await line.alice.tellStatus(signal)).toBe(false);
    expect(line.network.messages).toEqual([]);
});

test('without a line or a connection nothing is told', async () => {
    expect(await line.alice.tellStatus(LUNCH)).toBe(false);
    await line.signIn();
    line.network.drop();
    line.forget();
    expect(await line.alice.tellStatus(LUNCH)).toBe(false);
    expect(line.network.messages).toEqual([]);
});

describe('Alice signs out', () => {
    test('what she told just before still goes out, before she unregisters', async () => {
        await line.signIn();
        tell(SIGNED_OUT);
        await line.alice.signOut();
        expect(told).toEqual(['signed-out taken']);
        expect(line.network.messages).toEqual(['> MESSAGE', '< 202 MESSAGE', '> REGISTER', '< 200 REGISTER']);
    });

    test('what she told earlier gives way to it', async () => {
        await line.signIn();
        onCode(answers);
        tell(READY);
        await line.until(() => codes[0]?.state === SessionState.Established);
        await line.settle();
        tell(LUNCH);
        tell(SIGNED_OUT);
        await line.alice.signOut();
        expect(told.sort()).toEqual(['*45 taken', 'not-ready/lunch not taken', 'signed-out taken']);
        expect(line.bob.received).toEqual([['status', 'signed-out', 'text/plain']]);
        expect(codes[0]?.state).toBe(SessionState.Terminated);
    });

    test.each<[string, StatusSignal]>([
        ['MESSAGE', SIGNED_OUT],
        ['call', { by: 'call', dialString: '*47' }]
    ])('a PBX that does not answer her %s is waited for two seconds', async (_by, signal) => {
        await line.signIn();
        onCode(rings);
        line.bob.answersMessages = 'nothing';
        tell(signal);
        const done = line.alice.signOut();
        await line.settle();
        await line.pass(1_999);
        expect(line.types).toEqual([]);
        await line.pass(1);
        await done;
        expect(told).toHaveLength(1);
        expect(told[0]).toMatch(/ not taken$/);
        expect(line.types).toEqual(['registration-unregistered', 'connection-closed']);
        expect(line.clock.pending).toBe(0);
    });

    test('a feature code that talks on is hung up', async () => {
        await line.signIn();
        onCode(answers);
        tell({ by: 'call', dialString: '*47' });
        const done = line.alice.signOut();
        await line.settle();
        await line.pass(2_000);
        await done;
        expect(told).toEqual(['*47 taken']);
        expect(codes[0]?.state).toBe(SessionState.Terminated);
    });

    test('nothing is told any more', async () => {
        await line.signIn();
        line.bob.answersMessages = 'nothing';
        tell(LUNCH);
        const done = line.alice.signOut();
        expect(await line.alice.tellStatus(SIGNED_OUT)).toBe(false);
        await line.pass(2_000);
        await done;
        expect(line.bob.received).toHaveLength(1);
    });
});
