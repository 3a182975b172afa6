import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LineState } from '../telephony/transfer';
import { Conversation } from './conversation.fake';
import { readDialogInfo, readPresence } from './line-documents';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const dialogs = (...states: string[]): string =>
    `${XML}<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="0" state="full" entity="sip:1003@pbx">\n${states
        .map(
            (state) =>
                ` <dialog id="1003" direction="recipient"><remote><identity>sip:1@pbx</identity></remote>\n <state>${state}</state></dialog>\n`
        )
        .join('')}</dialog-info>\n`;
const presence = (basic: string, activity = ''): string =>
    `${XML}<presence entity="sip:1003@pbx" xmlns="urn:ietf:params:xml:ns:pidf">\n <note>Ready</note>\n <tuple id="1003"><status><basic>${basic}</basic></status></tuple>\n` +
    `<dm:person><rpid:activities>${activity}</rpid:activities></dm:person></presence>\n`;

describe('documents about lines', () => {
    test.each([
        [dialogs(), 'idle'],
        [dialogs('terminated'), 'idle'],
        [dialogs('early'), 'ringing'],
        [dialogs('terminated', 'early'), 'ringing'],
        [dialogs('early', 'confirmed'), 'busy'],
        [dialogs('trying'), 'busy'],
        [dialogs('exploded'), null],
        [presence('open'), null],
        ['', null],
        ['<dialog-info>', null],
        [`<!DOCTYPE x [<!ENTITY a "b">]>${dialogs()}`, null],
        [dialogs() + ' '.repeat(30_000), null],
        [`<dialog-info>${'<state'.repeat(3_000)}</dialog-info>`, 'idle']
    ])('dialogs: %.60j is %j', (body, state) => expect(readDialogInfo(body)).toBe(state));

    test.each([
        [presence('open'), 'idle'],
        [presence('closed'), 'offline'],
        [presence('open', '<rpid:busy/>'), 'busy'],
        [presence('open', '<ep:on-the-phone/>'), 'busy'],
        [presence('ajar'), null],
        [dialogs(), null],
        ['<html><basic>open</basic></html>', null]
    ])('presence: %.60j is %j', (body, state) => expect(readPresence(body)).toBe(state));
});

describe('Alice asks what line 1003 is doing', () => {
    let line: Conversation;

    beforeEach(async () => {
        line = await Conversation.begin();
    });

    afterEach(() => Conversation.end());

    async function ask(told: Record<string, string | number | null>): Promise<LineState> {
        line.bob.onSubscribe = (event) => told[event] ?? null;
        const state = line.alice.lineState('1003');
        await line.settle();
        line.clock.advance(1_000);
        return state;
    }

    test.each<[Record<string, string | number | null>, LineState]>([
        [{ dialog: dialogs(), presence: presence('open') }, 'idle'],
        [{ dialog: dialogs('terminated'), presence: presence('closed') }, 'offline'],
        [{ dialog: dialogs('confirmed'), presence: presence('closed') }, 'busy'],
        [{ dialog: dialogs('early'), presence: presence('open', '<ep:busy/>') }, 'ringing'],
        [{ dialog: 489, presence: presence('closed') }, 'offline'],
        [{ dialog: dialogs('early'), presence: 489 }, 'ringing'],
        [{ dialog: 404, presence: 404 }, 'unknown'],
        [{ dialog: null, presence: null }, 'unknown'],
        [{ dialog: dialogs('early'), presence: null }, 'ringing'],
        [{ dialog: 'nonsense', presence: '<x/>' }, 'unknown']
    ])('told %j: %s', async (told, state) => {
        await line.signIn();
        expect(await ask(told)).toBe(state);
    });

    test('and does not stay subscribed', async () => {
        await line.signIn();
        await ask({ dialog: dialogs(), presence: presence('open') });
        await line.settle();
        expect(line.network.messages.filter((message) => message === '> SUBSCRIBE')).toHaveLength(4);
    });

    test('and gets no answer within a second', async () => {
        await line.signIn();
        line.bob.onSubscribe = () => null;
        let state: LineState | null = null;
        const ask = async (): Promise<void> => {
            state = await line.alice.lineState('1003');
        };
        void ask();
        await line.settle();
        line.clock.advance(999);
        await line.settle();
        expect(state).toBeNull();
        line.clock.advance(1);
        await line.settle();
        expect(state).toBe('unknown');
    });

    test('and the connection breaks', async () => {
        await line.signIn();
        line.bob.onSubscribe = () => null;
        const state = line.alice.lineState('1003');
        await line.settle();
        line.network.drop();
        line.clock.advance(1_000);
        expect(await state).toBe('unknown');
    });

    test.each(['', '1003@elsewhere', 'a b'])('%j is no line', async (extension) => {
        await line.signIn();
        expect(await line.alice.lineState(extension)).toBe('unknown');
        expect(line.network.messages).toEqual([]);
    });

    test('signed out, nothing is known', async () => expect(await line.alice.lineState('1003')).toBe('unknown'));
});
