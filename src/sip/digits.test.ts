import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answersNext, Conversation } from './conversation.fake';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
});

afterEach(() => Conversation.end());

function withoutTones(): void {
    const media = line.mediaSessions[0];
    if (media) media.takesTones = false;
}

describe('digits in a call', () => {
    test('go into the audio where the other side takes them there', async () => {
        await line.talk();
        line.alice.sendDigits('c1', '1*#');
        line.alice.sendDigits('c1', '4');
        await line.settle();
        expect(line.mediaSessions[0]?.tones).toBe('1*#4');
        expect(line.network.messages).toEqual([]);
    });

    test('are told by INFO otherwise, one after the other', async () => {
        const bob = await line.talk();
        withoutTones();
        const told = answersNext(bob, 'onInfo', 200, 200, 200);
        line.alice.sendDigits('c1', '5*#');
        await line.until(() => told.length === 3);
        await line.settle();
        expect(told.map(({ message }) => message.body)).toEqual(['5', '*', '#'].map((digit) => `Signal=${digit}\r\nDuration=160`));
        expect(told[0]?.message.getHeader('content-type')).toBe('application/dtmf-relay');
        expect(line.network.messages).toEqual(Array(3).fill(['> INFO', '< 200 INFO']).flat());
    });

    test('that are refused keep no other from its turn', async () => {
        const bob = await line.talk();
        withoutTones();
        const told = answersNext(bob, 'onInfo', 415, 200);
        line.alice.sendDigits('c1', '12');
        await line.until(() => told.length === 2);
        expect(line.log.find(({ message }) => message === 'A digit was refused')?.fields).toEqual({ callId: 'c1', statusCode: 415 });
        expect(line.events).toEqual([]);
    });

    test('wait for a hold that is under way', async () => {
        const bob = await line.talk();
        withoutTones();
        answersNext(bob, 'onInfo', 200);
        line.alice.hold('c1');
        line.alice.sendDigits('c1', '1');
        await line.until(() => line.network.messages.includes('< 200 INFO'));
        expect(line.network.messages).toEqual(['> INVITE', '< 200 INVITE', '> ACK', '> INFO', '< 200 INFO']);
    });

    test('for a call that the PBX does not know any more end it', async () => {
        const bob = await line.talk();
        withoutTones();
        answersNext(bob, 'onInfo', 481);
        line.alice.sendDigits('c1', '12');
        await line.until(() => line.saw('call-ended'));
        await line.settle();
        expect(line.endings).toEqual([{ by: 'remote', cause: 'hung-up' }]);
        expect(line.network.messages.filter((message) => message === '> INFO')).toHaveLength(1);
    });

    test('of a call that is not there go nowhere', () => {
        line.alice.sendDigits('nobody', '1');
        expect(line.network.messages).toEqual([]);
    });
});

test('what a call sends can be changed without telling Bob', async () => {
    await line.talk();
    const track = {} as MediaStreamTrack;
    await line.media.outgoing.get('c1')?.replace(track);
    expect(line.mediaSessions[0]?.track).toBe(track);
    expect(line.network.messages).toEqual([]);
});
