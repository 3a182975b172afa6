import assert from 'node:assert/strict';
import type { ParkedCallSnapshot } from '../../../src/telephony/snapshot';
import type { Customer, Office } from '../office';
import type { Operation } from './cell';

/** In res_parking.conf: 701 to 720. */
const SLOTS = Array.from({ length: 20 }, (_, index) => String(701 + index));

/** Alice has parked a customer and knows the slot. */
async function parks(office: Office): Promise<{ readonly parked: ParkedCallSnapshot; readonly slot: string; readonly customer: Customer }> {
    const { alice } = office;
    const { call, customer } = await office.customerTalksTo(alice);
    alice.send({ type: 'park', callId: call.id });
    await alice.callIs(call.id, 'the end', ({ ending }) => ending?.cause === 'parked');
    const parked = await alice.until('the slot', ({ parkedCalls }) => parkedCalls.find(({ slot }) => slot !== null));
    return { parked, slot: parked.slot ?? '', customer };
}

export const park: Operation = {
    name: 'Park',
    outcomes: {
        normal: {
            text: 'the slot is shown; not retrieved in time, the call comes back and says so',
            check: async (office) => {
                const { alice } = office;
                await office.pbx.cli('dialplan set global PARK_SECONDS 1');
                const { slot, parked } = await parks(office);
                assert.match(slot, /^7\d\d$/);
                assert.ok(Math.abs(parked.recallAt - parked.parkedAt - 1000) < 500, 'the PBX told when');
                const back = await office.answers(alice);
                assert.deepEqual(back.returned, { kind: 'park', slot });
                assert.equal(back.remote.number, parked.remote.number);
                assert.deepEqual(alice.snapshot.parkedCalls, []);
            }
        },
        'target busy': {
            text: 'all slots are taken: the caller comes back with the reason',
            check: async (office) => {
                const { alice, bob, pbx } = office;
                for (const [index] of SLOTS.entries()) {
                    const { call } = await office.customerTalksTo(bob);
                    bob.send({ type: 'park', callId: call.id });
                    await bob.callIs(call.id, 'the end', ({ ending }) => ending?.cause === 'parked');
                    await pbx.parkedIn(SLOTS.slice(0, index + 1));
                }
                const { call } = await office.customerTalksTo(alice);
                alice.send({ type: 'park', callId: call.id });
                const back = await alice.offered();
                assert.deepEqual(back.returned, { kind: 'transfer', target: '778', cause: 'busy' });
                assert.equal(back.remote.number, call.remote.number);
                await alice.until('nothing in the list', ({ parkedCalls }) => parkedCalls.length === 0);
                alice.send({ type: 'answer', callId: back.id });
                await alice.callIs(back.id, 'the answer', ({ phase }) => phase === 'connected');
                await office.customersGiveUp();
            }
        },
        'target unknown': {
            text: 'a wrong parking extension in the settings: refused, the caller stays',
            check: async (office) => {
                const { alice } = office;
                const { call } = await office.customerTalksTo(alice);
                // The settings of this office are right; a transfer to a wrong number is all that a wrong one would be.
                alice.send({ type: 'transfer', callId: call.id, number: '799' });
                const { transfer } = await alice.callIs(call.id, 'the failure', (now) => now.transfer?.status === 'failed');
                assert.equal(transfer?.failure?.cause, 'not-found');
            }
        },
        'other side hangs up in the middle': {
            text: 'the call ends; a slot that was already named stays shown until it is dismissed',
            check: async (office) => {
                const { alice } = office;
                const { call, customer } = await office.customerTalksTo(alice);
                alice.send({ type: 'park', callId: call.id });
                await customer.hangUp();
                await alice.callIs(call.id, 'the end', ({ phase }) => phase === 'ended');
            }
        },
        'WebSocket lost in the middle': {
            text: 'a failure is shown; if the PBX had parked the call, it comes back after its time',
            check: async (office) => {
                const { alice } = office;
                await office.pbx.cli('dialplan set global PARK_SECONDS 2');
                const { call } = await office.customerTalksTo(alice);
                alice.loseConnection('REFER');
                alice.send({ type: 'park', callId: call.id });
                await alice.callIs(call.id, 'the failure', ({ transfer }) => transfer?.failure?.cause === 'connection-lost');
                await alice.registered();
                const back = await office.answers(alice);
                assert.equal(back.remote.number, call.remote.number);
            }
        }
    }
};

