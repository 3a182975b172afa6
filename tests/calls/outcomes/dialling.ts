import assert from 'node:assert/strict';
import type { EndingCause } from '../../../src/telephony/call-ending';
import { outsideNumbers } from '../../../test-pbx';
import type { Office } from '../office';
import type { Operation } from './cell';

async function endsWith(office: Office, number: string, cause: EndingCause): Promise<void> {
    const { alice } = office;
    const { id } = alice.dial(number);
    const { ending } = await alice.callIs(id, 'the end', ({ phase }) => phase === 'ended');
    assert.equal(ending?.cause, cause);
}

export const dial: Operation = {
    name: 'Dial',
    outcomes: {
        normal: { text: 'connected', check: async (office) => void (await office.talk(office.alice, office.bob)) },
        'target busy': { text: 'busy', check: (office) => endsWith(office, outsideNumbers.busy, 'busy') },
        'target unknown': { text: 'unknown number', check: (office) => endsWith(office, '8101', 'not-found') },
        'target does not answer': { text: 'no answer', check: (office) => endsWith(office, outsideNumbers.noAnswer, 'no-answer') },
        'other side hangs up in the middle': {
            text: 'declined while it rings; hung up as soon as it is answered',
            check: async (office) => {
                const { alice, bob } = office;
                const declined = alice.dial(bob.account.number);
                bob.send({ type: 'decline', callId: (await bob.offered()).id });
                await alice.callIs(declined.id, 'the refusal', ({ ending }) => ending?.cause === 'declined');
                const { call, answered } = await office.talk(alice, bob);
                bob.send({ type: 'hang-up', callId: answered.id });
                await alice.callIs(call.id, 'the end', ({ ending }) => ending?.cause === 'hung-up');
            }
        },
        'WebSocket lost in the middle': {
            text: 'the attempt ends; after the reconnect the target stops ringing',
            check: async (office) => {
                const { alice, bob } = office;
                const { id } = alice.dial(bob.account.number);
                const rang = await bob.offered();
                await alice.callIs(id, 'ringing', ({ phase }) => phase === 'ringing');
                alice.loseConnection();
                await alice.callIs(id, 'the end', ({ ending }) => ending?.cause === 'connection-lost');
                await bob.callIs(rang.id, 'the end of the ringing', ({ phase }) => phase === 'ended');
            }
        }
    }
};

export const answer: Operation = {
    name: 'Answer',
    outcomes: {
        normal: { text: 'connected', check: async (office) => void (await office.customerTalksTo(office.alice)) },
        'other side hangs up in the middle': {
            text: 'the call ends, or was missed',
            check: async (office) => {
                const { alice } = office;
                const customer = await office.pbx.ring({ extension: alice.account.number, callerNumber: '0312345678' });
                const { id } = await alice.offered();
                alice.send({ type: 'answer', callId: id });
                await customer.hangUp();
                await alice.callIs(id, 'the end', ({ phase }) => phase === 'ended');
            }
        },
        'WebSocket lost in the middle': {
            text: 'a call that still rings ends here; the PBX goes on ringing the agent’s other phones',
            check: async (office) => {
                const { alice } = office;
                const customer = await office.pbx.ring({ extension: alice.account.number, callerNumber: '0312345678', ringSeconds: 2 });
                const { id } = await alice.offered();
                alice.loseConnection();
                await alice.callIs(id, 'the end', ({ ending }) => ending?.cause === 'connection-lost');
                assert.equal((await customer.ended()).answered, false);
            }
        }
    }
};
