/**
 * What the PBX promises, seen by phones in SIP: `npm run test:pbx` runs each smoke*.ts (fetches Asterisk where that has not been done).
 * Not unit tests, hence not named so. The run ends by force: sip.js leaves timers of its phones behind for minutes.
 */
/* eslint-disable @typescript-eslint/no-floating-promises -- the runner itself waits for what `describe` and `test` return */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Inviter, type Invitation } from 'sip.js';
import { alice, bob, carol, customer, daisuke, hangsUpAfter, outsideNumbers, TestPbx, until, type DialledNumber } from './index';
import { SilentOffice } from './silent-office';
import { ended, SilentPhone } from './silent-phone';

describe('the test PBX', { timeout: 60_000 }, () => {
    let office: SilentOffice;
    let pbx: TestPbx;
    let aliceCalls: SilentPhone;
    let bobIsCalled: SilentPhone;

    before(async () => {
        office = await SilentOffice.open();
        ({ pbx } = office);
        assert.deepEqual(await pbx.logProblems(), []);
        aliceCalls = await office.phone(alice);
        bobIsCalled = await office.phone(bob);
    });

    afterEach(() => office.reset());

    after(() => office.close());

    test('turns away a wrong password and an unknown user', async () => {
        for (const phone of [new SilentPhone(carol, pbx.wsUrl, 'wrong'), new SilentPhone({ ...carol, user: '1999' }, pbx.wsUrl)]) {
            assert.equal(await phone.register(), 401);
            await phone.close();
        }
    });

    const refusals = [
        ['busy', outsideNumbers.busy, 486, 17],
        ['no answer', outsideNumbers.noAnswer, 480, 19],
        ['unassigned', outsideNumbers.unassigned, 404, 1],
        ['unavailable', outsideNumbers.unavailable, 480, 20],
        ['declined', outsideNumbers.declines, 403, 21],
        ['a colleague without a phone', carol.number, 480, 20],
        ['no such extension', '8101', 404, 1],
        ['a number not in national form', '+819012345678', 404, 1]
    ] as const;
    for (const [what, number, status, cause] of refusals) {
        test(`tells Alice: ${what}`, async () => {
            assert.deepEqual(await aliceCalls.call(number), { status, cause });
        });
    }

    const answering = {
        tone: outsideNumbers.tone,
        echo: outsideNumbers.echo,
        silence: outsideNumbers.saysNothing,
        police: outsideNumbers.police,
        'fire and ambulance': outsideNumbers.fireAndAmbulance,
        'any mobile number': '08011112222',
        'a number abroad': '010441632960000',
        'the customer, whose own phone is off': customer.number
    };
    for (const [what, number] of Object.entries(answering)) {
        test(`answers Alice: ${what}`, async () => {
            assert.ok((await aliceCalls.call(number)) instanceof Inviter);
            let last: DialledNumber | undefined;
            await until(
                () => `${number} by ${alice.user} on record; the last was ${last?.number ?? 'nothing'} by ${last?.by ?? 'nobody'}`,
                async () => {
                    last = (await pbx.dialled()).at(-1);
                    return last?.number === number && last.by === alice.user;
                }
            );
        });
    }

    test('hangs up on Alice', async () => {
        const call = await aliceCalls.call(hangsUpAfter(1));
        assert.ok(call instanceof Inviter);
        await ended(call);
    });

    for (const [status, passedOn, cause] of [
        [486, 486, 17],
        [600, 486, 17],
        [603, 403, 21],
        [480, 480, 19]
    ] as const) {
        test(`Alice calls Bob, who refuses with ${status}: she gets ${passedOn} and cause ${cause}`, async () => {
            const outcome = aliceCalls.call(bob.number);
            await (await bobIsCalled.nextInvitation()).reject({ statusCode: status });
            assert.deepEqual(await outcome, { status: passedOn, cause });
        });
    }

    const from = ({ request }: Invitation) => `${request.from.displayName} ${request.from.uri.user ?? ''}`;

    test('a customer calls Bob, who declines', async () => {
        const caller = await pbx.ring({ extension: bob.number, callerNumber: '0312345678', callerName: '鈴木 一郎' });
        const invitation = await bobIsCalled.nextInvitation();
        assert.equal(from(invitation), '鈴木 一郎 0312345678');
        await invitation.reject({ statusCode: 603 });
        assert.equal(await caller.answered(), false);
        assert.deepEqual(await caller.ended(), { answered: false, cause: 21 });
    });

    test('a caller’s name may hold anything', async () => {
        const callerName = `<img src=x onerror="alert(1)">, \\ \${EXTEN} $[1] ; 'é' 😀`;
        const caller = await pbx.ring({ extension: bob.number, callerNumber: '+819012345678', callerName });
        const invitation = await bobIsCalled.nextInvitation();
        // RFC 3261 section 25.1: a quoted-string escapes the quotation mark and the backslash
        const quoted = callerName.replace(/["\\]/g, '\\$&');
        assert.equal(invitation.request.getHeader('P-Asserted-Identity'), `"${quoted}" <sip:+819012345678@pbx.test>`);
        await caller.hangUp();
    });

    test('an anonymous caller hangs up before Bob answers', async () => {
        const caller = await pbx.ring({ extension: bob.number });
        const invitation = await bobIsCalled.nextInvitation();
        assert.equal(from(invitation), 'Anonymous anonymous');
        assert.deepEqual(await caller.hangUp(), { answered: false, cause: 16 });
        await ended(invitation);
    });

    test('Bob does not answer a caller', async () => {
        const caller = await pbx.ring({ extension: bob.number, callerNumber: '0312345678', ringSeconds: 1 });
        await ended(await bobIsCalled.nextInvitation());
        assert.deepEqual(await caller.ended(), { answered: false, cause: 19 });
    });

    for (const side of ['Bob', 'the caller'] as const) {
        test(`Bob answers a caller, ${side} hangs up`, async () => {
            const caller = await pbx.ring({ extension: bob.number, callerNumber: '0312345678' });
            const invitation = await bobIsCalled.nextInvitation();
            await invitation.accept();
            assert.equal(await caller.answered(), true);
            await (side === 'Bob' ? invitation.bye() : caller.hangUp());
            await ended(invitation);
            assert.deepEqual(await caller.ended(), { answered: true, cause: 16 });
        });
    }

    test('the customer’s own phone is called and calls back', async () => {
        const customerPhone = new SilentPhone(customer, pbx.wsUrl);
        await customerPhone.register();
        const outcome = aliceCalls.call(customer.number);
        await (await customerPhone.nextInvitation()).reject({ statusCode: 486 });
        assert.deepEqual(await outcome, { status: 486, cause: 17 });

        const callBack = customerPhone.call('0350001002');
        const invitation = await bobIsCalled.nextInvitation();
        assert.equal(from(invitation), `${customer.displayName} ${customer.number}`);
        await invitation.reject({ statusCode: 486 });
        assert.deepEqual(await callBack, { status: 486, cause: 17 });
        await customerPhone.close();
    });

    test('two PBXs run side by side, and one is stopped in mid-call', async () => {
        const other = await TestPbx.start();
        assert.deepEqual(await other.logProblems(), []);
        const phone = new SilentPhone(daisuke, other.wsUrl);
        await phone.register();
        const caller = await other.ring({ extension: daisuke.number, callerNumber: '0312345678' });
        const invitation = await phone.nextInvitation();
        await invitation.accept();
        await caller.answered();
        assert.equal((await pbx.channels()).length, 0);
        await other.stop();
        await ended(invitation);
        assert.deepEqual(await caller.ended(), { answered: true, cause: 0 });
        await assert.rejects(other.channels(), { reason: 'not-running' });
        assert.equal((await pbx.channels()).length, 0);
    });

    test('says what is wrong with an inbound call', async () => {
        await assert.rejects(pbx.ring({ extension: '1009' }), { reason: 'bad-argument' });
        await assert.rejects(pbx.ring({ extension: '1001', callerNumber: '090-1234' }), { reason: 'bad-argument' });
        await assert.rejects(TestPbx.start({ ports: { ws: pbx.ports.ws } }), { reason: 'port-taken' });
    });

    test('has nothing to complain about after all that', async () => {
        assert.deepEqual(await pbx.logProblems(), []);
    });
});
