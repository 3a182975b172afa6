/** Transfers by REFER and their net, seen by phones in SIP; see smoke.ts. The table is that of docs/pbx-guide.md. */
/* eslint-disable @typescript-eslint/no-floating-promises -- the runner itself waits for what `describe` and `test` return */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Inviter, type Invitation, type Session } from 'sip.js';
import { alice, bob, carol, customer, daisuke, outsideNumbers, until, type InboundCall, type OutsideCaller, type TestPbx } from './index';
import { SilentOffice } from './silent-office';
import { ended, isLeftOver, isStillConnected, SilentPhone, type } from './silent-phone';

type Identity = Pick<InboundCall, 'callerNumber' | 'callerName'>;
const suzuki: Identity = { callerNumber: '0312345678', callerName: '鈴木 一郎' };

const handedOver = { status: 202, notified: ['100 Trying', '200 OK'] };

describe('a transfer by Bob', { timeout: 60_000 }, () => {
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

    // the PBX calls it an error to transfer to a number or to a consultation that is not there
    after(() => office.close(/attempted blind transfer to '8101@transfer'|'external_replaces' extension not found/));

    async function bobTalksToCaller(identity = suzuki): Promise<readonly [OutsideCaller, Invitation]> {
        const caller = await pbx.ring({ extension: bob.number, ...identity });
        const call = await bobsPhone.nextInvitation();
        await call.accept();
        assert.equal(await caller.answered(), true);
        await pbx.joined(1);
        return [caller, call];
    }

    async function isTalking(call: Session): Promise<void> {
        await pbx.joined(1);
        assert.equal(await isStillConnected(call), true);
    }

    test('to Carol, who answers: the caller leaves Bob at once, and Carol sees who it is', async () => {
        const [caller, call] = await bobTalksToCaller();
        assert.deepEqual(await bobsPhone.refer(call, carol.number), handedOver);
        const invitation = await carolsPhone.nextInvitation();
        assert.equal(invitation.request.getHeader('P-Asserted-Identity'), '"鈴木 一郎" <sip:0312345678@pbx.test>');
        assert.equal(invitation.request.getHeader('X-Dialled-Number'), '0350001002');
        assert.equal(invitation.request.getHeader('X-Denwa-Return'), undefined);
        await invitation.accept();
        await isLeftOver(call);
        await invitation.bye();
        assert.deepEqual(await caller.ended(), { answered: true, cause: 16 });
    });

    test('to a number that does not exist: refused, and the caller is still with Bob', async () => {
        const [caller, call] = await bobTalksToCaller();
        assert.deepEqual(await bobsPhone.refer(call, '8101'), { status: 202, notified: ['100 Trying', '404 Not Found'] });
        await isTalking(call);
        await call.bye();
        assert.deepEqual(await caller.ended(), { answered: true, cause: 16 });
    });

    const failures = [
        ['busy', carol.number, 486],
        ['declined', carol.number, 603],
        ['no-answer', carol.number, undefined],
        ['unavailable', daisuke.number, undefined],
        ['busy', outsideNumbers.busy, undefined],
        ['not-found', outsideNumbers.unassigned, undefined],
        ['no-answer', outsideNumbers.ringsOn, undefined]
    ] as const;
    for (const [reason, target, refusal] of failures) {
        test(`to ${target}: ${reason}${refusal ? ` (${refusal})` : ''}; the caller comes back to Bob`, async () => {
            if (reason === 'no-answer') await pbx.cli('dialplan set global TRANSFER_RING_SECONDS 1');
            const [caller, call] = await bobTalksToCaller();
            assert.deepEqual(await bobsPhone.refer(call, target), handedOver);
            if (target === carol.number) {
                const invitation = await carolsPhone.nextInvitation();
                if (refusal) await invitation.reject({ statusCode: refusal });
                else await ended(invitation);
            }
            const comingBack = await bobsPhone.nextInvitation();
            assert.equal(comingBack.request.getHeader('X-Denwa-Return'), `transfer;reason=${reason};target=${target}`);
            assert.equal(comingBack.request.getHeader('P-Asserted-Identity'), '"鈴木 一郎" <sip:0312345678@pbx.test>');
            await comingBack.accept();
            await isLeftOver(call);
            await isTalking(comingBack);
            await caller.hangUp();
            await ended(comingBack);
        });
    }

    test('that comes back to Bob, who declines: the queue takes the caller', async () => {
        const [, call] = await bobTalksToCaller();
        await bobsPhone.refer(call, daisuke.number);
        await call.bye();
        await (await bobsPhone.nextInvitation()).reject({ statusCode: 603 });
        const invitation = await carolsPhone.nextInvitation();
        assert.equal(invitation.request.getHeader('X-Queue-Name'), 'support');
        assert.equal(invitation.request.getHeader('X-Denwa-Return'), undefined);
        await invitation.accept();
    });

    test('to Carol, and the caller hangs up while she is rung: she stops ringing', async () => {
        const [caller, call] = await bobTalksToCaller();
        await bobsPhone.refer(call, carol.number);
        const invitation = await carolsPhone.nextInvitation();
        assert.deepEqual(await caller.hangUp(), { answered: true, cause: 16 });
        await ended(invitation);
        await isLeftOver(call);
    });

    test('of an outside party that Bob has called', async () => {
        const call = await bobsPhone.call(outsideNumbers.talks);
        assert.ok(call instanceof Inviter);
        await pbx.joined(1);
        assert.deepEqual(await bobsPhone.refer(call, alice.number), handedOver);
        const invitation = await alicesPhone.nextInvitation();
        assert.equal(invitation.request.from.uri.user, outsideNumbers.talks);
        await invitation.accept();
        await isLeftOver(call);
        await isTalking(invitation);
    });

    test('of the customer’s own phone to the outside', async () => {
        const customersPhone = new SilentPhone(customer, pbx.wsUrl);
        await customersPhone.register();
        const answer = customersPhone.call('0350001002');
        const call = await bobsPhone.nextInvitation();
        await call.accept();
        const customersCall = await answer;
        assert.ok(customersCall instanceof Inviter);
        await pbx.joined(1);
        assert.deepEqual(await bobsPhone.refer(call, outsideNumbers.echo), handedOver);
        await isLeftOver(call);
        await isTalking(customersCall);
        await customersPhone.close();
    });

    test('by *1003, Carol’s answer and *3: all three talk, and Bob may leave', async () => {
        const [caller, call] = await bobTalksToCaller();
        await type(call, '*1003');
        const invitation = await carolsPhone.nextInvitation();
        assert.equal(invitation.request.from.uri.user, bob.number);
        await invitation.accept();
        await pbx.joined(2);
        await type(call, '*3');
        await until(
            () => 'a bridge of three',
            async () => / 3 .*softmix/.test(await pbx.cli('bridge show all'))
        );
        await call.bye();
        await isTalking(invitation);
        await caller.hangUp();
        await ended(invitation);
    });

    test('by #1004, a phone that is off: the caller comes back to Bob', async () => {
        const [, call] = await bobTalksToCaller();
        await type(call, '#1004');
        const comingBack = await bobsPhone.nextInvitation();
        assert.equal(comingBack.request.getHeader('X-Denwa-Return'), 'transfer;reason=unavailable;target=1004');
        await ended(call);
    });

    async function consult(identity?: Identity): Promise<readonly [OutsideCaller, Invitation, Inviter, Invitation]> {
        const [caller, call] = await bobTalksToCaller(identity);
        const answer = bobsPhone.call(carol.number);
        const invitation = await carolsPhone.nextInvitation();
        await invitation.accept();
        const consultation = await answer;
        assert.ok(consultation instanceof Inviter);
        await pbx.joined(2);
        return [caller, call, consultation, invitation];
    }

    test('after a consultation: Carol gets the caller, the PBX ends the consultation', async () => {
        const [caller, call, consultation, invitation] = await consult();
        assert.deepEqual(await bobsPhone.refer(call, consultation), handedOver);
        await ended(consultation);
        await isLeftOver(call);
        await isTalking(invitation);
        await caller.hangUp();
        await ended(invitation);
    });

    const identities = [
        ['who has a number', suzuki, '"鈴木 一郎" <sip:0312345678@pbx.test>', undefined],
        ['who withholds it', {}, '<sip:pbx.test>', 'id']
    ] as const;
    for (const [who, identity, asserted, privacy] of identities) {
        test(`after a consultation, of a caller ${who}: Carol’s phone is told`, async () => {
            const [, call, consultation, invitation] = await consult(identity);
            const told = new Promise((resolve) => {
                invitation.delegate = {
                    onInvite: (request) => resolve([request.getHeader('P-Asserted-Identity'), request.getHeader('Privacy')])
                };
            });
            await bobsPhone.refer(call, consultation);
            assert.deepEqual(await told, [asserted, privacy]);
        });
    }

    test('after a consultation that Carol has ended: refused, and the caller is still with Bob', async () => {
        const [, call, consultation, invitation] = await consult();
        await invitation.bye();
        await ended(consultation);
        const { notified } = await bobsPhone.refer(call, consultation);
        // 603 while the PBX still knows the consultation, 404 once it has forgotten it
        assert.match(notified.join(), /^100 Trying,(603 Decline|404 Not Found)$/);
        await isTalking(call);
    });

    test('after a consultation, of a caller who has hung up meanwhile: Carol’s call ends', async () => {
        const [caller, call, consultation, invitation] = await consult();
        // which of the two comes first: the call may be over before the PBX has said how the transfer went
        await Promise.all([Promise.race([bobsPhone.refer(call, consultation), ended(call)]), caller.hangUp()]);
        await Promise.race([ended(consultation), ended(call)]);
        await pbx.reset();
        await ended(invitation);
    });
});
