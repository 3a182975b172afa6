import assert from 'node:assert/strict';
import type { AgentStatus, StatusSignal } from '../../src/telephony/agent-status';
import type { CallSettings, NotifiedNumber } from '../../src/telephony/call-settings';
import {
    bob,
    daisuke,
    directNumber,
    echoExtension,
    notifiedNumberPrefix,
    notifiedNumbers,
    outsideNumbers,
    queueExtension,
    until,
    type PresentedNumber,
    type TestPbx
} from '../../test-pbx';
import { CorePhone } from './core-phone';

/** What an agent decides about the phone rather than about a call, and what the PBX makes of it. */
interface DeskTest {
    readonly name: string;
    readonly check: (pbx: TestPbx) => Promise<void>;
}

const READY: AgentStatus = { kind: 'ready', reason: null };
const LUNCH: AgentStatus = { kind: 'not-ready', reason: 'lunch' };

const byCall = (dialString: string): StatusSignal => ({ by: 'call', dialString });
const byMessage = (text: string): StatusSignal => ({ by: 'message', extension: 'status', text });

const statuses = {
    'a feature code': { ready: byCall('*45'), lunch: byCall('*46'), signedOut: byCall('*47'), reason: '' },
    'a message': { ready: byMessage('ready'), lunch: byMessage('not-ready/lunch'), signedOut: byMessage('signed-out'), reason: 'lunch' }
} as const;

const statusTests = Object.entries(statuses).map(([way, { ready, lunch, signedOut, reason }]): DeskTest => ({
    name: `the status reaches the queue by ${way}, in a call when that has ended, and nobody takes it for a call`,
    check: (pbx) => {
        const offered = [
            { ...READY, signal: ready },
            { ...LUNCH, signal: lunch }
        ];
        return atDesk(pbx, { statuses: offered, signOutSignal: signedOut }, async (phone) => {
            await isTold(phone, READY);
            await isInQueue(pbx, { paused: false, reason: '' });

            const caller = await pbx.ring({ extension: queueExtension, callerNumber: '0312345678' });
            const { id } = await phone.offered();
            phone.send({ type: 'answer', callId: id });
            await phone.callIs(id, 'the answer', ({ phase }) => phase === 'connected');
            phone.send({ type: 'set-status', status: LUNCH });
            assert.deepEqual(phone.snapshot.agentStatus?.pending, LUNCH);
            await isInQueue(pbx, { paused: false, reason: '' });
            await caller.hangUp();

            await isTold(phone, LUNCH);
            await isInQueue(pbx, { paused: true, reason });
            assert.deepEqual(
                phone.snapshot.calls.map((call) => call.id),
                [id]
            );
            assert.equal(phone.media.liveMicrophones, 0);

            await phone.close();
            await isInQueue(pbx, null);
        });
    }
}));

const offeredNumbers: readonly NotifiedNumber[] = [
    { number: notifiedNumbers[0], label: '代表', prefix: null },
    { number: notifiedNumbers[1], label: '', prefix: notifiedNumberPrefix }
];

const presented: readonly (readonly [chosen: string | null, number: string, presented: string])[] = [
    [null, outsideNumbers.talks, directNumber(daisuke.number)],
    [notifiedNumbers[0], outsideNumbers.talks, notifiedNumbers[0]],
    [notifiedNumbers[1], outsideNumbers.talks, notifiedNumbers[1]],
    [notifiedNumbers[0], outsideNumbers.police, notifiedNumbers[0]],
    [notifiedNumbers[1], outsideNumbers.police, directNumber(daisuke.number)]
];

export const deskTests: readonly DeskTest[] = [
    ...statusTests,
    {
        name: 'a status that the PBX does not take is told to the agent',
        check: (pbx) =>
            atDesk(pbx, { statuses: [{ ...READY, signal: byCall('8101') }] }, async (phone) => {
                await phone.until('the refusal', ({ agentStatus }) => agentStatus?.told === 'failed');
                assert.deepEqual(
                    phone.snapshot.notices.map(({ code }) => code),
                    ['status-not-told']
                );
                assert.deepEqual(phone.snapshot.calls, []);
            })
    },
    {
        name: 'outside calls present the number that the agent chose, by P-Preferred-Identity or by prefix; an emergency call has no prefix',
        check: (pbx) =>
            atDesk(pbx, { notifiedNumbers: offeredNumbers }, async (phone) => {
                for (const [chosen, number, expected] of presented) {
                    phone.send({ type: 'set-preferences', preferences: { notifiedNumber: chosen } });
                    const { id } = phone.dial(number);
                    const call = await phone.callIs(id, 'the answer', ({ phase }) => phase === 'connected');
                    assert.equal(call.remote.number, number);
                    await isPresented(pbx, { by: daisuke.user, number, presented: expected });
                    phone.send({ type: 'hang-up', callId: id });
                    await phone.idle();
                }
            })
    },
    {
        name: 'a colleague does not see the number for the outside',
        check: (pbx) =>
            atDesk(pbx, { notifiedNumbers: offeredNumbers }, async (phone) => {
                phone.send({ type: 'set-preferences', preferences: { notifiedNumber: notifiedNumbers[1] } });
                const { id } = phone.dial(bob.number);
                await phone.callIs(id, 'ringing', ({ phase }) => phase === 'ringing');
                assert.equal((await pbx.dialled()).at(-1)?.number, bob.number);
                phone.send({ type: 'hang-up', callId: id });
                await phone.idle();
            })
    },
    {
        name: 'the echo call is answered',
        check: (pbx) =>
            atDesk(pbx, { echoExtension }, async (phone) => {
                phone.send({ type: 'echo-call' });
                await phone.until('the answer', ({ calls }) => calls.some(({ phase }) => phase === 'connected'));
                const [call] = phone.live;
                assert.equal(call?.remote.number, echoExtension);
                phone.send({ type: 'hang-up', callId: call?.id ?? '' });
                await phone.idle();
            })
    }
];

/** Daisuke comes to work, and goes. */
async function atDesk(pbx: TestPbx, settings: Partial<CallSettings>, work: (phone: CorePhone) => Promise<void>): Promise<void> {
    const phone = await CorePhone.signIn(pbx, daisuke, settings);
    try {
        await work(phone);
    } finally {
        if (phone.snapshot.agent.status === 'signed-in') await phone.close();
    }
}

function isTold(phone: CorePhone, { kind, reason }: AgentStatus): Promise<unknown> {
    return phone.until(
        `the PBX to take ${kind}`,
        ({ agentStatus }) => agentStatus?.told === 'told' && agentStatus.current.kind === kind && agentStatus.current.reason === reason
    );
}

/** The PBX puts on record what a call presents an instant after it has dialled. */
async function isPresented(pbx: TestPbx, expected: PresentedNumber): Promise<void> {
    let last = '';
    await until(
        () => `${JSON.stringify(expected)} on record, the last was ${last}`,
        async () => {
            last = JSON.stringify((await pbx.presented()).at(-1));
            return last === JSON.stringify(expected);
        }
    );
}

/** Null: Daisuke is not in the queue. A message is accepted an instant before the queue hears of it. */
async function isInQueue(pbx: TestPbx, expected: { readonly paused: boolean; readonly reason: string } | null): Promise<void> {
    let found = '';
    await until(
        () => `the queue to have Daisuke as ${JSON.stringify(expected)}, had ${found}`,
        async () => {
            const member = (await pbx.queueMembers()).find(({ agent }) => agent === daisuke.user);
            found = JSON.stringify(member ? { paused: member.paused, reason: member.reason } : null);
            return found === JSON.stringify(expected);
        }
    );
}
