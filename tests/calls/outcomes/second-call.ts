import assert from 'node:assert/strict';
import { outsideNumbers } from '../../../test-pbx';
import type { EndingCause } from '../../../src/telephony/call-ending';
import type { Office } from '../office';
import type { Operation } from './cell';

/** Alice dials somebody else in mid-call, and the attempt ends by itself: the customer stays on hold, one press resumes. */
async function endsWith(office: Office, number: string, cause: EndingCause): Promise<void> {
    const { alice } = office;
    const { call } = await office.customerTalksTo(alice);
    const second = alice.dial(number);
    await alice.callIs(second.id, 'the end of the attempt', ({ phase }) => phase === 'ended');
    assert.equal(alice.call(second.id)?.ending?.cause, cause);
    assert.equal(alice.call(call.id)?.localHold, 'held');
    alice.send({ type: 'resume', callId: call.id });
    await alice.callIs(call.id, 'resume', ({ localHold }) => localHold === 'none');
}

export const secondCall: Operation = {
    name: 'Second call',
    outcomes: {
        normal: {
            text: 'the first is held by itself; swapping holds one and resumes the other',
            check: async (office) => {
                const { alice } = office;
                const { call } = await office.customerTalksTo(alice);
                const second = alice.dial(office.bob.account.number);
                assert.equal(second.awaiting, 'dial', 'it waits until the first is on hold');
                await office.answers(office.bob);
                await alice.callIs(second.id, 'the answer', ({ phase }) => phase === 'connected');
                assert.equal(alice.call(call.id)?.localHold, 'held');
                alice.send({ type: 'swap', callId: call.id });
                await alice.callIs(call.id, 'the first again', ({ localHold }) => localHold === 'none');
                assert.equal(alice.call(second.id)?.localHold, 'held');
            }
        },
        'target busy': {
            text: 'busy; the first stays on hold, one press resumes',
            check: (office) => endsWith(office, outsideNumbers.busy, 'busy')
        },
        'target unknown': {
            text: 'unknown number; the first stays on hold, one press resumes',
            check: (office) => endsWith(office, outsideNumbers.unassigned, 'not-found')
        },
        'target does not answer': {
            text: 'no answer; the first stays on hold, one press resumes',
            check: (office) => endsWith(office, outsideNumbers.noAnswer, 'no-answer')
        },
        'other side hangs up in the middle': {
            text: 'the first ends, the second goes on',
            check: async (office) => {
                const { alice } = office;
                const { call, customer } = await office.customerTalksTo(alice);
                const second = alice.dial(office.bob.account.number);
                await customer.hangUp();
                await alice.callIs(call.id, 'the end of the first', ({ phase }) => phase === 'ended');
                await office.answers(office.bob);
                await alice.callIs(second.id, 'the answer', ({ phase }) => phase === 'connected');
            }
        },
        'WebSocket lost in the middle': {
            text: 'a notice: the first could not be held and goes on; the second was not dialled',
            check: async (office) => {
                const { alice } = office;
                const { call } = await office.customerTalksTo(alice);
                alice.loseConnection('INVITE');
                const second = alice.dial(office.bob.account.number);
                await alice.callIs(second.id, 'the end of the second', ({ ending }) => ending?.cause === 'hold-failed');
                assert.deepEqual([alice.call(call.id)?.phase, alice.call(call.id)?.localHold], ['connected', 'none']);
            }
        }
    }
};
