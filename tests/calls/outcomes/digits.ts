import assert from 'node:assert/strict';
import type { Operation } from './cell';

/** The phones of these tests have no audio to send tones in, so the digits go by INFO, as they do where the PBX offers no telephone-event. */
export const digits: Operation = {
    name: 'Digits',
    outcomes: {
        normal: {
            text: 'the PBX takes them, `*` and `#` too: its own feature codes work',
            check: async (office) => {
                const { alice, bob, carol } = office;
                const { call, answered } = await office.talk(bob, alice);
                alice.send({ type: 'send-digits', callId: answered.id, digits: `#${carol.account.number}` });
                const taken = await office.answers(carol);
                assert.equal(taken.remote.number, bob.account.number);
                await alice.callIs(answered.id, 'the end', ({ phase }) => phase === 'ended');
                assert.equal(bob.call(call.id)?.phase, 'connected');
            }
        },
        'other side hangs up in the middle': {
            text: 'the call ends',
            check: async (office) => {
                const { alice } = office;
                const { call, customer } = await office.customerTalksTo(alice);
                alice.send({ type: 'send-digits', callId: call.id, digits: '1234567890' });
                await customer.hangUp();
                await alice.callIs(call.id, 'the end', ({ phase }) => phase === 'ended');
            }
        },
        'WebSocket lost in the middle': {
            text: 'digits by INFO are lost, those in the audio go on; so does the call',
            check: async (office) => {
                const { alice } = office;
                const { call } = await office.customerTalksTo(alice);
                alice.loseConnection('INFO');
                alice.send({ type: 'send-digits', callId: call.id, digits: '12' });
                await alice.until('the loss', ({ connection }) => connection.status !== 'connected');
                await alice.registered();
                assert.equal(alice.call(call.id)?.phase, 'connected');
                alice.send({ type: 'hold', callId: call.id });
                await alice.callIs(call.id, 'hold: nothing is stuck behind the digits', ({ localHold }) => localHold === 'held');
            }
        }
    }
};
