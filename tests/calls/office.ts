import assert from 'node:assert/strict';
import type { RecordLink } from '../../src/telephony/record';
import type { CallSnapshot } from '../../src/telephony/snapshot';
import { alice, bob, carol, until, type TestPbx, type Account, type InboundCallEnd } from '../../test-pbx';
import { CorePhone } from './core-phone';

const CUSTOMER_NUMBER = '0312345678';

/** Who the customers are. */
export const customersRecord: RecordLink = { id: '003000000000001AAA', objectType: 'Contact', name: '山田 "太郎"; 5%' };

/** Alice, Bob and Carol at their phones, and customers who call. */
export class Office {
    readonly pbx: TestPbx;
    readonly alice: CorePhone;
    readonly bob: CorePhone;
    readonly carol: CorePhone;

    private constructor(pbx: TestPbx, [first, second, third]: readonly [CorePhone, CorePhone, CorePhone]) {
        this.pbx = pbx;
        this.alice = first;
        this.bob = second;
        this.carol = third;
    }

    static async open(pbx: TestPbx): Promise<Office> {
        const signIn = (account: Account): Promise<CorePhone> => CorePhone.signIn(pbx, account);
        return new Office(pbx, [await signIn(alice), await signIn(bob), await signIn(carol)]);
    }

    get phones(): readonly CorePhone[] {
        return [this.alice, this.bob, this.carol];
    }

    /** A customer calls, and the agent answers: the two talk. */
    async customerTalksTo(
        agent: CorePhone,
        callerNumber = CUSTOMER_NUMBER
    ): Promise<{ readonly call: CallSnapshot; readonly customer: Customer }> {
        const caller = await this.pbx.ring({ extension: agent.account.number, callerNumber });
        const offered = await agent.offered();
        agent.send({ type: 'answer', callId: offered.id });
        const call = await agent.callIs(offered.id, 'the answer', ({ phase }) => phase === 'connected');
        await caller.answered();
        await this.pbx.joined(1);
        return { call, customer: caller };
    }

    /** A customer and the agent have talked, and the agent has put the customer on hold. */
    async customerIsHeldBy(agent: CorePhone): Promise<{ readonly call: CallSnapshot; readonly customer: Customer }> {
        const { call, customer } = await this.customerTalksTo(agent);
        agent.send({ type: 'hold', callId: call.id });
        return { call: await agent.callIs(call.id, 'hold', ({ localHold }) => localHold === 'held'), customer };
    }

    /** Two agents talk. */
    async talk(caller: CorePhone, callee: CorePhone): Promise<{ readonly call: CallSnapshot; readonly answered: CallSnapshot }> {
        const dialled = caller.dial(callee.account.number);
        const answered = await this.answers(callee);
        const call = await caller.callIs(dialled.id, 'the answer', ({ phase }) => phase === 'connected');
        await this.pbx.joined(1);
        return { call, answered };
    }

    /** Whatever rings next at the phone is answered. */
    async answers(phone: CorePhone): Promise<CallSnapshot> {
        const { id } = await phone.offered();
        phone.send({ type: 'answer', callId: id });
        return phone.callIs(id, 'the answer', ({ phase }) => phase === 'connected');
    }

    /** Everybody in the outside world hangs up, also who is parked or waits for an answer. */
    async customersGiveUp(): Promise<void> {
        for (const { name } of await this.pbx.channels()) {
            if (name.startsWith('Local/')) await this.pbx.cli(`channel request hangup ${name}`);
        }
    }

    /** Everybody hangs up, also calls that arrive only now; then nothing may be left of any call, anywhere. */
    async isQuiet(): Promise<void> {
        for (const phone of this.phones) await phone.registered();
        // A call that is still up on the PBX is one that nobody will ever end.
        let left: readonly string[] = [];
        await until(
            () => `the end of the PBX's calls: ${left.join(', ')}. ${this.phones.map((phone) => phone.describe()).join(' ')}`,
            async () => {
                for (const phone of this.phones) hangUpAll(phone);
                left = (await this.pbx.channels()).map(({ name }) => name);
                return left.length === 0;
            }
        );
        for (const phone of this.phones) {
            await phone.idle();
            assert.equal(phone.sound.current, 'none', `${phone.account.user}: no tone sounds. ${phone.describe()}`);
            assert.equal(phone.media.liveMicrophones, 0, `${phone.account.user}: no microphone is on. ${phone.describe()}`);
            assert.deepEqual(phone.sound.calls, [], `${phone.account.user}: no call sounds. ${phone.describe()}`);
            for (const { id } of phone.snapshot.parkedCalls) phone.send({ type: 'dismiss-parked', parkedId: id });
            for (const { id } of phone.snapshot.notices) phone.send({ type: 'dismiss-notice', noticeId: id });
        }
    }

    async close(): Promise<void> {
        for (const phone of this.phones) await phone.close();
    }
}

function hangUpAll(phone: CorePhone): void {
    for (const { id, phase, can } of phone.live) {
        if (phase !== 'ending') phone.send({ type: can.decline ? 'decline' : 'hang-up', callId: id });
    }
}

/** The far end of an outside call. */
export interface Customer {
    hangUp(): Promise<InboundCallEnd>;
    ended(): Promise<InboundCallEnd>;
}
