import { beforeEach, expect, it } from '@jest/globals';
import { Logger } from '../base/logger';
import { SimulatedClock } from '../base/simulated-clock';
import { FakePhone } from '../crm/phone.fake';
import { inbound } from '../telephony/call.fake';
import { CredentialRenewal } from './credential-renewal';
import type { OrgAccount } from './org';

const minute = 60_000;
const first: OrgAccount = { extension: '1001', authorizationName: '1001', password: 'one', displayName: null, expiresAt: 10 * minute };
const second: OrgAccount = { ...first, password: 'two', expiresAt: 20 * minute };

let clock: SimulatedClock;
let phone: FakePhone;
/** What happened, in order. */
let done: string[];
/** What the org answers, in order; the last one again and again. */
let answers: (OrgAccount | null | Error)[];

beforeEach(() => {
    clock = new SimulatedClock(0);
    phone = new FakePhone();
    [done, answers] = [[], [second]];
    phone.report({ type: 'agent-signed-in', extension: '1001', displayName: null });
    phone.report({ type: 'registration-registered' });
});

function watch(account: OrgAccount | null): CredentialRenewal {
    const renewal = new CredentialRenewal({
        phone: {
            get snapshot() {
                return phone.snapshot;
            },
            subscribe: (listener) => phone.subscribe(listener),
            signIn: ({ password }) => void done.push(`sign in with ${password}`)
        },
        org: {
            account: () => {
                done.push('ask');
                const [answer = null] = answers.length > 1 ? answers.splice(0, 1) : answers;
                return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
            }
        },
        pbx: () => ({ server: 'wss://pbx.example.com/ws', domain: 'pbx.example.com' }),
        clock,
        logger: new Logger('credentials', clock, () => undefined)
    });
    if (account) renewal.begin(account);
    return renewal;
}

async function pass(milliseconds: number): Promise<void> {
    clock.advance(milliseconds);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

const refuse = (): void => phone.report({ type: 'registration-rejected', problem: 'wrong-credentials', statusCode: 401 });

it('asks a minute before the end, and again before the next one', async () => {
    watch(first);
    await pass(9 * minute - 1);
    expect(done).toEqual([]);
    await pass(1);
    expect(done).toEqual(['ask', 'sign in with two']);
    answers = [{ ...second, password: 'three' }];
    await pass(10 * minute);
    expect(done.slice(2)).toEqual(['ask', 'sign in with three']);
});

it('watches over what the org gave late as well', async () => {
    const renewal = watch(null);
    renewal.begin(first);
    await pass(9 * minute);
    expect(done).toEqual(['ask', 'sign in with two']);
});

it('lets a call end first', async () => {
    phone.report({ type: 'call-started', call: inbound });
    watch(first);
    await pass(9 * minute);
    expect(done).toEqual(['ask']);
    phone.report({ type: 'call-ended', callId: inbound.id, ending: { by: 'remote', cause: 'cancelled' }, dialog: null, at: 0 });
    expect(done).toEqual(['ask', 'sign in with two']);
});

it('asks again a minute later where the org has no new ones yet, or no answer', async () => {
    answers = [first, new Error('timed out'), second];
    watch(first);
    await pass(9 * minute);
    await pass(minute);
    await pass(minute);
    expect(done).toEqual(['ask', 'ask', 'ask', 'sign in with two']);
});

it('asks once after a refusal, and once more only after the PBX has accepted', async () => {
    const { expiresAt: _expiresAt, ...lasting } = first;
    answers = [second, { ...second, password: 'three' }];
    watch(lasting);
    refuse();
    await pass(0);
    refuse();
    await pass(minute);
    expect(done).toEqual(['ask', 'sign in with two']);
    phone.report({ type: 'registration-registered' });
    refuse();
    await pass(0);
    expect(done.slice(2)).toEqual(['ask', 'sign in with three']);
});

it('asks at once where the first credentials have been refused already, and leaves it to the agent where there are no others', async () => {
    refuse();
    answers = [first];
    watch(first);
    await pass(0);
    expect(done).toEqual(['ask']);
});

it('leaves who signed in by hand alone, and orgs that hold no account', async () => {
    phone.report({ type: 'agent-signed-in', extension: '1002', displayName: null });
    watch(first);
    watch(null);
    refuse();
    await pass(0);
    expect(done).toEqual([]);
    await pass(9 * minute);
    expect(done).toEqual(['ask']);
});
