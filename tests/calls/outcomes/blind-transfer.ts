import assert from 'node:assert/strict';
import type { TransferFailureCause } from '../../../src/telephony/transfer';
import { outsideNumbers } from '../../../test-pbx';
import { customersRecord, type Office } from '../office';
import type { Operation } from './cell';

/** The transfer comes to nothing while the customer is still with Alice. */
async function staysHere(office: Office, number: string, cause: TransferFailureCause): Promise<void> {
    const { alice } = office;
    const { call } = await office.customerTalksTo(alice);
    alice.send({ type: 'transfer', callId: call.id, number });
    const { phase, localHold, transfer } = await alice.callIs(call.id, 'the failure', (now) => now.transfer?.status === 'failed');
    assert.deepEqual([phase, localHold, transfer?.failure?.cause], ['connected', 'none', cause]);
}

/** The PBX has let go of Alice, the target takes nothing, and the customer rings back at Alice with the reason. */
async function comesBack(office: Office, number: string, cause: TransferFailureCause): Promise<void> {
    const { alice } = office;
    const { call } = await office.customerTalksTo(alice);
    alice.send({ type: 'transfer', callId: call.id, number });
    const returned = await alice.offered();
    assert.deepEqual(returned.returned, { kind: 'transfer', target: number, cause });
    assert.equal(returned.remote.number, call.remote.number);
    alice.send({ type: 'answer', callId: returned.id });
    await alice.callIs(returned.id, 'the answer', ({ phase }) => phase === 'connected');
    await alice.until('the end of the call as it was', ({ calls }) => !calls.some(({ id, phase }) => id === call.id && phase !== 'ended'));
}

export const blindTransfer: Operation = {
    name: 'Blind transfer',
    outcomes: {
        normal: {
            text: 'the agent is free at once; the target sees the customer, and what the call is about',
            check: async (office) => {
                const { alice, bob } = office;
                const { call } = await office.customerTalksTo(alice);
                alice.choosesRecord(call.id, customersRecord);
                alice.send({ type: 'transfer', callId: call.id, number: bob.account.number });
                const taken = await office.answers(bob);
                await alice.callIs(call.id, 'the end', ({ ending }) => ending?.cause === 'transferred');
                assert.equal(taken.remote.number, call.remote.number, 'the target sees the customer');
                assert.deepEqual([taken.record, taken.recordSource], [customersRecord, 'carried']);
            }
        },
        'target busy': {
            text: 'a colleague: told before anything is asked of the PBX, “transfer anyway” is offered; outside: the caller comes back with the reason',
            check: async (office) => {
                await office.talk(office.bob, office.carol);
                await staysHere(office, office.bob.account.number, 'busy');
                await office.isQuiet();
                await comesBack(office, outsideNumbers.busy, 'busy');
            }
        },
        'target unknown': {
            text: 'refused, the caller stays; outside: comes back with the reason',
            check: async (office) => {
                await staysHere(office, '8101', 'not-found');
                await office.isQuiet();
                await comesBack(office, outsideNumbers.unassigned, 'not-found');
            }
        },
        'target does not answer': {
            text: 'the caller comes back with the reason',
            check: async (office) => {
                await office.pbx.cli('dialplan set global TRANSFER_RING_SECONDS 1');
                await comesBack(office, office.bob.account.number, 'no-answer');
            }
        },
        'other side hangs up in the middle': {
            text: 'the call ends, the target stops ringing',
            check: async (office) => {
                const { alice, bob } = office;
                const { call, customer } = await office.customerTalksTo(alice);
                alice.send({ type: 'transfer', callId: call.id, number: bob.account.number });
                await bob.offered();
                await customer.hangUp();
                await bob.idle();
                await alice.idle();
                assert.notEqual(alice.call(call.id)?.phase, 'connected');
            }
        },
        'WebSocket lost in the middle': {
            text: 'a failure is shown; if the PBX had taken the transfer, what was left here ends after the reconnect, and the target rings',
            check: async (office) => {
                const { alice, bob } = office;
                const { call } = await office.customerTalksTo(alice);
                alice.loseConnection('REFER');
                alice.send({ type: 'transfer', callId: call.id, number: bob.account.number });
                await alice.callIs(call.id, 'the failure', ({ transfer }) => transfer?.failure?.cause === 'connection-lost');
                const taken = await office.answers(bob);
                assert.equal(taken.remote.number, call.remote.number);
                await alice.callIs(call.id, 'the end', ({ phase }) => phase === 'ended');
                assert.equal(bob.call(taken.id)?.phase, 'connected', 'the customer talks to the target');
            }
        }
    }
};
