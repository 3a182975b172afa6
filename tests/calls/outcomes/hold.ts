import assert from 'node:assert/strict';
import type { Operation } from './cell';

export const hold: Operation = {
    name: 'Hold',
    outcomes: {
        normal: {
            text: 'on hold once the PBX has agreed; the other party hears music',
            check: async (office) => {
                const { alice } = office;
                const { call } = await office.customerTalksTo(alice);
                alice.send({ type: 'hold', callId: call.id });
                assert.equal(alice.call(call.id)?.localHold, 'holding', 'not shown as held before the PBX agreed');
                await alice.callIs(call.id, 'hold', ({ localHold, heldAt }) => localHold === 'held' && heldAt !== null);
            }
        },
        'other side hangs up in the middle': {
            text: 'the call ends',
            check: async (office) => {
                const { alice } = office;
                const { call, customer } = await office.customerTalksTo(alice);
                alice.send({ type: 'hold', callId: call.id });
                await customer.hangUp();
                const { ending } = await alice.callIs(call.id, 'the end', ({ phase }) => phase === 'ended');
                assert.deepEqual([ending?.by, ending?.cause], ['remote', 'hung-up']);
            }
        },
        'WebSocket lost in the middle': {
            text: 'a notice: not held; the call goes on and can be put on hold after the reconnect',
            check: async (office) => {
                const { alice } = office;
                const { call } = await office.customerTalksTo(alice);
                alice.loseConnection('INVITE');
                alice.send({ type: 'hold', callId: call.id });
                await alice.until('the notice', ({ notices }) => notices.find(({ code }) => code === 'hold-failed'));
                assert.deepEqual([alice.call(call.id)?.phase, alice.call(call.id)?.localHold], ['connected', 'none']);
                await alice.registered();
                alice.send({ type: 'hold', callId: call.id });
                await alice.callIs(call.id, 'hold', ({ localHold }) => localHold === 'held');
            }
        }
    }
};

export const resume: Operation = {
    name: 'Resume',
    outcomes: {
        normal: {
            text: 'the two hear each other again',
            check: async (office) => {
                const { alice } = office;
                const { call } = await office.customerIsHeldBy(alice);
                alice.send({ type: 'resume', callId: call.id });
                await alice.callIs(call.id, 'resume', ({ localHold, heldAt }) => localHold === 'none' && heldAt === null);
            }
        },
        'other side hangs up in the middle': {
            text: 'the call ends',
            check: async (office) => {
                const { alice } = office;
                const { call, customer } = await office.customerIsHeldBy(alice);
                alice.send({ type: 'resume', callId: call.id });
                await customer.hangUp();
                await alice.callIs(call.id, 'the end', ({ ending }) => ending?.cause === 'hung-up');
            }
        },
        'WebSocket lost in the middle': {
            text: 'a notice: still on hold; one press resumes after the reconnect',
            check: async (office) => {
                const { alice } = office;
                const { call } = await office.customerIsHeldBy(alice);
                alice.loseConnection('INVITE');
                alice.send({ type: 'resume', callId: call.id });
                await alice.until('the notice', ({ notices }) => notices.find(({ code }) => code === 'resume-failed'));
                assert.equal(alice.call(call.id)?.localHold, 'held');
                await alice.registered();
                alice.send({ type: 'resume', callId: call.id });
                await alice.callIs(call.id, 'resume', ({ localHold }) => localHold === 'none');
            }
        }
    }
};
