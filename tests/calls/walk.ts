import assert from 'node:assert/strict';
import { abilityFor, violations } from '../../src/softphone/invariants.fake';
import { Random } from '../../src/softphone/random.fake';
import type { PhoneCommand } from '../../src/telephony/command';
import type { CallSnapshot, SoftphoneSnapshot } from '../../src/telephony/snapshot';
import { outsideNumbers } from '../../test-pbx';
import { until } from '../../test-pbx/until';
import type { CorePhone } from './core-phone';
import type { Office } from './office';

/** How a walk went, for the test's output. */
export interface WalkReport {
    readonly steps: number;
    readonly allowed: number;
    readonly refused: number;
}

const NUMBERS = Object.values(outsideNumbers).filter((number) => number !== outsideNumbers.ringsOn);

/**
 * Alice and Bob press whatever there is, allowed or not, in random order, customers come and go, and connections break. After each step,
 * when nothing is on its way any more, the invariants must hold on both phones. The same seed presses the same things as long as the PBX
 * answers the same.
 */
export async function walk(office: Office, seed: number, steps: number): Promise<WalkReport> {
    const random = new Random(seed);
    const phones = [office.alice, office.bob] as const;
    const done: string[] = [];
    const count = { allowed: 0, refused: 0 };
    for (let step = 0; step < steps; step++) {
        const phone = random.pick(phones);
        const before = new Map(phones.map((each) => [each, each.snapshot]));
        done.push(await takeStep(office, phone, random, count));
        const trail = `seed ${seed}, step ${step + 1}: ${done.slice(-8).join('; ')}`;
        for (const each of phones) {
            await settled(each, trail);
            const previous = before.get(each);
            const broken = violations({
                snapshot: each.snapshot,
                facts: each.facts,
                tone: each.sound.current,
                ...(previous && { previous })
            });
            assert.deepEqual(broken, [], `${trail}. ${each.describe()}`);
        }
    }
    // A transfer that is under way at the last step joins two customers later, and no agent can end that.
    await until(
        () => 'the end of all customers’ calls',
        async () => {
            await office.customersGiveUp();
            const isTransferring = office.phones.some(({ snapshot }) =>
                snapshot.calls.some(({ phase, transfer }) => phase !== 'ended' && transfer !== null && transfer.status !== 'failed')
            );
            return !isTransferring && (await office.pbx.channels()).every(({ name }) => !name.startsWith('Local/'));
        }
    );
    return { steps, ...count };
}

async function takeStep(office: Office, phone: CorePhone, random: Random, count: { allowed: number; refused: number }): Promise<string> {
    const who = phone.account.user;
    if (random.chance(0.12)) {
        await office.pbx.ring({
            extension: who,
            callerNumber: `03${String(Math.floor(random.next() * 1e8)).padStart(8, '0')}`,
            ringSeconds: 3
        });
        return `a customer calls ${who}`;
    }
    if (random.chance(0.05)) {
        phone.loseConnection(random.chance(0.5) ? undefined : random.pick(['INVITE', 'REFER', 'BYE']));
        return `${who} loses the connection`;
    }
    const command = randomCommand(phone.snapshot, random, phone === office.alice ? office.bob.account.number : office.alice.account.number);
    const ability = abilityFor(command);
    const call = 'callId' in command ? phone.call(command.callId) : undefined;
    const isAllowed = ability === null || call?.can[ability] === true;
    count[isAllowed ? 'allowed' : 'refused'] += 1;
    phone.send(command);
    return `${who} ${command.type}${isAllowed ? '' : ' (not allowed)'}`;
}

function randomCommand({ calls, parkedCalls }: SoftphoneSnapshot, random: Random, colleague: string): PhoneCommand {
    const number = random.chance(0.4) ? colleague : random.pick(NUMBERS);
    const parked = parkedCalls[0];
    if (parked && random.chance(0.3)) return { type: random.pick(['retrieve', 'dismiss-parked'] as const), parkedId: parked.id };
    const live = calls.filter(({ phase }) => phase !== 'ended');
    if (live.length === 0 || random.chance(0.15)) {
        return random.chance(0.1) ? { type: 'pick-up' } : { type: 'dial', number };
    }
    const call = random.pick(live);
    const commands = commandsFor(call, number, random);
    const allowed = commands.filter((command) => call.can[abilityFor(command) ?? 'hangUp']);
    return random.pick(allowed.length > 0 && random.chance(0.65) ? allowed : commands);
}

function commandsFor({ id: callId, muted }: CallSnapshot, number: string, random: Random): readonly PhoneCommand[] {
    return [
        { type: 'answer', callId },
        { type: 'decline', callId },
        { type: 'hang-up', callId },
        { type: 'hold', callId },
        { type: 'resume', callId },
        { type: 'mute', callId, muted: !muted },
        { type: 'send-digits', callId, digits: String(Math.floor(random.next() * 10)) },
        { type: 'transfer', callId, number, anyway: random.chance(0.5) },
        { type: 'consult', callId, number },
        { type: 'complete-transfer', callId },
        { type: 'swap', callId },
        { type: 'merge', callId },
        { type: 'park', callId }
    ];
}

/** Nothing is on its way between the phone and the PBX. What rings may ring on. */
async function settled(phone: CorePhone, trail: string): Promise<void> {
    try {
        await phone.until('quiet', ({ registration, connection, calls }) => {
            const isRegistered = registration.status === 'registered' && connection.status === 'connected';
            return isRegistered && calls.every((call) => isAtRest(call));
        });
    } catch (error) {
        throw new Error(`Nothing came to rest. ${trail}`, { cause: error });
    }
}

function isAtRest({ phase, localHold, awaiting, transfer }: CallSnapshot): boolean {
    const isMoving = phase === 'dialing' || phase === 'answering' || phase === 'ending' || awaiting !== null;
    const isTurning = localHold === 'holding' || localHold === 'resuming';
    const isLeaving = transfer !== null && (transfer.status === 'checking' || transfer.status === 'requested');
    return !isMoving && !isTurning && !isLeaving;
}
