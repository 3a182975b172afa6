import assert from 'node:assert/strict';
import type { EndingCause } from '../../../src/telephony/call-ending';
import type { CallSnapshot } from '../../../src/telephony/snapshot';
import { outsideNumbers } from '../../../test-pbx';
import { customersRecord, type Customer, type Office } from '../office';
import type { Operation } from './cell';

interface Consultation {
    readonly customer: Customer;
    readonly call: CallSnapshot;
    readonly consultation: CallSnapshot;
}

/** Alice has the customer on hold and dials the target. */
async function consults(office: Office, number: string): Promise<Consultation> {
    const { alice } = office;
    const { call, customer } = await office.customerTalksTo(alice);
    alice.choosesRecord(call.id, customersRecord);
    alice.send({ type: 'consult', callId: call.id, number });
    const consultation = await alice.until('the consultation', ({ calls }) =>
        calls.find(({ consultationOf }) => consultationOf === call.id)
    );
    return { call, customer, consultation };
}

/** … and the target, Bob, has answered. */
async function consultsBob(office: Office): Promise<Consultation & { readonly answered: CallSnapshot }> {
    const { alice, bob } = office;
    const consulted = await consults(office, bob.account.number);
    const answered = await office.answers(bob);
    await alice.callIs(consulted.consultation.id, 'the answer', ({ phase }) => phase === 'connected');
    await office.pbx.joined(2);
    return { ...consulted, answered };
}

async function comesToNothing(office: Office, number: string, cause: EndingCause): Promise<void> {
    const { alice } = office;
    const { call, consultation } = await consults(office, number);
    const { ending } = await alice.callIs(consultation.id, 'the end of the consultation', ({ phase }) => phase === 'ended');
    assert.equal(ending?.cause, cause);
    assert.equal(alice.call(call.id)?.localHold, 'held');
    alice.send({ type: 'resume', callId: call.id });
    await alice.callIs(call.id, 'resume', ({ localHold }) => localHold === 'none');
}

export const attendedTransfer: Operation = {
    name: 'Attended transfer',
    outcomes: {
        normal: {
            text: 'customer and target talk, both see each other; from the consultation on the target sees what the call is about',
            check: async (office) => {
                const { alice, bob } = office;
                const { call, consultation, answered } = await consultsBob(office);
                assert.equal(alice.call(call.id)?.localHold, 'held');
                assert.deepEqual([answered.record, answered.recordSource], [customersRecord, 'carried']);
                alice.send({ type: 'complete-transfer', callId: call.id });
                for (const { id } of [call, consultation]) {
                    await alice.callIs(id, 'the end', ({ ending }) => ending?.cause === 'transferred');
                }
                await bob.callIs(answered.id, 'the name of the customer', ({ remote }) => remote.number === call.remote.number);
                assert.equal(bob.call(answered.id)?.phase, 'connected');
                assert.deepEqual(bob.call(answered.id)?.record, customersRecord);
            }
        },
        'target busy': {
            text: 'busy; the caller stays on hold, one press resumes',
            check: (office) => comesToNothing(office, outsideNumbers.busy, 'busy')
        },
        'target unknown': {
            text: 'unknown number; the caller stays on hold, one press resumes',
            check: (office) => comesToNothing(office, '8101', 'not-found')
        },
        'target does not answer': {
            text: 'no answer: the caller stays on hold; transferred while it rings: becomes a blind transfer',
            check: async (office) => {
                const { alice, bob } = office;
                await comesToNothing(office, outsideNumbers.noAnswer, 'no-answer');
                await office.isQuiet();
                const { call, consultation } = await consults(office, bob.account.number);
                const rang = await bob.offered();
                await alice.callIs(consultation.id, 'ringing', ({ phase }) => phase === 'ringing');
                alice.send({ type: 'complete-transfer', callId: call.id });
                await bob.callIs(rang.id, 'the end of the first attempt', ({ phase }) => phase === 'ended');
                const taken = await office.answers(bob);
                assert.equal(taken.remote.number, call.remote.number, 'it is the customer who rings now');
                assert.deepEqual(taken.record, customersRecord);
                await alice.callIs(call.id, 'the end', ({ ending }) => ending?.cause === 'transferred');
            }
        },
        'other side hangs up in the middle': {
            text: 'the customer: the consultation goes on as an ordinary call; the target: the customer stays on hold',
            check: async (office) => {
                const { alice, bob } = office;
                const first = await consultsBob(office);
                await first.customer.hangUp();
                await alice.callIs(first.call.id, 'the end', ({ phase }) => phase === 'ended');
                const { can } = await alice.callIs(first.consultation.id, 'the consultation', ({ phase }) => phase === 'connected');
                assert.equal(can.completeTransfer, false);
                await office.isQuiet();
                const second = await consultsBob(office);
                bob.send({ type: 'hang-up', callId: second.answered.id });
                await alice.callIs(second.consultation.id, 'the end', ({ phase }) => phase === 'ended');
                assert.equal(alice.call(second.call.id)?.localHold, 'held');
            }
        },
        'WebSocket lost in the middle': {
            text: 'a failure is shown, or the transfer had come about; the agent hangs up the rest',
            check: async (office) => {
                const { alice } = office;
                const { call } = await consultsBob(office);
                alice.loseConnection('REFER');
                alice.send({ type: 'complete-transfer', callId: call.id });
                await alice.callIs(call.id, 'the failure', ({ transfer }) => transfer?.failure?.cause === 'connection-lost');
            }
        }
    }
};

export const conference: Operation = {
    name: 'Three-way call',
    outcomes: {
        normal: {
            text: 'all three talk; whoever leaves, the others go on',
            check: async (office) => {
                const { alice, bob } = office;
                const { call, consultation, answered } = await consultsBob(office);
                alice.send({ type: 'merge', callId: call.id });
                await alice.callIs(call.id, 'resume', ({ localHold }) => localHold === 'none');
                assert.deepEqual(
                    alice.sound.calls.map(({ microphone, joined }) => [microphone, joined]),
                    [
                        [true, true],
                        [true, true]
                    ]
                );
                alice.send({ type: 'complete-transfer', callId: consultation.id });
                await alice.idle();
                await bob.callIs(answered.id, 'the customer', ({ remote }) => remote.number === call.remote.number);
            }
        },
        'other side hangs up in the middle': {
            text: 'the other two go on',
            check: async (office) => {
                const { alice, bob } = office;
                const { call, customer, answered } = await consultsBob(office);
                alice.send({ type: 'merge', callId: call.id });
                await customer.hangUp();
                await alice.callIs(call.id, 'the end', ({ phase }) => phase === 'ended');
                assert.equal(bob.call(answered.id)?.phase, 'connected');
                await alice.until('one ordinary call', ({ calls }) => calls.every(({ inConference }) => !inConference));
                assert.deepEqual(
                    alice.sound.calls.map(({ microphone, joined }) => [microphone, joined]),
                    [[true, false]]
                );
            }
        },
        'WebSocket lost in the middle': {
            text: 'a notice: not merged; the customer stays on hold, the consultation goes on',
            check: async (office) => {
                const { alice } = office;
                const { call, consultation } = await consultsBob(office);
                alice.loseConnection('INVITE');
                alice.send({ type: 'merge', callId: call.id });
                await alice.until('the notice', ({ notices }) => notices.find(({ code }) => code === 'merge-failed'));
                assert.deepEqual([alice.call(call.id)?.localHold, alice.call(consultation.id)?.localHold], ['held', 'none']);
            }
        }
    }
};
