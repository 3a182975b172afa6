/** The record that a call is about goes from phone to phone, seen in SIP; see smoke.ts. */
/* eslint-disable @typescript-eslint/no-floating-promises -- the runner itself waits for what `describe` and `test` return */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Inviter, type Invitation, type Session } from 'sip.js';
import { alice, bob, carol, customer, daisuke, outsideNumbers, queueExtension, type TestPbx } from './index';
import { SilentOffice } from './silent-office';
import { ended, isLeftOver, type SilentPhone, type } from './silent-phone';

const HEADER = 'X-Denwa-Record';
// as long as they get: 80 Japanese characters
const record = `Contact/003000000000001AAA;name=${encodeURIComponent('山'.repeat(80))}`;
const about = [`${HEADER}: ${record}`];
const anotherRecord = 'Account/001000000000001AAA;name=ACME%20%22%3B;contact=003000000000002AAA';
const aboutAnother = [`${HEADER}: ${anotherRecord}`];

describe('the record that a call is about', { timeout: 60_000 }, () => {
    let office: SilentOffice;
    let pbx: TestPbx;
    let alicesPhone: SilentPhone;
    let bobsPhone: SilentPhone;
    let carolsPhone: SilentPhone;
    let customersPhone: SilentPhone;

    before(async () => {
        office = await SilentOffice.open();
        ({ pbx } = office);
        alicesPhone = await office.phone(alice);
        bobsPhone = await office.phone(bob);
        carolsPhone = await office.phone(carol);
        customersPhone = await office.phone(customer);
    });

    afterEach(() => office.reset());

    // the PBX tells of the transfer that it does not allow
    after(() => office.close(/Endpoint customer transfer attempt blocked/));

    const told = ({ request }: Invitation): string | undefined => request.getHeader(HEADER);

    async function customerTalksToAlice(): Promise<Session> {
        const caller = await pbx.ring({ extension: alice.number, callerNumber: '0312345678' });
        const invitation = await alicesPhone.nextInvitation();
        assert.equal(told(invitation), undefined);
        await invitation.accept();
        await caller.answered();
        await pbx.joined(1);
        return invitation;
    }

    async function takes(phone: SilentPhone): Promise<Invitation> {
        const invitation = await phone.nextInvitation();
        await invitation.accept();
        await pbx.joined(1);
        return invitation;
    }

    for (const [what, headers, expected] of [
        ['a record', about, record],
        ['no record', [], undefined]
    ] as const) {
        test(`Alice calls Bob about ${what}`, async () => {
            void alicesPhone.call(bob.number, headers);
            assert.equal(told(await bobsPhone.nextInvitation()), expected);
        });

        test(`Alice transfers a customer to Bob about ${what}`, async () => {
            await alicesPhone.refer(await customerTalksToAlice(), bob.number, headers);
            assert.equal(told(await bobsPhone.nextInvitation()), expected);
        });

        test(`Alice calls the queue about ${what}`, async () => {
            void alicesPhone.call(queueExtension, headers);
            assert.equal(told(await bobsPhone.nextInvitation()), expected);
            assert.equal(told(await carolsPhone.nextInvitation()), expected);
        });

        test(`Alice transfers a customer to the queue about ${what}`, async () => {
            await alicesPhone.refer(await customerTalksToAlice(), queueExtension, headers);
            assert.equal(told(await bobsPhone.nextInvitation()), expected);
        });
    }

    const calls = [
        ['of the queue', alice, () => pbx.ring({ extension: queueExtension, callerNumber: '0312345678' })],
        ['with a phone of his own', alice, () => customersPhone.call('0350001002')],
        ['who is a colleague', carol, () => alicesPhone.call(bob.number, about)]
    ] as const;
    for (const [who, { number }, call] of calls) {
        test(`Bob transfers a caller ${who}`, async () => {
            void call();
            await bobsPhone.refer(await takes(bobsPhone), number, aboutAnother);
            const target = number === alice.number ? alicesPhone : carolsPhone;
            assert.equal(told(await target.nextInvitation()), anotherRecord);
        });
    }

    test('Bob transfers somebody whom he has called', async () => {
        const call = await bobsPhone.call(outsideNumbers.talks);
        assert.ok(call instanceof Inviter);
        await pbx.joined(1);
        await bobsPhone.refer(call, carol.number, about);
        assert.equal(told(await carolsPhone.nextInvitation()), record);
    });

    for (const [what, headers, expected] of [
        ['another record', aboutAnother, anotherRecord],
        ['no record', [], undefined]
    ] as const) {
        test(`Bob transfers on, about ${what}: the first is forgotten`, async () => {
            await alicesPhone.refer(await customerTalksToAlice(), bob.number, about);
            await bobsPhone.refer(await takes(bobsPhone), carol.number, headers);
            assert.equal(told(await carolsPhone.nextInvitation()), expected);
        });
    }

    test('Bob transfers on by #1003: the first is forgotten', async () => {
        await alicesPhone.refer(await customerTalksToAlice(), bob.number, about);
        await type(await takes(bobsPhone), '#1003');
        assert.equal(told(await carolsPhone.nextInvitation()), undefined);
    });

    test('comes back with a caller whom nobody took', async () => {
        await alicesPhone.refer(await customerTalksToAlice(), daisuke.number, about);
        const back = await alicesPhone.nextInvitation();
        assert.match(back.request.getHeader('X-Denwa-Return') ?? '', /^transfer;/);
        assert.equal(told(back), record);
    });

    for (const [what, headers, expected] of [
        ['with a record', aboutAnother, anotherRecord],
        ['without one', [], undefined]
    ] as const) {
        test(`Bob parks a transferred caller ${what}`, async () => {
            await pbx.cli('dialplan set global PARK_SECONDS 1');
            await alicesPhone.refer(await customerTalksToAlice(), bob.number, about);
            const call = await takes(bobsPhone);
            await bobsPhone.refer(call, '778', headers);
            const back = await bobsPhone.nextInvitation();
            assert.match(back.request.getHeader('X-Denwa-Return') ?? '', /^park;/);
            assert.equal(told(back), expected);
        });
    }

    test('is not told to the outside world', async () => {
        void alicesPhone.call(customer.number, about);
        const called = await customersPhone.nextInvitation();
        assert.equal(told(called), undefined);
        await called.reject();
        await alicesPhone.refer(await customerTalksToAlice(), customer.number, about);
        assert.equal(told(await customersPhone.nextInvitation()), undefined);
    });

    for (const number of ['0350001002', '0350000500']) {
        test(`a caller from outside cannot say it by calling ${number}`, async () => {
            void customersPhone.call(number, about);
            assert.equal(told(await bobsPhone.nextInvitation()), undefined);
        });
    }

    test('a caller from outside cannot say it by a transfer, which is refused', async () => {
        const answer = customersPhone.call('0350001002');
        const call = await takes(bobsPhone);
        const customersCall = await answer;
        assert.ok(customersCall instanceof Inviter);
        assert.deepEqual(await customersPhone.refer(customersCall, '0350001003', about), { status: 603, notified: [] });
        await bobsPhone.refer(call, carol.number);
        assert.equal(told(await carolsPhone.nextInvitation()), undefined);
        await isLeftOver(call);
        await customersCall.bye();
        await ended(customersCall);
    });
});
