/** Labels, auto-answer, queue, pickup, supervisor codes and presence, seen by phones in SIP; see smoke.ts. */
/* eslint-disable @typescript-eslint/no-floating-promises -- the runner itself waits for what `describe` and `test` return */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Inviter, type Invitation } from 'sip.js';
import { alice, bob, carol, daisuke, queueExtension, type TestPbx } from './index';
import { SilentOffice } from './silent-office';
import { ended, type SilentPhone } from './silent-phone';

describe('what the PBX does besides connecting', { timeout: 60_000 }, () => {
    let office: SilentOffice;
    let pbx: TestPbx;
    let alicesPhone: SilentPhone;
    let bobsPhone: SilentPhone;
    let carolsPhone: SilentPhone;

    before(async () => {
        office = await SilentOffice.open();
        ({ pbx } = office);
        alicesPhone = await office.phone(alice);
        bobsPhone = await office.phone(bob);
        carolsPhone = await office.phone(carol);
    });

    afterEach(() => office.reset());

    after(() => office.close());

    const headers = ({ request }: Invitation) =>
        Object.fromEntries(
            ['X-Dialled-Number', 'X-Business-Label', 'X-Queue-Name', 'Call-Info', 'Alert-Info'].flatMap((name) => {
                const value = request.getHeader(name);
                return value === undefined ? [] : [[name, value]];
            })
        );

    const callInfo = { 'Call-Info': '<sip:pbx>;answer-after=0' };
    const alertInfo = { 'Alert-Info': '<http://pbx>;info=alert-autoanswer' };
    const label = '営業, "東京" ; 5% ${EXTEN} 😀';
    const marks = [
        [{}, {}],
        [
            { label, queue: '販売' },
            { 'X-Business-Label': label, 'X-Queue-Name': '販売' }
        ],
        [{ dialledNumber: '0120000111' }, { 'X-Dialled-Number': '0120000111' }],
        [{ autoAnswer: 'call-info' }, callInfo],
        [{ autoAnswer: 'alert-info' }, alertInfo],
        [{ autoAnswer: true }, { ...callInfo, ...alertInfo }],
        [{ autoAnswer: false }, {}]
    ] as const;
    for (const [options, expected] of marks) {
        test(`marks a call with ${JSON.stringify(options)}`, async () => {
            await pbx.ring({ extension: bob.number, ...options });
            assert.deepEqual(headers(await bobsPhone.nextInvitation()), { 'X-Dialled-Number': '0350001002', ...expected });
        });
    }

    test('marks a caller who withholds the number', async () => {
        await pbx.ring({ extension: bob.number, callerName: '鈴木 一郎' });
        const { request } = await bobsPhone.nextInvitation();
        assert.equal(request.from.uri.user, 'anonymous');
        assert.equal(request.getHeader('Privacy'), 'id');
    });

    test('does not pass on a label with a line break', async () => {
        await assert.rejects(pbx.ring({ extension: bob.number, label: 'a\r\nX-Evil: 1' }), { reason: 'bad-argument' });
    });

    const answeredElsewhere = ['SIP;cause=200;text="Call completed elsewhere"', 'Q.850;cause=26'];

    function reasonsOfCancel(invitation: Invitation): Promise<readonly string[]> {
        return new Promise((resolve) => {
            invitation.delegate = { onCancel: ({ request }) => resolve(request?.getHeaders('Reason') ?? []) };
        });
    }

    for (const how of ['from outside', 'by a colleague', 'by its number'] as const) {
        test(`the queue, called ${how}, rings both agents; one answers, the other is told so`, async () => {
            const call =
                how === 'from outside'
                    ? await pbx.ring({ extension: queueExtension, callerNumber: '0312345678' })
                    : await alicesPhone.call(how === 'by a colleague' ? queueExtension : '0350000500');
            const [atBob, atCarol] = [await bobsPhone.nextInvitation(), await carolsPhone.nextInvitation()];
            const marked = { 'X-Business-Label': 'サポート窓口', 'X-Queue-Name': 'support' };
            assert.deepEqual(headers(atCarol), how === 'by a colleague' ? marked : { 'X-Dialled-Number': '0350000500', ...marked });
            const reasons = reasonsOfCancel(atBob);
            await atCarol.accept();
            assert.deepEqual(await reasons, answeredElsewhere);
            await ended(atBob);
            await (call instanceof Inviter ? call.bye() : 'hangUp' in call && call.hangUp());
            await ended(atCarol);
        });
    }

    for (const code of ['*8', '*81002']) {
        test(`${code} picks Bob’s call up, who is told so`, async () => {
            const caller = await pbx.ring({ extension: bob.number, callerNumber: '0312345678' });
            const invitation = await bobsPhone.nextInvitation();
            const reasons = reasonsOfCancel(invitation);
            const call = await carolsPhone.call(code);
            assert.ok(call instanceof Inviter);
            assert.equal(await caller.answered(), true);
            assert.deepEqual(await reasons, answeredElsewhere);
            await ended(invitation);
            await caller.hangUp();
            await ended(call);
        });

        test(`${code} with nothing to pick up is refused`, async () => {
            assert.deepEqual(await carolsPhone.call(code), { status: 403, cause: 21 });
        });
    }

    test('a second call for an agent who talks rings too', async () => {
        await pbx.ring({ extension: bob.number });
        await (await bobsPhone.nextInvitation()).accept();
        await pbx.ring({ extension: bob.number, callerNumber: '0311112222' });
        assert.equal((await bobsPhone.nextInvitation()).request.from.uri.user, '0311112222');
    });

    for (const code of ['*55', '*56', '*57']) {
        test(`${code} reaches an agent in a call, and ends with that call`, async () => {
            assert.deepEqual(await carolsPhone.call(`${code}${bob.number}`), { status: 480, cause: 20 });
            const caller = await pbx.ring({ extension: bob.number });
            await (await bobsPhone.nextInvitation()).accept();
            // the supervisor's code goes by this state, not by the call
            await alicesPhone.seesPresence(bob.number, 'On the phone');
            const supervision = await carolsPhone.call(`${code}${bob.number}`);
            assert.ok(supervision instanceof Inviter);
            await caller.hangUp();
            await ended(supervision);
        });
    }

    test('tells phones the state of a colleague', async () => {
        await alicesPhone.seesPresence(daisuke.number, 'Unavailable');
        await alicesPhone.seesPresence(bob.number, 'Ready');
        const caller = await pbx.ring({ extension: bob.number });
        const invitation = await bobsPhone.nextInvitation();
        await invitation.progress();
        await alicesPhone.seesPresence(bob.number, 'Ringing');
        await invitation.accept();
        await caller.answered();
        await alicesPhone.seesPresence(bob.number, 'On the phone');
    });
});