export const retrieve: Operation = {
    name: 'Retrieve',
    outcomes: {
        normal: {
            text: 'by one press, or by dialling the slot at any phone',
            check: async (office) => {
                const { alice, bob } = office;
                const first = await parks(office);
                await office.pbx.parkedIn([first.slot]);
                alice.send({ type: 'retrieve', parkedId: first.parked.id });
                await alice.until('the retrieved call', ({ calls, parkedCalls }) =>
                    calls.find(({ phase }) => phase === 'connected' && parkedCalls.length === 0)
                );
                assert.equal(alice.live[0]?.remote.number, first.parked.remote.number);
                await office.isQuiet();
                const second = await parks(office);
                await office.pbx.parkedIn([second.slot]);
                const { id } = bob.dial(second.slot);
                await bob.callIs(
                    id,
                    'the customer',
                    ({ phase, remote }) => phase === 'connected' && remote.number === second.parked.remote.number
                );
            }
        },
        'target unknown': {
            text: 'an empty slot: refused at once',
            check: async (office) => {
                const { id } = office.bob.dial('719');
                const { ending } = await office.bob.callIs(id, 'the end', ({ phase }) => phase === 'ended');
                assert.equal(ending?.cause, 'not-found');
            }
        },
        'other side hangs up in the middle': {
            text: 'the caller had gone: refused',
            check: async (office) => {
                const { alice } = office;
                const { parked, slot, customer } = await parks(office);
                await office.pbx.parkedIn([slot]);
                await customer.hangUp();
                alice.send({ type: 'retrieve', parkedId: parked.id });
                const { ending } = await alice.until('the end', ({ calls }) =>
                    calls.find(({ direction, phase }) => direction === 'outbound' && phase === 'ended')
                );
                assert.equal(ending?.cause, 'not-found');
                assert.equal(alice.snapshot.parkedCalls.length, 1, 'it stays shown until it is dismissed');
            }
        },
        'WebSocket lost in the middle': {
            text: 'the attempt ends; the call is still parked',
            check: async (office) => {
                const { alice, bob } = office;
                const { parked, slot } = await parks(office);
                await office.pbx.parkedIn([slot]);
                alice.loseConnection('INVITE');
                alice.send({ type: 'retrieve', parkedId: parked.id });
                await alice.until('the end', ({ calls }) => calls.find(({ ending }) => ending?.cause === 'connection-lost'));
                const { id } = bob.dial(slot);
                await bob.callIs(id, 'the customer', ({ phase }) => phase === 'connected');
            }
        }
    }
};

export const pickUp: Operation = {
    name: 'Pickup',
    outcomes: {
        normal: {
            text: 'the colleague’s caller is here, the colleague stops ringing',
            check: async (office) => {
                const { bob, carol } = office;
                for (const extension of [undefined, bob.account.number]) {
                    await office.pbx.ring({ extension: bob.account.number, callerNumber: '0312345678' });
                    const rings = await bob.offered();
                    carol.send({ type: 'pick-up', ...(extension !== undefined && { extension }) });
                    await carol.until('the customer', ({ calls }) =>
                        calls.find(({ phase, remote }) => phase === 'connected' && remote.number === '0312345678')
                    );
                    await bob.callIs(rings.id, 'the end', ({ phase }) => phase === 'ended');
                    await office.isQuiet();
                }
            }
        },
        'target unknown': {
            text: 'nothing rings: a clear text',
            check: async (office) => {
                const { carol } = office;
                for (const extension of [undefined, office.bob.account.number]) {
                    carol.send({ type: 'pick-up', ...(extension !== undefined && { extension }) });
                    await carol.until('the end', ({ calls }) => calls.find(({ ending }) => ending?.cause === 'nothing-to-pick-up'));
                    await office.isQuiet();
                }
            }
        },
        'WebSocket lost in the middle': {
            text: 'the attempt ends; nothing is left on the PBX',
            check: async (office) => {
                const { bob, carol } = office;
                const caller = await office.pbx.ring({ extension: bob.account.number, callerNumber: '0312345678' });
                await bob.offered();
                carol.loseConnection('INVITE');
                carol.send({ type: 'pick-up' });
                await carol.until('the end', ({ calls }) => calls.find(({ ending }) => ending?.cause === 'connection-lost'));
                await caller.hangUp();
                await bob.idle();
            }
        }
    }
};
