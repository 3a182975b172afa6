/** Parking, seen by phones in SIP; see smoke.ts. */
/* eslint-disable @typescript-eslint/no-floating-promises -- the runner itself waits for what `describe` and `test` return */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Inviter, type Invitation } from 'sip.js';
import { bob, carol, holdToneFrequency, loudestFrequency, readWav, until, type OutsideCaller, type TestPbx } from './index';
import { SilentOffice } from './silent-office';
import { ended, SilentPhone } from './silent-phone';

/** Hz of Asterisk's sound `beep` (res_parking.conf) */
const retrievedToneFrequency = 700;

describe('parking', { timeout: 60_000 }, () => {
    let office: SilentOffice;
    let pbx: TestPbx;
    let bobsPhone: SilentPhone;
    let carolsPhone: SilentPhone;

    before(async () => {
        office = await SilentOffice.open();
        ({ pbx } = office);
        bobsPhone = await office.phone(bob);
        carolsPhone = await office.phone(carol);
    });

    afterEach(async () => {
        await office.reset();
        assert.deepEqual(await pbx.parked(), []);
    });

    after(() => office.close());

    /** @param calls how many calls Bob has then */
    async function bobTalksToCaller(calls = 1): Promise<readonly [OutsideCaller, Invitation]> {
        const caller = await pbx.ring({ extension: bob.number, callerNumber: '0312345678' });
        const call = await bobsPhone.nextInvitation();
        await call.accept();
        await caller.answered();
        await pbx.joined(calls);
        return [caller, call];
    }

    /** Bob's phone parks the call; returns when the PBX has said that it has taken the caller. */
    async function park(call: Invitation): Promise<void> {
        assert.deepEqual(await bobsPhone.refer(call, '778'), { status: 202, notified: ['100 Trying', '200 OK'] });
        await call.bye();
    }

    async function parkCaller(): Promise<OutsideCaller> {
        const [caller, call] = await bobTalksToCaller();
        await park(call);
        return caller;
    }

    /** Waits until the caller has heard a tone of this frequency, in Hz, for a fifth of a second. */
    async function hears(caller: OutsideCaller, frequency: number): Promise<void> {
        const { file } = await until(
            () => 'the recording of what the caller hears',
            async () => (await pbx.recordings()).find(({ uniqueId, direction }) => uniqueId === caller.id && direction === 'heard')
        );
        let heard: readonly (number | undefined)[] = [];
        await until(
            () => `the tone of ${frequency} Hz; heard, each fifth of a second: ${heard.join(', ')}`,
            async () => {
                const { sampleRate, samples } = await readWav(file);
                const fifth = sampleRate / 5;
                heard = Array.from({ length: Math.floor(samples.length / fifth) }, (_unused, index) =>
                    loudestFrequency({ sampleRate, samples: samples.subarray(index * fifth, (index + 1) * fifth) })
                );
                return heard.includes(frequency);
            }
        );
    }

    test('tells the parker’s every phone the slot and the time, and others the slot’s state', async () => {
        const secondPhone = new SilentPhone(bob, pbx.wsUrl);
        await secondPhone.register();
        await carolsPhone.seesPresence('701', 'Ready');
        await parkCaller();
        assert.equal(await bobsPhone.nextMessage(), 'parked 701 300');
        assert.equal(await secondPhone.nextMessage(), 'parked 701 300');
        await pbx.parkedIn(['701']);
        await carolsPhone.seesPresence('701', 'On the phone');
        await parkCaller();
        assert.equal(await bobsPhone.nextMessage(), 'parked 702 300');
        await secondPhone.close();
    });

    test('Carol retrieves the caller, and the slot is empty', async () => {
        const caller = await parkCaller();
        await pbx.parkedIn(['701']);
        const call = await carolsPhone.call('701');
        assert.ok(call instanceof Inviter);
        await pbx.parkedIn([]);
        await caller.hangUp();
        await ended(call);
    });

    test('the parked caller hears the hold music', async () => {
        await hears(await parkCaller(), holdToneFrequency);
    });

    test('the retrieved caller hears the tone that ends the music for certain', async () => {
        const caller = await parkCaller();
        await pbx.parkedIn(['701']);
        const call = await carolsPhone.call('701');
        assert.ok(call instanceof Inviter);
        await hears(caller, retrievedToneFrequency);
        await caller.hangUp();
        await ended(call);
    });

    for (const slot of ['701', '715', '720']) {
        test(`refuses to retrieve from ${slot}, which is empty`, async () => {
            assert.deepEqual(await carolsPhone.call(slot), { status: 404, cause: 1 });
        });
    }

    test('the parked caller hangs up', async () => {
        const caller = await parkCaller();
        await pbx.parkedIn(['701']);
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
        // the next time Bob answers, however slow his phone is
        await pbx.cli('dialplan set global RING_SECONDS 30');
        await ended(first);
        assert.equal(await bobsPhone.nextMessage(), 'parked 701 1');
        const second = await bobsPhone.nextInvitation();
        assert.equal(second.request.getHeader('X-Denwa-Return'), 'park;slot=701');
        await second.accept();
        await pbx.parkedIn([]);
    });

    test('a caller whose parker is gone comes back to the queue', async () => {
        await pbx.cli('dialplan set global PARK_SECONDS 1');
        const caller = await parkCaller();
        await bobsPhone.nextMessage();
        await bobsPhone.close();
        const invitation = await carolsPhone.nextInvitation();
        assert.equal(invitation.request.getHeader('X-Queue-Name'), 'support');
        await caller.hangUp();
        bobsPhone = await office.phone(bob);
    });

    test('with all slots taken the caller comes back at once', async () => {
        const taken: string[] = [];
        for (let slot = 701; slot <= 720; slot++) {
            await parkCaller();
            assert.equal(await bobsPhone.nextMessage(), `parked ${slot} 300`);
            taken.push(String(slot));
            await pbx.parkedIn(taken);
        }
        await parkCaller();
        const comingBack = await bobsPhone.nextInvitation();
        assert.equal(comingBack.request.getHeader('X-Denwa-Return'), 'transfer;reason=busy;target=778');
    });

    test('two callers parked in the same moment get a slot each', async () => {
        const [, first] = await bobTalksToCaller(1);
        const [, second] = await bobTalksToCaller(2);
        await Promise.all([park(first), park(second)]);
        await pbx.parkedIn(['701', '702']);
    });
});
