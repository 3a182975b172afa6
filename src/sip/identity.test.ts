import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Conversation } from './conversation.fake';

let line: Conversation;

beforeEach(async () => {
    line = await Conversation.begin();
    await line.signIn();
});

afterEach(() => Conversation.end());

const identities = (): unknown[] => line.events.flatMap((event) => (event.type === 'call-identified' ? [event.remote] : []));
const bobby = 'P-Asserted-Identity: "Bobby" <sip:1002@pbx>';
const carol = 'P-Asserted-Identity: "鈴木 Carol" <sip:1003@pbx>';

describe('who is at the other end', () => {
    test('is told while it rings, and not again with the answer', async () => {
        await line.dial((bob) => {
            void bob.progress({ extraHeaders: [bobby] });
            void bob.accept({ extraHeaders: [bobby] });
        });
        await line.until(() => line.saw('call-connected'));
        await line.settle();
        expect(identities()).toEqual([{ number: '1002', displayName: 'Bobby' }]);
        expect(line.types.indexOf('call-ringing')).toBeLessThan(line.types.indexOf('call-identified'));
    });

    test('is told by the answer', async () => {
        await line.dial((bob) => void bob.accept({ extraHeaders: [carol] }));
        await line.until(() => line.saw('call-identified'));
        expect(line.types).toEqual(['call-connected', 'call-identified']);
    });

    test.each(['outbound', 'inbound'])('changes in the middle of an %s call', async (direction) => {
        const bob = direction === 'inbound' ? await line.talkInbound() : await line.talk();
        for (const header of [carol, carol, bobby]) {
            await bob.invite({ requestOptions: { extraHeaders: [header] } });
            await line.settle();
        }
        expect(identities()).toEqual([
            { number: '1003', displayName: '鈴木 Carol' },
            { number: '1002', displayName: 'Bobby' }
        ]);
    });

    test('is no news when it is the caller as she was offered', async () => {
        const bob = await line.talkInbound([bobby]);
        await bob.invite({ requestOptions: { extraHeaders: [bobby] } });
        await line.settle();
        expect(identities()).toEqual([]);
    });

    test.each([['"Alice" <sip:1001@pbx>'], ['nonsense'], ['<sip:unavailable@pbx>'], ['"<script>" <sip:@pbx>']])(
        'stays as it is when the PBX says %s',
        async (identity) => {
            const bob = await line.talk();
            await bob.invite({ requestOptions: { extraHeaders: [`P-Asserted-Identity: ${identity}`] } });
            await line.settle();
            expect(line.events).toEqual([]);
        }
    );
});

describe('a party who does not want to be named', () => {
    const withheld = { number: null, displayName: null, absence: 'withheld' };
    const hidden = [
        ['Privacy: id', carol],
        ['Privacy: id', 'P-Asserted-Identity: <sip:pbx.test>'],
        ['P-Asserted-Identity: "Anonymous" <sip:anonymous@anonymous.invalid>']
    ];

    test.each(hidden)('takes the place of a colleague: %s %s', async (...headers) => {
        const colleague = await line.talkInbound([bobby]);
        for (let times = 0; times < 2; times += 1) {
            await colleague.invite({ requestOptions: { extraHeaders: headers } });
            await line.settle();
        }
        expect(identities()).toEqual([withheld]);
    });

    test('transfers the call to somebody who has a name', async () => {
        const bob = await line.talkInbound(['Privacy: id', bobby]);
        await bob.invite({ requestOptions: { extraHeaders: [carol] } });
        await line.settle();
        expect(identities()).toEqual([{ number: '1003', displayName: '鈴木 Carol' }]);
    });

    test.each(hidden)('is known by the number that was dialled: %s %s', async (...extraHeaders) => {
        const bob = await line.dial((invitation) => {
            void invitation.progress({ extraHeaders });
            void invitation.accept({ extraHeaders });
        });
        await line.until(() => line.saw('call-connected'));
        await line.settle();
        // the PBX repeats itself, which is no transfer
        await bob.invite({ requestOptions: { extraHeaders } });
        await line.settle();
        expect(identities()).toEqual([]);
    });

    test.each(hidden)('calls: %s %s', async (...headers) => {
        await line.bob.call([...headers]).invite();
        await line.until(() => line.saw('call-offered'));
        expect(line.events[0]).toMatchObject({ type: 'call-offered', remote: withheld });
        expect(JSON.stringify([line.events, line.log])).not.toContain('1003');
    });
});

describe('what the PBX tells about an inbound call', () => {
    async function offer(headers: string[]): Promise<unknown> {
        await line.bob.call(headers).invite();
        await line.until(() => line.saw('call-offered'));
        return line.events[0];
    }

    test('arrives with it', async () => {
        const headers = [
            'X-Dialled-Number: 0350001001',
            'X-Business-Label: サポート窓口',
            'X-Queue-Name: support',
            'X-Denwa-Return: transfer;reason=busy;target=1003',
            'Call-Info: <sip:pbx>;answer-after=0'
        ];
        expect(await offer(headers)).toMatchObject({
            details: { dialledNumber: '0350001001', businessLabel: 'サポート窓口', queue: 'support' },
            returned: { kind: 'transfer', target: '1003', cause: 'busy' },
            autoAnswerAfter: 0
        });
    });

    test('is nothing for an ordinary call', async () => {
        expect(await offer([])).toMatchObject({
            details: { dialledNumber: null, businessLabel: null, queue: null },
            returned: null,
            autoAnswerAfter: null
        });
    });

    test('a return that makes no sense is logged, and the call rings', async () => {
        expect(await offer(['X-Denwa-Return: <script>'])).toMatchObject({ returned: null });
        expect(line.log.map(({ message }) => message)).toContain('A return header makes no sense');
    });
});
