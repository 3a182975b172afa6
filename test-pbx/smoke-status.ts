/** What agents tell of themselves: their status and their number; and the echo. Seen by phones in SIP; see smoke.ts. */
/* eslint-disable @typescript-eslint/no-floating-promises -- the runner itself waits for what `describe` and `test` return */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Inviter } from 'sip.js';
import {
    alice,
    bob,
    carol,
    customer,
    directNumber,
    echoExtension,
    notifiedNumberPrefix,
    notifiedNumbers,
    outsideNumbers,
    queueExtension,
    until,
    type Account,
    type PresentedNumber,
    type QueueMember,
    type TestPbx
} from './index';
import { SilentOffice } from './silent-office';
import { ended, SilentPhone } from './silent-phone';

describe('what agents tell of themselves', { timeout: 60_000 }, () => {
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

    // app_queue warns of agents who are not in the queue, and of those who cannot leave it
    after(() => office.close(/app_queue\.c: (Attempt to (un)?pause interface .*, not found|Unable to remove interface )/));

    const phoneOf = (account: Account) => (account === alice ? alicesPhone : bobsPhone);

    async function dials(account: Account, code: string): Promise<void> {
        const call = await phoneOf(account).call(code);
        assert.ok(call instanceof Inviter);
        await ended(call);
    }

    async function writes(account: Account, text: string): Promise<void> {
        assert.equal(await phoneOf(account).write('status', text), 202);
    }

    /** The queue sees the agent like this, undefined: not at all; a MESSAGE is accepted an instant before it is read. */
    async function isInQueue({ user }: Account, expected: Omit<QueueMember, 'agent'> | undefined): Promise<void> {
        let member: QueueMember | undefined;
        await until(
            () => `${user} to be ${JSON.stringify(expected)} in the queue, was ${JSON.stringify(member)}`,
            async () => {
                member = (await pbx.queueMembers()).find(({ agent }) => agent === user);
                return JSON.stringify(member) === JSON.stringify(expected && { agent: user, ...expected });
            }
        );
    }

    const dynamic = { membership: 'dynamic', paused: false, reason: '' } as const;
    const byConfiguration = { membership: 'static', paused: false, reason: '' } as const;

    test('at first the agents of queues.conf are in the queue', async () => {
        assert.deepEqual(await pbx.queueMembers(), [
            { agent: bob.user, ...byConfiguration },
            { agent: carol.user, ...byConfiguration }
        ]);
    });

    const ways = [
        ['by code', dials, { ready: '*45', pause: '*46', signedOut: '*47' }, ''],
        ['by message', writes, { ready: 'ready', pause: 'not-ready/昼休み (12:30)', signedOut: 'signed-out' }, '昼休み (12:30)'],
        ['by message after a call', writes, { ready: 'ready', pause: 'wrap-up', signedOut: 'signed-out' }, '']
    ] as const;
    for (const [way, tell, { ready, pause, signedOut }, reason] of ways) {
        test(`${way}: Alice logs into the queue, pauses, comes back and logs out`, async () => {
            for (const round of ['in', 'again']) {
                await tell(alice, ready);
                await isInQueue(alice, dynamic);
                if (round === 'in') await tell(alice, ready);
            }
            await isInQueue(alice, dynamic);
            await tell(alice, pause);
            await isInQueue(alice, { ...dynamic, paused: true, reason });
            await tell(alice, ready);
            await isInQueue(alice, dynamic);
            await tell(alice, signedOut);
            await isInQueue(alice, undefined);
        });

        test(`${way}: Bob, whose place in the queue is configured, only pauses`, async () => {
            for (const status of [pause, signedOut]) {
                await tell(bob, status);
                await isInQueue(bob, { ...byConfiguration, paused: true, reason: status === pause ? reason : '' });
                await tell(bob, ready);
                await isInQueue(bob, byConfiguration);
            }
        });
    }

    test('who is in no queue cannot pause or log out', async () => {
        for (const code of ['*46', '*47']) assert.deepEqual(await alicesPhone.call(code), { status: 404, cause: 1 });
    });

    test('other messages tell the queue nothing', async () => {
        for (const text of ['steady', '"', '/ready', 'not ready', 'ready:Hangup(1)', 'not-ready']) await writes(alice, text);
        assert.equal(await alicesPhone.write(bob.number, 'ready'), 404);
        await writes(bob, 'not-ready');
        await isInQueue(bob, { ...byConfiguration, paused: true });
        await isInQueue(alice, undefined);
    });

    test('the name that a phone gives itself is not taken for its number', async () => {
        const phone = new SilentPhone(alice, pbx.wsUrl, alice.password, '<sip:1002@pbx.test>: 1003@');
        await phone.register();
        await phone.write('status', 'ready');
        await isInQueue(alice, dynamic);
        await phone.close();
    });

    test('the queue rings Alice while she is logged in, and Bob not while he pauses', async () => {
        await dials(alice, '*45');
        await dials(bob, '*46');
        const caller = await pbx.ring({ extension: queueExtension });
        const atCarol = await carolsPhone.nextInvitation();
        const atAlice = await alicesPhone.nextInvitation();
        await dials(alice, '*46');
        await dials(bob, '*45');
        // the queue rings its agents anew, all who are free
        await Promise.all([atAlice.reject({ statusCode: 486 }), atCarol.reject({ statusCode: 486 })]);
        await bobsPhone.nextInvitation();
        await caller.hangUp();
    });

    async function isOnRecord(expected: PresentedNumber): Promise<void> {
        await until(
            () => `${JSON.stringify(expected)} on record`,
            async () => JSON.stringify((await pbx.presented()).at(-1)) === JSON.stringify(expected)
        );
    }

    /** What a customer's phone is shown of Alice's call, and the PBX has on record. */
    async function presentedBy(dialled: string, headers: readonly string[]): Promise<string | undefined> {
        const customersPhone = new SilentPhone(customer, pbx.wsUrl);
        await customersPhone.register();
        const outcome = alicesPhone.call(dialled, headers);
        const invitation = await customersPhone.nextInvitation();
        const presented = invitation.request.from.uri.user;
        await invitation.reject({ statusCode: 486 });
        assert.deepEqual(await outcome, { status: 486, cause: 17 });
        await isOnRecord({ by: alice.user, number: customer.number, presented: presented ?? '' });
        await customersPhone.close();
        return presented;
    }

    const own = directNumber(alice.number);
    const wish = (number: string) => [`P-Preferred-Identity: <sip:${number}@pbx.test>`];
    const presentations = [
        ['no wish', [], own],
        [notifiedNumbers[0], wish(notifiedNumbers[0]), notifiedNumbers[0]],
        [notifiedNumbers[1], wish(notifiedNumbers[1]), notifiedNumbers[1]],
        ['a number of somebody else', wish('0399999999'), own],
        ['part of a number', wish('0120'), own],
        ['no number', wish('.*'), own]
    ] as const;
    for (const [what, headers, expected] of presentations) {
        test(`a customer is called with ${what}: sees ${expected}`, async () => {
            assert.equal(await presentedBy(customer.number, headers), expected);
        });
    }

    test('the prefix presents the second number', async () => {
        assert.equal(await presentedBy(`${notifiedNumberPrefix}${customer.number}`, []), notifiedNumbers[1]);
    });

    test('the number for the outside is not shown inside', async () => {
        void alicesPhone.call(bob.number, wish(notifiedNumbers[0]));
        assert.equal((await bobsPhone.nextInvitation()).request.from.uri.user, alice.number);
    });

    test('an emergency call presents what was chosen', async () => {
        assert.ok((await alicesPhone.call(outsideNumbers.police, wish(notifiedNumbers[0]))) instanceof Inviter);
        await isOnRecord({ by: alice.user, number: outsideNumbers.police, presented: notifiedNumbers[0] });
        assert.deepEqual(await alicesPhone.call(`${notifiedNumberPrefix}${outsideNumbers.police}`), { status: 404, cause: 1 });
    });

    test('the echo answers', async () => {
        assert.ok((await alicesPhone.call(echoExtension)) instanceof Inviter);
        await until(
            () => 'the echo',
            async () => (await pbx.channels()).some(({ application }) => application === 'Echo')
        );
    });
});
