/** Parking, seen by phones in SIP; see smoke.ts. */
/* eslint-disable @typescript-eslint/no-floating-promises -- the runner itself waits for what `describe` and `test` return */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Inviter } from 'sip.js';
import { bob, carol, holdToneFrequency, loudestFrequency, readWav, TestPbx, type OutsideCaller } from './index';
import { ended, SilentPhone } from './silent-phone';

describe('parking', { timeout: 60_000 }, () => {
    let pbx: TestPbx;
    let bobsPhone: SilentPhone;
    let carolsPhone: SilentPhone;

    before(async () => {
        pbx = await TestPbx.start();
        bobsPhone = new SilentPhone(bob, pbx.wsUrl);
        carolsPhone = new SilentPhone(carol, pbx.wsUrl);
        assert.equal(await bobsPhone.register(), 200);
        assert.equal(await carolsPhone.register(), 200);
    });

    afterEach(async () => {
        await pbx.reset();
        assert.deepEqual(await pbx.parked(), []);
    });

    after(async () => {
        await bobsPhone.close();
        await carolsPhone.close();
        await pbx.stop();
    });

    /** A caller whom Bob's phone parks; returns when the PBX has said that it has taken the caller. */
    async function parkCaller(): Promise<OutsideCaller> {
        const caller = await pbx.ring({ extension: bob.number, callerNumber: '0312345678' });
        const call = await bobsPhone.nextInvitation();
        await call.accept();
        await caller.answered();
        await pbx.joined(1);
        assert.deepEqual(await bobsPhone.refer(call, '778'), { status: 202, notified: ['100 Trying', '200 OK'] });
        await call.bye();
        return caller;
    }

    async function untilNobodyIsParked(): Promise<void> {
        while ((await pbx.parked()).length > 0) await delay(10);
    }

    test('tells the parker’s every phone the slot and the time, and others the slot’s state', async () => {
        const secondPhone = new SilentPhone(bob, pbx.wsUrl);
        await secondPhone.register();
        assert.equal(await carolsPhone.presence('701'), 'Ready');
        await parkCaller();
        assert.equal(await bobsPhone.nextMessage(), 'parked 701 300');
        assert.equal(await secondPhone.nextMessage(), 'parked 701 300');
        assert.deepEqual(
            (await pbx.parked()).map(({ slot }) => slot),
            ['701']
        );
        assert.equal(await carolsPhone.presence('701'), 'On the phone');
        await parkCaller();
        assert.equal(await bobsPhone.nextMessage(), 'parked 702 300');
        await secondPhone.close();
    });

    test('Carol retrieves the caller, and the slot is empty', async () => {
        const caller = await parkCaller();
        await bobsPhone.nextMessage();
        const call = await carolsPhone.call('701');
        assert.ok(call instanceof Inviter);
        await untilNobodyIsParked();
        await caller.hangUp();
        await ended(call);
    });

    test('the parked caller hears the hold music', async () => {
        const caller = await parkCaller();
        await bobsPhone.nextMessage();
        const { file = '' } =
            (await pbx.recordings()).find(({ uniqueId, direction }) => uniqueId === caller.id && direction === 'heard') ?? {};
        while (loudestFrequency(await readWav(file)) !== holdToneFrequency) await delay(100);
    });

    for (const slot of ['701', '715', '720']) {
        test(`refuses to retrieve from ${slot}, which is empty`, async () => {
            assert.deepEqual(await carolsPhone.call(slot), { status: 404, cause: 1 });
        });
    }

    test('the parked caller hangs up', async () => {
        const caller = await parkCaller();
        await bobsPhone.nextMessage();
        assert.deepEqual(await caller.hangUp(), { answered: true, cause: 16 });
        assert.deepEqual(await carolsPhone.call('701'), { status: 404, cause: 1 });
    });

    test('a caller who waited too long comes back; unanswered, is parked again; then is answered', async () => {
        await pbx.cli('dialplan set global PARK_SECONDS 1');
        await pbx.cli('dialplan set global RING_SECONDS 1');
        await parkCaller();
        assert.equal(await bobsPhone.nextMessage(), 'parked 701 1');
        const first = await bobsPhone.nextInvitation();
        assert.equal(first.request.getHeader('X-Denwa-Return'), 'park;slot=701');
        assert.equal(first.request.from.uri.user, '0312345678');
        await ended(first);
        assert.equal(await bobsPhone.nextMessage(), 'parked 701 1');
        const second = await bobsPhone.nextInvitation();
        assert.equal(second.request.getHeader('X-Denwa-Return'), 'park;slot=701');
        await second.accept();
        await untilNobodyIsParked();
    });

    test('a caller whose parker is gone comes back to the queue', async () => {
        await pbx.cli('dialplan set global PARK_SECONDS 1');
        const caller = await parkCaller();
        await bobsPhone.nextMessage();
        await bobsPhone.close();
        const invitation = await carolsPhone.nextInvitation();
        assert.equal(invitation.request.getHeader('X-Queue-Name'), 'support');
        await caller.hangUp();
        bobsPhone = new SilentPhone(bob, pbx.wsUrl);
        await bobsPhone.register();
    });

    test('with all slots taken the caller comes back at once', async () => {
        for (let slot = 701; slot <= 720; slot++) {
            await parkCaller();
            assert.equal(await bobsPhone.nextMessage(), `parked ${slot} 300`);
        }
        assert.equal((await pbx.parked()).length, 20);
        await parkCaller();
        const comingBack = await bobsPhone.nextInvitation();
        assert.equal(comingBack.request.getHeader('X-Denwa-Return'), 'transfer;reason=busy;target=778');
    });

    test('two callers parked in the same moment get a slot each', async () => {
        await Promise.all([parkCaller(), parkCaller()]);
        assert.deepEqual((await pbx.parked()).map(({ slot }) => slot).sort(), ['701', '702']);
    });
});
